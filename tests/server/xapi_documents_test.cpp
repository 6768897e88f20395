// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/date.h"
#include "tests/server/xapi_server.h"

#include <set>

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;
using test::Headers;

const std::string kAgent =
    encoded(R"({"objectType":"Agent","account":{"homePage":"http://e.org/id","name":"Rick"}})");
const std::string kActivity = encoded("http://www.example.com/activity/1");

/// One of the three resources for documents, by what its parameters are called.
struct Resource {
    std::string path;
    std::string parameters; ///< without the document's id
    std::string id;         ///< name of the parameter

    [[nodiscard]] std::string all() const { return path + "?" + parameters; }
    [[nodiscard]] std::string one(const std::string &name) const
    {
        return all() + "&" + id + "=" + encoded(name);
    }
    [[nodiscard]] bool isState() const { return id == "stateId"; }
};

const Resource kResources[] = {
    {"/activities/state", "activityId=" + kActivity + "&agent=" + kAgent, "stateId"},
    {"/activities/profile", "activityId=" + kActivity, "profileId"},
    {"/agents/profile", "agent=" + kAgent, "profileId"},
};

// Communication 2.2 Documents, 2.3 State, 2.6 Agent profile, 2.7 Activity profile, 3.1 Concurrency, 1.1 HEAD.
class XapiDocuments : public test::XapiServer {
protected:
    test::Answer put(const std::string &path, const std::string &body,
                     Headers headers = {{"If-None-Match", "*"}})
    {
        headers.emplace_back("Content-Type", "application/json");
        return ask("PUT", path, body, headers);
    }
};

TEST_P(XapiDocuments, ArePutPostedReadAndDeleted) // XAPI-00187 to 00190, 00271 to 00274, 00286 to 00290
{
    for (const auto &resource : kResources) {
        const auto path = resource.one("document");
        EXPECT_EQ(put(path, R"({"a":1})").status, 204) << path;
        const auto there = ask("GET", path);
        EXPECT_EQ(there.status, 200);
        EXPECT_EQ(there.body, R"({"a":1})");
        EXPECT_TRUE(there.header("content-type").starts_with("application/json"));
        EXPECT_FALSE(there.header("last-modified").empty());
        EXPECT_EQ(ask("POST", path, R"({"b":2})").status, 204);
        EXPECT_EQ(json::parse(ask("GET", path).body), (json{{"a", 1}, {"b", 2}}));
        EXPECT_EQ(ask("DELETE", path).status, 204);
        EXPECT_EQ(ask("GET", path).status, 404);
        EXPECT_EQ(ask("POST", path, R"({"c":3})").status, 204); // 2.2.s7: creates what is not there
        EXPECT_EQ(ask("GET", path).body, R"({"c":3})");
    }
}

TEST_P(XapiDocuments, TellWhenTheyWereChanged) // 2.0 4.1.4
{
    for (const auto &resource : kResources) {
        Time before = clock.now();
        ASSERT_EQ(put(resource.one("dated"), "{}").status, 204);
        const std::string told = ask("GET", resource.one("dated")).header("last-modified");
        std::set<std::string> seconds; // in which it may have been
        for (const Time after = clock.now(); before < after + std::chrono::seconds(1);
             before += std::chrono::seconds(1))
            seconds.insert(kapokd::httpDate(before));
        EXPECT_TRUE(seconds.contains(told)) << told;
    }
}

TEST_P(XapiDocuments, AnswerHeadAsGetWithoutBody) // 1.1, XAPI-00125
{
    for (const auto &resource : kResources) {
        const auto path = resource.one("document");
        ASSERT_EQ(ask("POST", path, R"({"a":1})").status, 204);
        for (const auto &each : {path, resource.all()}) {
            const auto get = ask("GET", each);
            const auto head = ask("HEAD", each);
            EXPECT_EQ(head.status, 200) << each;
            EXPECT_TRUE(head.body.empty());
            for (const char *name : {"etag", "content-type", "last-modified", "content-length"})
                EXPECT_EQ(head.header(name), get.header(name)) << name;
        }
        EXPECT_EQ(ask("HEAD", resource.one("none")).status, 404);
    }
}

TEST_P(XapiDocuments, KeepAnyContentWithItsType) // 2.2.s4
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    const std::pair<std::string, std::string> contents[] = {{"application/octet-stream", bytes},
                                                            {"text/plain; charset=utf-8", "Tiếng Việt 中文"},
                                                            {"application/x-www-form-urlencoded", "true"},
                                                            {"application/json", "[1, 2.50]"}};
    for (const auto &resource : kResources)
        for (const auto &[type, content] : contents) {
            const auto path = resource.one(type);
            EXPECT_EQ(ask("POST", path, content, {{"Content-Type", type}}).status, 204) << type;
            const auto there = ask("GET", path);
            EXPECT_EQ(there.body, content);
            EXPECT_EQ(there.header("content-type"), type);
        }
}

