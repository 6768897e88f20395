// SPDX-License-Identifier: Apache-2.0
#include "core/learner/people_json.h"

#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using nlohmann::json;

std::string text(const json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string();
}

json names(const LocalizedText &localized)
{
    json out = json::object();
    for (const auto &[language, name] : localized.byLanguage)
        out[language] = name;
    return out;
}

LocalizedText readNames(const json &object)
{
    LocalizedText out;
    if (object.is_object())
        for (const auto &[language, name] : object.items())
            if (name.is_string())
                out.byLanguage[language] = name.get<std::string>();
    return out;
}

std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json parse(std::string_view textOfJson)
{
    return json::parse(textOfJson, nullptr, false);
}

} // namespace

std::string namesToJson(const LocalizedText &localized)
{
    return dump(names(localized));
}

LocalizedText namesFromJson(std::string_view stored)
{
    return readNames(parse(stored));
}

std::string rolesToJson(const std::vector<PersonRole> &roles)
{
    json list = json::array();
    for (const auto &role : roles)
        list.push_back({{"role", role.role}, {"unit", role.unit.value}});
    return dump(list);
}

std::vector<PersonRole> rolesFromJson(std::string_view stored)
{
    std::vector<PersonRole> roles;
    const json list = parse(stored);
    if (list.is_array())
        for (const auto &role : list)
            roles.push_back({text(role, "role"), {text(role, "unit")}});
    return roles;
}

std::string nodeToJson(const Node &node)
{
    json keys = json::array();
    for (const auto &key : node.trustedKeys)
        keys.push_back({{"id", key.id}, {"public_key", key.publicKey}, {"name", key.name}});
    return dump({{"name", node.name},
                 {"names", names(node.names)},
                 {"country", node.country},
                 {"home_page", node.homePage},
                 {"trusted_keys", keys}});
}

Node nodeFromJson(std::string_view server, std::string_view stored)
{
    const json object = parse(stored);
    Node node;
    node.server = server;
    node.name = text(object, "name");
    node.country = text(object, "country");
    node.homePage = text(object, "home_page");
    if (!object.is_object())
        return node;
    if (const auto found = object.find("names"); found != object.end())
        node.names = readNames(*found);
    if (const auto keys = object.find("trusted_keys"); keys != object.end() && keys->is_array())
        for (const auto &key : *keys)
            node.trustedKeys.push_back({text(key, "id"), text(key, "public_key"), text(key, "name")});
    return node;
}

} // namespace kapok::learner
