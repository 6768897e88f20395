// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;
using test::Headers;
using test::http;

// Communication 1.1 HEAD, 1.2 Headers, 2.1.3 Consistent-Through, 2.8 About, 3.2 Error codes, 3.3 Versioning,
// 4.0 Authentication.
class XapiHeaders : public test::XapiServer {
protected:
    const std::string agents = "/agents?agent=" + encoded(R"({"mbox":"mailto:learner@example.org"})");
    const std::string activities = "/activities?activityId=http%3A%2F%2Fexample.org%2Fthing";
    const std::string agentProfile = "/agents/profile?profileId=p&" + agents.substr(agents.find('?') + 1);
    const std::string activityProfile =
        "/activities/profile?profileId=p&" + activities.substr(activities.find('?') + 1);
};

TEST_P(XapiHeaders, NameTheVersionThatWasAskedFor) // 3.3, XAPI-00333
{
    const auto answer = ask("GET", "/statements");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("x-experience-api-version"), version());
    const auto patch = bare("GET", "/statements", {{"X-Experience-API-Version", isTwo() ? "2.0" : "1.0.1"}});
    EXPECT_EQ(patch.status, 401);
    EXPECT_EQ(patch.header("x-experience-api-version"), version());
}

TEST_P(XapiHeaders, KnowEveryPatchOfAVersion) // 3.3.s3.b7
{
    for (const auto &[asked, answered] :
         std::initializer_list<std::pair<std::string, std::string>>{{"1.0", "1.0.3"},
                                                                    {"1.0.0", "1.0.3"},
                                                                    {"1.0.2", "1.0.3"},
                                                                    {"1.0.10", "1.0.3"},
                                                                    {"2.0", "2.0.0"},
                                                                    {"2.0.0", "2.0.0"},
                                                                    {"2.0.1", "2.0.0"}}) {
        const auto answer = http("GET", server->url() + "/xapi/statements",
                                 {client, {{"X-Experience-API-Version", asked}}, {}});
        EXPECT_EQ(answer.status, 200) << asked;
        EXPECT_EQ(answer.header("x-experience-api-version"), answered) << asked;
    }
}

TEST_P(XapiHeaders, MeanTheSameWithBlanksBehindThem) // 1.2; RFC 9110, 5.5
{
    const auto asked = [&](const std::string &blanks) {
        return bare("GET", "/statements",
                    {{"X-Experience-API-Version", version() + blanks},
                     {"Authorization", "Basic " + toBase64(client) + blanks}});
    };
    for (const std::string blanks : {"", " ", " \t "}) {
        const auto answer = asked(blanks);
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.header("x-experience-api-version"), version());
    }
}

TEST_P(XapiHeaders, AreOnErrorsOfEverySort) // 3.3.s3
{
    const std::pair<std::string, std::string> asked[] = {
        {"GET", "/statements?foo=bar"}, {"GET", "/statements?statementId=" + uuidV7(1)},
        {"DELETE", "/statements"},      {"GET", "/nowhere"},
        {"POST", "/statements"},        {"PUT", "/statements?statementId=x"}};
    for (const auto &[method, path] : asked) {
        const auto answer = ask(method, path, method == "POST" || method == "PUT" ? "{" : "");
        EXPECT_GE(answer.status, 400) << path;
        EXPECT_EQ(answer.header("x-experience-api-version"), version()) << path;
    }
}

TEST_P(XapiHeaders, AreRefusedWithoutAKnownVersion) // 3.3, XAPI-00331
{
    const std::string put = "/statements?statementId=" + uuidV7(1);
    const std::pair<std::string, std::string> asked[] = {{"GET", "/statements?statementId=" + uuidV7(1)},
                                                         {"GET", "/statements"},
                                                         {"POST", "/statements"},
                                                         {"PUT", put},
                                                         {"GET", activityState}};
    for (const auto &[method, path] : asked) {
        const std::string body = method == "GET" ? "" : newStatement().dump();
        for (const bool authorized : {true, false}) {
            const auto answer =
                http(method, server->url() + "/xapi" + path,
                     {authorized ? client : "", {{"Content-Type", "application/json"}}, body});
            EXPECT_EQ(answer.status, 400) << path;
            EXPECT_EQ(answer.header("x-experience-api-version"), "0.95") << path;
        }
    }
    for (const char *path : {"/activities", "/activities/profile", "/activities/state", "/agents",
                             "/agents/profile"}) { // XAPI-00321
        EXPECT_EQ(bare("GET", path).status, 400) << path;
        EXPECT_EQ(bare("GET", path).header("x-experience-api-version"), "0.95") << path;
    }
    for (const char *other :
         {"0.8", "0.9", "0.95", "1.1.0", "1.0.", "1.0.x", "1", "2.1.0", "2.00", "3.0.0", "x"})
        EXPECT_EQ(bare("GET", "/statements", {{"X-Experience-API-Version", other}}).status, 400) << other;
}

