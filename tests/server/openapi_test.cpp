// SPDX-License-Identifier: Apache-2.0
#include "tests/server/running_server.h"

#include <algorithm>
#include <set>
#include <yaml-cpp/yaml.h>

namespace kapok {
namespace {

using nlohmann::json;

/// docs/openapi.yaml is held to the route table and to what a server answers.
class OpenApi : public test::RunningServer {
protected:
    using Operation = std::pair<std::string, std::string>; ///< "GET", "/api/v1/me"

    /// What the document is about.
    static bool isOurs(std::string_view path)
    {
        return path.starts_with("/api/") || path == "/healthz" || path == "/readyz" || path == "/metrics";
    }

    [[nodiscard]] std::set<Operation> described() const
    {
        std::set<Operation> all;
        for (const auto &path : document["paths"]) {
            for (const auto &operation : path.second) {
                auto method = operation.first.as<std::string>();
                std::transform(method.begin(), method.end(), method.begin(),
                               [](char c) { return static_cast<char>(std::toupper(c)); });
                all.emplace(method, path.first.as<std::string>());
            }
        }
        return all;
    }

    [[nodiscard]] YAML::Node operationOf(const kapokd::Route &route) const
    {
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(),
                       [](char c) { return static_cast<char>(std::tolower(c)); });
        return document["paths"][std::string(route.pattern)][method];
    }

    /// Follows `$ref: "#/a/b"`.
    [[nodiscard]] YAML::Node resolved(const YAML::Node &node) const
    {
        if (!node.IsMap() || !node["$ref"])
            return node;
        std::istringstream path(node["$ref"].as<std::string>().substr(2));
        YAML::Node at;
        at.reset(document);
        for (std::string part; std::getline(path, part, '/');)
            at.reset(at[part]);
        EXPECT_TRUE(at.IsDefined()) << node["$ref"].as<std::string>();
        return at;
    }

    /// What is wrong with \p value by the schema \p reference, at \p place; "" when nothing is.
    [[nodiscard]] std::string check(const json &value, const YAML::Node &reference,
                                    const std::string &place) const
    {
        const YAML::Node schema = resolved(reference);
        const auto type = schema["type"].as<std::string>();
        if (value.is_null())
            return schema["nullable"] && schema["nullable"].as<bool>() ? "" : place + " is null; ";
        const bool fits =
            (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
            (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer()) ||
            (type == "number" && value.is_number()) || (type == "boolean" && value.is_boolean());
        if (!fits)
            return place + " is no " + type + "; ";
        return type == "object"  ? checkObject(value, schema, place)
               : type == "array" ? checkArray(value, schema, place)
                                 : std::string();
    }

    [[nodiscard]] std::string checkArray(const json &value, const YAML::Node &schema,
                                         const std::string &place) const
    {
        std::string wrong;
        for (const auto &item : value)
            wrong += check(item, schema["items"], place + "[]");
        return wrong;
    }

    [[nodiscard]] std::string checkObject(const json &value, const YAML::Node &schema,
                                          const std::string &place) const
    {
        std::string wrong;
        for (const auto &name : schema["required"]) {
            if (!value.contains(name.as<std::string>()))
                wrong += place + "." + name.as<std::string>() + " is missing; ";
        }
        const YAML::Node properties = schema["properties"];
        for (const auto &[name, member] : value.items()) {
            if (const auto property = properties ? properties[name] : YAML::Node(YAML::NodeType::Undefined))
                wrong += check(member, property, place + "." + name);
            else if (schema["additionalProperties"])
                wrong += check(member, schema["additionalProperties"], place + "." + name);
        }
        return wrong;
    }

    YAML::Node document = YAML::LoadFile(std::string(KAPOK_SOURCE_DIR) + "/docs/openapi.yaml");
};

TEST_F(OpenApi, DescribesEveryRouteAndNoOther)
{
    std::set<Operation> routes;
    for (const auto &route : kapokd::routes()) {
        if (isOurs(route.pattern))
            routes.emplace(route.method, route.pattern);
    }
    EXPECT_EQ(described(), routes);
}

TEST_F(OpenApi, SaysWhoIsLetInAndNamesEveryPartOfAPath)
{
    for (const auto &route : kapokd::routes()) {
        if (!isOurs(route.pattern))
            continue;
        const YAML::Node operation = operationOf(route);
        ASSERT_TRUE(operation.IsDefined()) << route.pattern;
        EXPECT_FALSE(operation["summary"].as<std::string>("").empty()) << route.pattern;
        const bool isOpen = operation["security"].IsDefined();
        EXPECT_EQ(isOpen, route.access == kapokd::Access::Anyone) << route.pattern;
        EXPECT_TRUE(isOpen || operation["responses"]["401"].IsDefined()) << route.pattern;
        EXPECT_TRUE(operation["responses"]["default"].IsDefined()) << route.pattern; // 503 and the like
        std::set<std::string> named;
        for (const auto &reference : operation["parameters"]) {
            const YAML::Node parameter = resolved(reference);
            if (parameter["in"].as<std::string>() == "path")
                named.insert("{" + parameter["name"].as<std::string>() + "}");
        }
        std::set<std::string> parts;
        std::istringstream path{std::string(route.pattern)};
        for (std::string part; std::getline(path, part, '/');) {
            if (part.starts_with('{'))
                parts.insert(part);
        }
        EXPECT_EQ(named, parts) << route.pattern;
    }
}

TEST_F(OpenApi, IsWhatTheServerAnswers)
{
    ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
    ASSERT_TRUE(server->service().roster.assign({"c02-safe-use", school, {}, {}, {}}).ok());
    const std::vector<std::pair<std::string, std::string>> asked = {
        {"/healthz", ""},
        {"/readyz", ""},
        {"/api/v1/about", ""},
        {"/api/v1/me", learner},
        {"/api/v1/me/assignments", learner},
        {"/api/v1/credentials", learner},
        {"/api/v1/catalogue", learner},
        {"/api/v1/units", reviewer},
        {"/api/v1/figures", reviewer},
        {"/api/v1/progress", reviewer},
    };
    for (const auto &[path, credential] : asked) {
        const auto answer = get(path, credential);
        ASSERT_EQ(answer.status, 200) << path << ": " << answer.body;
        const YAML::Node schema =
            document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        EXPECT_EQ(check(json::parse(answer.body), schema, "$"), "") << path;
    }
    const YAML::Node error = document["components"]["schemas"]["Error"];
    EXPECT_EQ(check(json::parse(get("/api/v1/me").body), error, "$"), "");
    EXPECT_EQ(check(json::parse(get("/api/v1/figures?from=x", reviewer).body), error, "$"), "");
}

} // namespace
} // namespace kapok