TEST_P(XapiDocuments, AreMergedOnlyWhenBothAreJsonObjects) // 2.2.s7, 2.2.s8, XAPI-00278, 00279, 00281, 00313
{
    for (const auto &resource : kResources) {
        const auto path = resource.one("json");
        const std::string first = R"({"car":{"make":"Ford"},"driver":"Dale"})";
        ASSERT_EQ(ask("POST", path, first).status, 204);
        for (const auto &[type, body] : std::initializer_list<std::pair<std::string, std::string>>{
                 {"application/octet-stream", "abcdefg"},
                 {"not/json", "abcdefg"},
                 {"application/json", first + "{"},
                 {"application/json", "[]"},
                 {"application/json", "7"}}) {
            EXPECT_EQ(ask("POST", path, body, {{"Content-Type", type}}).status, 400) << type << body;
            EXPECT_EQ(ask("GET", path).body, first);
        }
        EXPECT_EQ(ask("POST", path, R"({"car":{"model":"Ram"}})").status, 204); // one level deep
        EXPECT_EQ(json::parse(ask("GET", path).body),
                  json::parse(R"({"car":{"model":"Ram"},"driver":"Dale"})"));
        const auto other = resource.one("text");
        ASSERT_EQ(ask("POST", other, "/ asdf", {{"Content-Type", "application/octet-stream"}}).status, 204);
        EXPECT_EQ(ask("POST", other, "{}").status, 400);
        EXPECT_EQ(ask("GET", other).body, "/ asdf");
        EXPECT_EQ(put(resource.one("new"), "{broken").status, 400);
        EXPECT_EQ(ask("POST", resource.one("new"), "{broken").status, 400); // XAPI-00284
        EXPECT_EQ(ask("GET", resource.one("new")).status, 404);
    }
}

TEST_P(XapiDocuments, AreJsonHoweverTheirTypeIsSpelt) // RFC 9110, 8.3.1; 2.2.s7, XAPI-00235, 00284, 00314
{
    for (const auto &resource : kResources) {
        const auto post = [&](const std::string &name, const std::string &type, const std::string &body) {
            return ask("POST", resource.one(name), body, {{"Content-Type", type}}).status;
        };
        for (const char *type : {"Application/JSON", "application/json ; charset=utf-8"})
            EXPECT_EQ(post("broken", type, "{broken"), 400) << type;
        EXPECT_EQ(post("merged", "APPLICATION/json", R"({"a":1})"), 204);
        EXPECT_EQ(post("merged", "application/json ;charset=utf-8", R"({"b":2})"), 204);
        EXPECT_EQ(json::parse(ask("GET", resource.one("merged")).body), (json{{"a", 1}, {"b", 2}}));
        EXPECT_EQ(post("lines", "application/json-seq", "{\"a\":1}\n{\"a\":2}\n"), 204); // another type
        EXPECT_EQ(post("lines", "application/json-seq", "{}"), 400);
    }
}

TEST_P(XapiDocuments,
       AreListedByTheirIdsSinceATime) // XAPI-00193, 00195, 00221, 00268, 00270, 00275, 00291, 00294
{
    for (const auto &resource : kResources) {
        ASSERT_EQ(ask("POST", resource.one("one"), "{}").status, 204);
        ASSERT_EQ(ask("POST", resource.one("two"), "{}").status, 204);
        EXPECT_EQ(json::parse(ask("GET", resource.all()).body), json({"one", "two"}));
        const auto since = [&](const std::string &time) {
            return resource.all() + "&since=" + encoded(time);
        };
        EXPECT_EQ(json::parse(ask("GET", since("2020-01-01T00:00:00Z")).body).size(), 2u);
        EXPECT_EQ(json::parse(ask("GET", since("2099-01-01T00:00:00Z")).body).size(), 0u);
        EXPECT_EQ(ask("GET", since("true")).status, 400); // XAPI-00204, XAPI-00260
        EXPECT_EQ(ask("GET", since("2020-01-01")).status, 400);
    }
}