TEST_P(XapiHeaders, NameTheVersionThatTheClientSpokeLastWhenItNamesNone) // 3.3, XAPI-00331
{
    const auto answer = [&](const std::string &as, const std::string &asked) {
        const Headers headers = {{"X-Experience-API-Version", asked}};
        return http("GET", server->url() + "/xapi/statements", {as, asked.empty() ? Headers() : headers, ""});
    };
    const auto label = [&](const std::string &as, const std::string &asked = "") {
        const auto refusal = answer(as, asked);
        EXPECT_EQ(refusal.status, 400);
        return refusal.header("x-experience-api-version");
    };
    EXPECT_EQ(label(client), "0.95");
    EXPECT_EQ(answer(client.substr(0, client.find(':')) + ":wrong", version()).status, 401);
    EXPECT_EQ(label(client), "0.95");
    for (const char *spoken : {"1.0.3", "2.0.0", "1.0.3"}) {
        EXPECT_EQ(answer(client, spoken).status, 200);
        EXPECT_EQ(label(client), spoken);
        EXPECT_EQ(label(client, "3.0.0"), spoken);
        EXPECT_EQ(label(""), "0.95");
    }
}

TEST_P(XapiHeaders, OfJsonNameNoCharset) // RFC 8259, 11
{
    for (const char *path : {"/about", "/statements", "/statements?foo=bar"})
        EXPECT_EQ(ask("GET", path).header("content-type"), "application/json") << path;
}

TEST_P(XapiHeaders, NameTheVersionThatTheOperatorChoseForWhoAsksForNone) // 3.3, XAPI-00331
{
    server.reset();
    start({}, {version(), {}});
    EXPECT_EQ(bare("GET", "/statements").header("x-experience-api-version"), version());
    EXPECT_EQ(bare("GET", "/statements").status, 400);
}

TEST_P(XapiHeaders, TellUpToWhenEverythingIsVisible) // 2.1.3, on errors too
{
    for (const std::string path :
         {"/statements", "/statements?foo=bar", "/statements?limit=x", "/statements?statementId=x"}) {
        for (const char *method : {"GET", "HEAD"}) {
            const auto answer = ask(method, path);
            EXPECT_TRUE(parseIso8601(answer.header("x-experience-api-consistent-through")).ok())
                << method << " " << path << " " << answer.status;
        }
    }
    const auto through = [](const test::Answer &answer, int status) {
        EXPECT_EQ(answer.status, status);
        return answer.header("x-experience-api-consistent-through");
    };
    const Headers spoken{{"X-Experience-API-Version", version()}};
    const auto writer = server->service().credentials.addClient("writer", {"statements/write"});
    EXPECT_NE(through(bare("GET", "/statements"), 400), "");
    EXPECT_NE(through(bare("GET", "/statements", spoken), 401), "");
    EXPECT_NE(through(http("GET", server->url() + "/xapi/statements",
                           {writer->key + ":" + writer->secret, spoken, {}}),
                      403),
              "");
    EXPECT_NE(through(ask("GET", "/statements?statementId=" + uuidV7(1)), 404), "");
}

TEST_P(XapiHeaders, OfHeadAreThoseOfGetWithoutTheBody) // 1.1
{
    ASSERT_EQ(ask("POST", "/statements", newStatement().dump()).status, 200);
    for (const std::string &path : {activityState, activityProfile, agentProfile})
        ASSERT_EQ(ask("POST", path, "{\"a\":1}").status, 204) << path;
    for (const std::string &path : {std::string("/about"), std::string("/statements"), activityState,
                                    activities, agents, activityProfile, agentProfile}) {
        const auto get = ask("GET", path);
        const auto head = ask("HEAD", path);
        EXPECT_EQ(head.status, 200) << path;
        EXPECT_EQ(head.body, "") << path;
        EXPECT_EQ(head.header("content-type"), get.header("content-type")) << path;
        EXPECT_EQ(head.header("etag"), get.header("etag")) << path;
        EXPECT_EQ(head.header("content-length"), get.header("content-length")) << path;
    }
}

