// SPDX-License-Identifier: Apache-2.0
#include "tests/core/xapi/refused_values.h"
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::Answer;
using test::encoded;

constexpr std::size_t kMost = 2000; // bytes of what is indexed

/// A text that no database can press into fewer bytes.
std::string noise(std::size_t size)
{
    std::string text;
    for (int i = 0; text.size() < size; ++i)
        text += sha256(std::to_string(i));
    return text.substr(0, size);
}

/// An IRI of \p size bytes.
std::string iri(std::size_t size)
{
    const std::string start = "http://e.org/";
    return start + noise(size - start.size());
}

json account(const std::string &homePage, const std::string &name)
{
    return {{"account", {{"homePage", homePage}, {"name", name}}}};
}

// What a database has no room or no form for is refused before it comes there: with its place and the rule,
// and the same by every database.
class XapiRefusals : public test::XapiServer {
protected:
    /// What POST answers to a statement with \p value at \p pointer.
    Answer post(const std::string &pointer, const json &value)
    {
        json statement = newStatement();
        statement[json::json_pointer(pointer)] = value;
        return ask("POST", "/statements", statement.dump());
    }

    static void expectRefusal(const Answer &answer, const std::string &path, const std::string &rule)
    {
        ASSERT_EQ(answer.status, 400) << path << ": " << answer.body;
        const json body = json::parse(answer.body);
        EXPECT_EQ(body.value("path", ""), path) << answer.body;
        EXPECT_NE(body.value("message", "").find(rule), std::string::npos) << answer.body;
    }
};

TEST_P(XapiRefusals, TakeIdentifiersOf2000BytesInStatements) // 3.2
{
    EXPECT_EQ(post("/verb/id", iri(kMost)).status, 200);
    EXPECT_EQ(post("/object/id", iri(kMost)).status, 200);
    EXPECT_EQ(post("/actor", {{"openid", iri(kMost)}}).status, 200);
    EXPECT_EQ(post("/actor", {{"mbox", "mailto:" + noise(kMost - 9) + "@e"}}).status, 200);
    EXPECT_EQ(post("/actor", account(iri(100), noise(kMost - 100))).status, 200);
    EXPECT_EQ(post("/object/definition", {{"type", iri(3000)}}).status, 200); // which is in no index
}

TEST_P(XapiRefusals, NameTheIdentifierOfAStatementThatIsTooLong) // 3.2
{
    const std::string rule = "2000 bytes";
    expectRefusal(post("/verb/id", iri(kMost + 1)), "$.verb.id", rule);
    expectRefusal(post("/object/id", iri(3000)), "$.object.id", rule);
    expectRefusal(post("/context/contextActivities", {{"parent", {{{"id", iri(3000)}}}}}),
                  "$.context.contextActivities.parent[0].id", rule);
    expectRefusal(post("/actor", {{"openid", iri(3000)}}), "$.actor.openid", rule);
    expectRefusal(post("/actor", {{"mbox", "mailto:" + noise(3000) + "@e.org"}}), "$.actor.mbox", rule);
    expectRefusal(post("/actor", account(iri(3000), "a")), "$.actor.account", rule);
    expectRefusal(post("/actor", account("http://e.org", noise(3000))), "$.actor.account", rule);
    expectRefusal(post("/actor", account(iri(1001), noise(1000))), "$.actor.account", rule);
}

TEST_P(XapiRefusals, NameTheParameterThatIsTooLong) // 3.2
{
    const std::string rule = "2000 bytes";
    const std::string agent = encoded(account("http://e.org", noise(3000)).dump());
    expectRefusal(ask("GET", "/statements?verb=" + iri(3000)), "verb", rule);
    expectRefusal(ask("GET", "/statements?activity=" + iri(3000)), "activity", rule);
    expectRefusal(ask("GET", "/statements?agent=" + agent), "agent.account", rule);
    expectRefusal(ask("GET", "/activities?activityId=" + iri(3000)), "activityId", rule);
    const std::string profile = "/activities/profile?profileId=";
    expectRefusal(ask("POST", profile + "p&activityId=" + iri(3000), "{}"), "activityId", rule);
    expectRefusal(ask("POST", profile + noise(3000) + "&activityId=urn:a", "{}"), "profileId", rule);
    EXPECT_EQ(ask("POST", profile + noise(kMost) + "&activityId=" + iri(kMost), "{}").status, 204);
    expectRefusal(ask("POST", "/agents/profile?profileId=p&agent=" + agent, "{}"), "agent.account", rule);
}

TEST_P(XapiRefusals, NameTheParameterThatIsNotUtf8) // 1.4, 3.2
{
    const std::string rule = "must be UTF-8 text";
    const std::string agent = encoded(R"({"mbox":"mailto:a@e.org"})");
    expectRefusal(ask("GET", "/activities?activityId=http://e.org/%ff"), "activityId", rule);
    expectRefusal(ask("GET", "/statements?verb=http://e.org/%ff"), "verb", rule);
    expectRefusal(ask("POST", "/activities/state?stateId=%ff&activityId=urn:a&agent=" + agent, "{}"),
                  "stateId", rule);
    expectRefusal(ask("POST", "/activities/profile?profileId=%c3&activityId=urn:a", "{}"), "profileId", rule);
    expectRefusal(ask("GET", "/agents?agent=%ff"), "agent", rule);
    EXPECT_EQ(ask("POST", "/activities/profile?profileId=%c3%a9&activityId=urn:a", "{}").status, 204);
}