TEST_P(XapiDocuments, RefuseWrongParameters) // XAPI-00196 to 00215, 00255 to 00267, 00285 to 00302
{
    for (const auto &resource : kResources) {
        for (const char *method : {"PUT", "POST", "GET", "DELETE"}) {
            const auto refused = [&](const std::string &path) {
                const std::string body = *method == 'P' ? "{}" : "";
                EXPECT_EQ(ask(method, path, body).status, 400) << method << " " << path;
            };
            refused(resource.path);
            refused(resource.path + "?" + resource.id + "=x");
            refused(resource.one("x") + "&unknown=1");
            refused(resource.one("x") + "&" + resource.id + "=y");
            refused(resource.path + "?" + resource.id + "=x&Agent=" + kAgent + "&ActivityId=" + kActivity);
            for (const char *agent : {"true", "not JSON", "7", R"({"key":"value"})", R"({"mbox":"a"})"})
                if (resource.path != "/activities/profile")
                    refused(resource.path + "?activityId=" + kActivity + "&agent=" + encoded(agent) + "&" +
                            resource.id + "=x");
            if (resource.path != "/agents/profile")
                refused(resource.path + "?activityId=true&agent=" + kAgent + "&" + resource.id + "=x");
            const bool needsId = std::string(method) == "PUT" || std::string(method) == "POST" ||
                                 (std::string(method) == "DELETE" && !resource.isState());
            if (needsId)
                refused(resource.all());
            if (resource.isState())
                for (const char *registration : {"true", "1", "not UUID"})
                    refused(resource.one("x") + "&registration=" + encoded(registration));
        }
    }
}

TEST_P(XapiDocuments, OfAStateBelongToTheirRegistration) // XAPI-00200 to 00203, 00218 to 00220
{
    const auto &state = kResources[0];
    const auto in = [&](const std::string &registration) { return "&registration=" + registration; };
    const auto a = in(uuidV7(1));
    const auto b = in(uuidV7(1));
    EXPECT_EQ(put(state.one("s") + a, R"({"in":"a"})").status, 204);
    EXPECT_EQ(put(state.one("s") + b, R"({"in":"b"})").status, 204);
    EXPECT_EQ(ask("GET", state.one("s") + a).body, R"({"in":"a"})");
    EXPECT_EQ(ask("GET", state.one("s")).status, 404);
    EXPECT_EQ(json::parse(ask("GET", state.all() + a).body), json({"s"}));
    EXPECT_EQ(ask("DELETE", state.one("s") + a).status, 204);
    EXPECT_EQ(ask("GET", state.one("s") + b).status, 200);
}

TEST_P(XapiDocuments, OfAStateAreDeletedAllAtOnce) // XAPI-00194, XAPI-00205
{
    const auto &state = kResources[0];
    for (const char *id : {"one", "two"})
        ASSERT_EQ(ask("POST", state.one(id), "{}").status, 204);
    EXPECT_EQ(ask("DELETE", state.all() + "&since=2020-01-01T00%3A00%3A00Z").status, 400);
    EXPECT_EQ(ask("DELETE", state.all()).status, 204);
    EXPECT_EQ(json::parse(ask("GET", state.all()).body), json::array());
}