TEST_P(XapiHeaders, OfAboutNeedNeitherVersionNorCredential) // 2.8, XAPI-00315 to XAPI-00319
{
    for (const bool asksForVersion : {true, false}) {
        const auto about = asksForVersion ? ask("GET", "/about") : bare("GET", "/about");
        EXPECT_EQ(about.status, 200);
        const auto versions = json::parse(about.body).at("version");
        EXPECT_TRUE(versions.is_array());
        for (const char *wanted : {"1.0.3", "2.0.0"})
            EXPECT_NE(std::find(versions.begin(), versions.end(), wanted), versions.end());
    }
}

TEST_P(XapiHeaders, RefuseMethodsThatAResourceDoesNotHave) // 3.2.s3.b1
{
    const std::pair<std::string, std::string> asked[] = {{"DELETE", "/statements?statementId=" + uuidV7(1)},
                                                         {"PATCH", "/statements"},
                                                         {"POST", "/about"},
                                                         {"DELETE", activities},
                                                         {"POST", activities},
                                                         {"PUT", activities},
                                                         {"DELETE", agents},
                                                         {"POST", agents},
                                                         {"PUT", agents}};
    for (const auto &[method, path] : asked) {
        const auto answer = bare(method, path, {{"X-Experience-API-Version", "1.0.1"}});
        EXPECT_EQ(answer.status, 405) << method << path;
        EXPECT_FALSE(answer.header("allow").empty());
    }
}

TEST_P(XapiHeaders, OfWrongCredentialsAreUnauthorized) // 4.0, XAPI-00334
{
    const std::string path = "/statements?statementId=" + uuidV7(1);
    for (const std::string &header :
         {std::string("Basic ") + toBase64("RobCIsNot:AUserOnThisLRS"),
          std::string("Basic:") + toBase64("RobCIsNot:AUserOnThisLRS"), std::string("Basic"),
          std::string("Basic  "), std::string("Basic !!!"), std::string("Bearer x"),
          std::string("Basic ") + toBase64("nocolon"), std::string()}) {
        const auto answer = bare("PUT", path,
                                 {{"X-Experience-API-Version", version()},
                                  {"Content-Type", "application/json"},
                                  {"Authorization", header}},
                                 newStatement().dump());
        EXPECT_EQ(answer.status, 401) << header;
        EXPECT_TRUE(answer.header("www-authenticate").starts_with("Basic")) << header;
        EXPECT_EQ(answer.body.find("AUserOnThisLRS"), std::string::npos);
    }
    const auto statement = newStatement(); // XAPI-00335
    EXPECT_EQ(ask("PUT", "/statements?statementId=" + statement.at("id").get<std::string>(), statement.dump())
                  .status,
              204);
}

TEST_P(XapiHeaders, RefuseParametersThatAreNotKnownOrSpeltInAnotherCase) // 3.2, XAPI-00324, XAPI-00325
{
    for (const char *name : {"foo", "StatementId", "VoidedStatementId", "Agent", "Verb", "Activity",
                             "Registration", "Related_Activities", "Related_Agents", "Since", "Until",
                             "Limit", "Format", "Attachments", "Ascending"}) {
        const auto answer = ask("GET", std::string("/statements?") + name + "=1");
        EXPECT_EQ(answer.status, 400) << name;
        EXPECT_TRUE(json::accept(answer.body));
    }
    EXPECT_EQ(ask("GET", "/statements?verb=%zz").status, 400);
}

TEST_P(XapiHeaders, KeepEveryScriptAsItCame) // 1.4.s1.b1
{
    auto statement = newStatement();
    statement["verb"]["id"] = "http://example.org/unicode/" + uuidV7(1);
    statement["verb"]["display"] = {
        {"vi", "đã học — ỹ"}, {"zh", "学习\U0001F333"}, {"ar", "تعلم"}, {"th", "เรียน"}};
    ASSERT_EQ(ask("POST", "/statements", statement.dump()).status, 200);
    const auto list = json::parse(
        ask("GET", "/statements?verb=" + encoded(statement["verb"]["id"].get<std::string>())).body);
    ASSERT_EQ(list.at("statements").size(), 1u);
    EXPECT_EQ(list.at("statements").at(0).at("verb").at("display"), statement["verb"]["display"]);
    EXPECT_EQ(ask("POST", "/statements", "{\"actor\":\"\xff\"}").status, 400);
}

INSTANTIATE_TEST_SUITE_P(Xapi, XapiHeaders, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
