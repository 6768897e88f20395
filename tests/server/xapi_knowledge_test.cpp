// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;

// Communication 2.4 Agents, 2.5 Activities.
class XapiKnowledge : public test::XapiServer {
protected:
    void store(const json &statement) { ASSERT_EQ(ask("POST", "/statements", statement.dump()).status, 200); }

    json person(const json &agent)
    {
        const auto answer = ask("GET", "/agents?agent=" + encoded(agent.dump()));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body);
    }

    json activity(const std::string &iri)
    {
        const auto answer = ask("GET", "/activities?activityId=" + encoded(iri));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body);
    }
};

TEST_P(XapiKnowledge, GivesAPersonWithListsForEverything) // 2.4, XAPI-00236 to 00242, 00246, 00248
{
    auto statement = newStatement();
    statement["actor"]["name"] = "Hoàng Thị Mai";
    store(statement);
    EXPECT_EQ(person(statement["actor"]), (json{{"objectType", "Person"},
                                                {"mbox", {"mailto:learner@example.org"}},
                                                {"name", {"Hoàng Thị Mai"}}}));
    const json others[] = {{{"mbox_sha1sum", "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}},
                           {{"openid", "http://example.org/id"}},
                           {{"account", {{"homePage", "http://example.org"}, {"name", "a"}}}}};
    for (const auto &agent : others) { // XAPI-00247: of whom nothing else is known
        json expected{{"objectType", "Person"}};
        for (const auto &[key, value] : agent.items())
            expected[key] = json::array({value});
        EXPECT_EQ(person(agent), expected);
    }
}

TEST_P(XapiKnowledge, RefusesWhatIsNoAgent) // 2.4, XAPI-00243, XAPI-00249
{
    EXPECT_EQ(ask("GET", "/agents").status, 400);
    for (const char *agent : {"true", "x", "{}", R"({"mbox":"a"})", R"({"objectType":"Group","member":[]})"})
        EXPECT_EQ(ask("GET", "/agents?agent=" + encoded(agent)).status, 400) << agent;
    EXPECT_EQ(ask("PUT", "/agents", "{}").status, 405);
}

TEST_P(XapiKnowledge, GivesAnActivityWithAllThatWasSaidOfIt) // 2.5, XAPI-00251, XAPI-00254
{
    auto statement = newStatement();
    statement["object"]["definition"] = {{"name", {{"en-US", "example meeting"}}},
                                         {"type", "http://example.org/meeting"},
                                         {"extensions", {{"http://example.org/x", 1.5}}}};
    store(statement);
    EXPECT_EQ(activity("http://example.org/thing"), statement["object"]);
    auto other = newStatement();
    other["object"]["definition"] = {{"name", {{"fr-FR", "réunion"}}}};
    store(other);
    auto both = statement["object"];
    both["definition"]["name"]["fr-FR"] = "réunion";
    EXPECT_EQ(activity("http://example.org/thing"), both);
}

TEST_P(XapiKnowledge, GivesAnActivityThatNobodySpokeOf) // 2.0 4.1.6.4
{
    const std::string iri = "http://example.org/path/../never";
    EXPECT_EQ(activity(iri),
              (json{{"objectType", "Activity"}, {"id", iri}})); // and its IRI as it was asked, 4.2.7
    EXPECT_EQ(ask("GET", "/activities").status, 400);           // XAPI-00250
    EXPECT_EQ(ask("GET", "/activities?activityId=true").status, 400);
    EXPECT_EQ(ask("HEAD", "/activities?activityId=urn%3Aa").status, 200);
}

TEST_P(XapiKnowledge, IsGivenByScope) // 4.0
{
    const test::Headers headers{{"X-Experience-API-Version", version()}};
    const std::pair<std::string, int> scopes[] = {{"all/read", 200},
                                                  {"statements/read", 200},
                                                  {"statements/read/mine", 403},
                                                  {"statements/write", 403}};
    for (const auto &[scope, status] : scopes) {
        const auto made = server->service().credentials.addClient("scoped", {scope});
        for (const std::string path :
             {"/activities?activityId=urn%3Aa", "/agents?agent=%7B%22mbox%22%3A%22mailto%3Aa%40e.org%22%7D"})
            EXPECT_EQ(test::http("GET", server->url() + "/xapi" + path,
                                 {made->key + ":" + made->secret, headers, {}})
                          .status,
                      status)
                << scope << path;
    }
}

INSTANTIATE_TEST_SUITE_P(Both, XapiKnowledge, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