TEST_P(XapiDocuments, HaveTheirSha1AsETag) // 3.1, XAPI-00322
{
    for (const auto &resource : kResources) {
        ASSERT_EQ(ask("POST", resource.one("x"), "abc", {{"Content-Type", "text/plain"}}).status, 204);
        EXPECT_EQ(ask("GET", resource.one("x")).header("etag"),
                  "\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    }
}

TEST_P(XapiDocuments, AreListedWithAnETagOfTheList) // 3.1, XAPI-00322: every GET
{
    for (const auto &resource : kResources) {
        const auto none = ask("GET", resource.all());
        EXPECT_EQ(none.header("etag"), "\"97d170e1550eee4afc0af065b78cda302a97674c\"")
            << none.body; // of "[]"
        ASSERT_EQ(ask("POST", resource.one("x"), "{}").status, 204);
        const auto one = ask("GET", resource.all());
        EXPECT_EQ(json::parse(one.body), json({"x"}));
        EXPECT_NE(one.header("etag"), none.header("etag"));
        const auto again = ask("GET", resource.all(), "", {{"If-None-Match", one.header("etag")}});
        EXPECT_EQ(again.status, 304); // RFC 9110, 13.1.2
        EXPECT_EQ(again.header("etag"), one.header("etag"));
        EXPECT_EQ(ask("GET", resource.all(), "", {{"If-None-Match", none.header("etag")}}).body, one.body);
    }
}

TEST_P(XapiDocuments, DoNotGrowBeyondTheirLimitByMerging) // 2.2.s7; docs/protocol.md: 1 MB
{
    const auto member = [](const char *key, std::size_t size) {
        return json{{key, std::string(size, 'x')}}.dump();
    };
    constexpr std::size_t kHalf = 1u << 19;
    for (const auto &resource : kResources) {
        const auto path = resource.one("growing");
        ASSERT_EQ(ask("POST", path, member("a", kHalf)).status, 204);
        const auto whole = ask("GET", path).body;
        const auto refused = ask("POST", path, member("b", kHalf));
        expectExactly(
            refused, "body",
            "must have at most 1048576 bytes together with the document that is there, not 1048591");
        EXPECT_EQ(ask("GET", path).body, whole);
        EXPECT_EQ(ask("POST", path, member("a", kHalf + 1)).status, 204); // in the place of the other one
        EXPECT_EQ(ask("POST", path, member("b", kHalf - 16)).status, 204);
        EXPECT_EQ(ask("GET", path).body.size(), 2 * kHalf);
    }
}

TEST_P(XapiDocuments, AreChangedOnlyByThoseWhoKnowThem) // 3.1; 2.0 4.1.4
{
    for (const auto &resource : kResources) {
        const auto path = resource.one("known");
        ASSERT_EQ(put(path, R"({"n":1})").status, 204);
        EXPECT_EQ(put(path, R"({"n":2})").status, 412); // If-None-Match: * on one that is there
        const auto etag = ask("GET", path).header("etag");
        for (const std::string wrong : {"\"1111111111111111111111111111111111111111\"", "1234"}) {
            const Headers headers{{"If-Match", wrong}, {"Content-Type", "application/json"}};
            for (const char *method : {"PUT", "POST", "DELETE"})
                EXPECT_EQ(ask(method, path, *method == 'D' ? "" : R"({"n":3})", headers).status, 412)
                    << method;
            EXPECT_EQ(ask("GET", path).body, R"({"n":1})");
        }
        EXPECT_EQ(put(path, R"({"n":3})", {{"If-None-Match", "\"other\", " + etag}}).status, 412);
        EXPECT_EQ(put(path, R"({"n":4})", {{"If-Match", "\"other\", " + etag}}).status, 204);
        EXPECT_EQ(put(path, R"({"n":5})", {{"If-Match", etag}}).status, 412);
        const auto next = ask("GET", path).header("etag");
        EXPECT_EQ(ask("POST", path, R"({"m":6})", {{"If-Match", next}, {"Content-Type", "application/json"}})
                      .status,
                  204);
        EXPECT_EQ(json::parse(ask("GET", path).body), (json{{"n", 4}, {"m", 6}}));
        EXPECT_EQ(ask("DELETE", path, "", {{"If-Match", ask("GET", path).header("etag")}}).status, 204);
        EXPECT_EQ(put(resource.one("absent"), "{}", {{"If-Match", etag}}).status, 412);
    }
}

TEST_P(XapiDocuments, ArePutWithoutHeadersAsTheVersionAllows) // 1.0.3 3.1, XAPI-00273; 2.0 4.1.4
{
    for (const auto &resource : kResources) {
        const auto path = resource.one("bare");
        const bool mayCreate = isTwo() || resource.isState();
        EXPECT_EQ(put(path, R"({"n":1})", {}).status, mayCreate ? 204 : 400) << path;
        ASSERT_EQ(ask("POST", path, R"({"n":1})").status, 204);
        const bool mayReplace = !isTwo() && resource.isState();
        const auto again = put(path, R"({"n":2})", {});
        EXPECT_EQ(again.status, mayReplace ? 204 : 409) << path;
        if (!mayReplace) {
            EXPECT_FALSE(json::parse(again.body).at("message").get<std::string>().empty());
            EXPECT_EQ(ask("GET", path).body, R"({"n":1})");
        }
    }
}

TEST_P(XapiDocuments, AreGivenByScope) // 4.0
{
    const auto with = [&](const std::string &scope) {
        const auto made = server->service().credentials.addClient("scoped", {scope});
        return made->key + ":" + made->secret;
    };
    const auto status = [&](const std::string &credential, const std::string &method,
                            const std::string &path) {
        const Headers headers{{"X-Experience-API-Version", version()}, {"Content-Type", "application/json"}};
        return test::http(method, server->url() + "/xapi" + path,
                          {credential, headers, method == "POST" ? "{}" : ""})
            .status;
    };
    const auto state = with("state");
    const auto profile = with("profile");
    const auto reads = with("all/read");
    for (const auto &resource : kResources) {
        const auto path = resource.one("scoped");
        EXPECT_EQ(status(resource.isState() ? profile : state, "POST", path), 403);
        EXPECT_EQ(status(resource.isState() ? state : profile, "POST", path), 204);
        EXPECT_EQ(status(reads, "GET", path), 200);
        EXPECT_EQ(status(reads, "POST", path), 403);
        EXPECT_EQ(status(reads, "DELETE", path), 403);
    }
}

INSTANTIATE_TEST_SUITE_P(Both, XapiDocuments, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