TEST_P(XapiRefusals, NameAContentTypeThatIsNotPrintableAscii) // RFC 9110, 5.5
{
    const std::string form =
        "stateId=s&activityId=urn:a&content=x&Content-Type=text/plain%0d%0aX-Own:1&agent=" +
        encoded(R"({"mbox":"mailto:a@e.org"})");
    if (!isTwo())
        expectRefusal(ask("POST", "/activities/state?method=PUT", form,
                          {{"Content-Type", "application/x-www-form-urlencoded"}}),
                      "content-type", "must not have control characters");
    for (const std::string bytes : {"text/plain; name=\xc3\xa9", "text/\xff"}) {
        const auto answer = ask("PUT", "/activities/profile?profileId=p&activityId=urn:a", "x",
                                {{"Content-Type", bytes}, {"If-None-Match", "*"}});
        expectRefusal(answer, "Content-Type", "must be printable ASCII");
    }
}

TEST_P(XapiRefusals, NameWhereANulCharacterStands) // 3.2
{
    const std::string rule = "must not have a NUL character";
    const std::string nul("a\0b", 3);
    const std::string named = encoded(json{{"mbox", "mailto:a@e.org"}, {"name", nul}}.dump());
    expectRefusal(post("/actor/name", nul), "$.actor.name", rule);
    expectRefusal(post("/actor", account("http://e.org", nul)), "$.actor.account.name", rule);
    const json group = {{"objectType", "Group"}, {"mbox", "mailto:g@e.org"}, {"name", nul}};
    expectRefusal(post("/context/team", group), "$.context.team.name", rule);
    expectRefusal(ask("GET", "/agents?agent=" + named), "agent.name", rule);
    expectRefusal(ask("POST", "/agents/profile?profileId=p&agent=" + named, "{}"), "agent.name", rule);
    expectRefusal(ask("POST", "/activities/profile?profileId=a%00b&activityId=urn:a", "{}"), "profileId",
                  rule);
}

TEST_P(XapiRefusals, LeaveNulCharactersOfOtherTextsAlone) // Data 2.3.1
{
    const std::string nul("a\0b", 3);
    EXPECT_EQ(post("/result", {{"response", nul}}).status, 200);
    EXPECT_EQ(post("/context/extensions", {{"http://e.org/x", nul}}).status, 200);
    EXPECT_EQ(post("/object/definition", {{"name", {{"en", nul}}}}).status, 200);
}

TEST_P(XapiRefusals, NameAParameterThatIsNotKnown) // 3.2, XAPI-00324, XAPI-00325
{
    const std::string rule = "is not known here";
    const std::string state = "/activities/state?activityId=urn:a&agent=x&stateID=s";
    expectRefusal(ask("GET", "/statements?Verb=urn:v"), "Verb", rule);
    expectRefusal(ask("GET", state), "stateID", rule);
    expectRefusal(ask("GET", "/activities?a:%20%ff%00=1"), "a:???", rule);
    expectRefusal(ask("GET", "/agents?" + noise(100) + "=1"), noise(64), rule);
}

TEST_P(XapiRefusals, NameThePathTheRuleAndTheKindOfEveryValueOfAStatement) // Data 2.2, Communication 3.2
{
    for (const auto &refused : test::refusedValues()) {
        if (*refused.only && refused.only != version())
            continue;
        const json statement = test::broken(refused);
        expectExactly(ask("POST", "/statements", statement.dump()), refused.path, refused.message);
        json batch = json::array({newStatement(), statement});
        const std::string id = batch[0].at("id");
        expectExactly(ask("POST", "/statements", batch.dump()), std::string(refused.path).insert(1, "[1]"),
                      refused.message);
        EXPECT_EQ(ask("GET", "/statements?statementId=" + id).status, 404); // never half a batch
    }
}

TEST_P(XapiRefusals, NameWhereTheBodyStopsBeingJsonAndWhy) // Data 2.2, 3.2
{
    const auto post = [&](const std::string &body) { return ask("POST", "/statements", body); };
    expectExactly(post(""), "$", "is not JSON in UTF-8: it ends too early");
    expectExactly(post(R"({"actor":})"), "$", "is not JSON in UTF-8, from byte 10 on");
    expectExactly(
        post(R"([{"actor":"se\cret)"), "$",
        "is not JSON in UTF-8: the string at byte 11 does not end, or has a wrong escape or character");
    expectExactly(post(R"({"result":{"score":{"raw":1e999}}})"), "$.result.score.raw",
                  "must be a number that a double can hold, not this number");
    expectExactly(post(R"([{},{"actor":{"mbox":"a","mbox":"b"}}])"), "$[1].actor.mbox",
                  "is a key that its object has twice");
    const std::string arrays = std::string(80, '[') + std::string(80, ']');
    std::string path = R"($.result.extensions["urn:x"])";
    for (int i = 0; i < 61; ++i)
        path += "[0]";
    expectExactly(post(R"({"result":{"extensions":{"urn:x":)" + arrays + "}}}"), path,
                  "is an array nested deeper than 64 levels");
}

INSTANTIATE_TEST_SUITE_P(Both, XapiRefusals, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
