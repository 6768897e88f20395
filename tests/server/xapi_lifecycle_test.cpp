// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"
#include "core/lrs/micros.h"
#include "tests/server/xapi_server.h"

#include <algorithm>
#include <functional>

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;

// Data 2.3.1 Immutability, 2.4.1 ID, 2.4.8 Stored, 2.4.9 Authority, 2.4.10 Version, 2.5 Retrieval;
// Communication 2.1.3 Consistent-Through.
class XapiLifecycle : public test::XapiServer {
protected:
    using Change = std::function<void(json &)>;

    static std::string pathOf(const json &statement)
    {
        return "/statements?statementId=" + statement.at("id").get<std::string>();
    }

    void store(const json &statement)
    {
        const auto answer = ask("POST", "/statements", statement.dump());
        ASSERT_EQ(answer.status, 200) << answer.body;
    }

    json found(const json &statement)
    {
        const auto answer = ask("GET", pathOf(statement));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body);
    }

    /// A statement in which everything is that a repeat may say otherwise.
    static json full()
    {
        json statement = newStatement();
        statement["actor"] = json::parse(
            R"({"objectType":"Group","member":[{"mbox":"mailto:a@B.vn"},{"mbox":"mailto:c@d.vn"}]})");
        statement["object"]["definition"] = {{"name", {{"en", "thing"}}}};
        statement["timestamp"] = "2026-11-22T08:05:00Z";
        statement["result"]["duration"] = "PT1.23S";
        return statement;
    }

    /// What a repeat of full() with \p change is answered, sent with \p method.
    int repeated(const std::string &method, const Change &change)
    {
        json statement = full();
        store(statement);
        change(statement);
        const json before = found(statement);
        const auto path = method == "PUT" ? pathOf(statement) : std::string("/statements");
        const auto answer = ask(method, path, statement.dump());
        EXPECT_EQ(found(statement), before) << "an LRS must not modify a statement (XAPI-00142)";
        if (answer.status == 200) {
            EXPECT_EQ(json::parse(answer.body), json({statement["id"]}));
        }
        return answer.status;
    }
};

TEST_P(XapiLifecycle, TakesWhatSaysTheSameForWhatIsStored) // Data 2.3.1.s2, XAPI-00142
{
    const std::pair<const char *, Change> changes[] = {
        {"nothing", [](json &) {}},
        {"stored", [](json &s) { s["stored"] = "2011-07-15T00:00:00Z"; }},
        {"authority",
         [](json &s) {
             s["authority"] = {{"mbox", "mailto:x@y.vn"}};
         }},
        {"version", [](json &s) { s["version"] = "1.0.0"; }},
        {"no timestamp", [](json &s) { s.erase("timestamp"); }},
        {"time zone", [](json &s) { s["timestamp"] = "2026-11-22T15:05:00.000+07:00"; }},
        {"display",
         [](json &s) {
             s["verb"]["display"] = {{"vi", "đã làm"}};
         }},
        {"definition", [](json &s) { s["object"].erase("definition"); }},
        {"order of members", [](json &s) { std::swap(s["actor"]["member"][0], s["actor"]["member"][1]); }},
        {"domain", [](json &s) { s["actor"]["member"][0]["mbox"] = "mailto:a@b.VN"; }},
    };
    for (const auto &[what, change] : changes) {
        EXPECT_EQ(repeated("POST", change), 200) << what;
        EXPECT_EQ(repeated("PUT", change), 204) << what;
    }
}

TEST_P(XapiLifecycle, TakesARepeatWithoutTimestampForTheSame) // Data 2.3.1, 2.4.7: the LRS set it
{
    const json statement = newStatement();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask("POST", "/statements", statement.dump()).status, 200);
        EXPECT_EQ(ask("PUT", pathOf(statement), statement.dump()).status, 204);
    }
    EXPECT_EQ(json::parse(ask("GET", "/statements").body)["statements"].size(), 1u);
}

TEST_P(XapiLifecycle, RefusesWhatSaysSomethingElseUnderTheSameId) // Data 2.3.1.s2, XAPI-00142
{
    const std::pair<const char *, Change> changes[] = {
        {"verb", [](json &s) { s["verb"]["id"] = "http://example.org/different"; }},
        {"object", [](json &s) { s["object"]["id"] = "http://example.org/other"; }},
        {"time", [](json &s) { s["timestamp"] = "2026-11-22T08:05:00.001Z"; }},
        {"mailbox", [](json &s) { s["actor"]["member"][0]["mbox"] = "mailto:A@b.vn"; }},
        {"no result", [](json &s) { s.erase("result"); }},
        {"hundredths", [](json &s) { s["result"]["duration"] = "PT1.24S"; }},
    };
    for (const auto &[what, change] : changes)
        for (const char *method : {"POST", "PUT"})
            EXPECT_EQ(repeated(method, change), 409) << what;
}

TEST_P(XapiLifecycle, ComparesDurationsOfRepeatsAsTheVersionSays) // 2.0 4.2.7
{
    const auto finer = [](json &s) { s["result"]["duration"] = "PT1.2399S"; };
    EXPECT_EQ(repeated("PUT", finer), isTwo() ? 204 : 409);
}

TEST_P(XapiLifecycle, StoresNothingOfABatchInWhichOneRepeatDiffers) // Communication 3.2.s3.b9, XAPI-00326
{
    json known = newStatement();
    store(known);
    known["verb"]["id"] = "http://example.org/different";
    const json fresh = newStatement();
    EXPECT_EQ(ask("POST", "/statements", json{fresh, known}.dump()).status, 409);
    EXPECT_EQ(ask("GET", pathOf(fresh)).status, 404);
}

TEST_P(XapiLifecycle, KnowsIdsInAnyLetterCase) // Data 2.4.1; RFC 4122, 3
{
    const auto upper = [](std::string id) {
        std::ranges::transform(id, id.begin(), [](unsigned char c) { return std::toupper(c); });
        return id;
    };
    json statement = newStatement();
    const std::string id = statement["id"];
    statement["id"] = upper(id);
    statement["context"]["registration"] = upper(uuidV7(1));
    store(statement);
    EXPECT_EQ(found({{"id", id}})["verb"], statement["verb"]);
    EXPECT_EQ(found({{"id", upper(id)}})["verb"], statement["verb"]);
    EXPECT_EQ(ask("PUT", pathOf({{"id", id}}), statement.dump()).status, 204);
    std::string registration = statement["context"]["registration"];
    std::ranges::transform(registration, registration.begin(),
                           [](unsigned char c) { return std::tolower(c); });
    const auto list = ask("GET", "/statements?registration=" + registration);
    EXPECT_EQ(json::parse(list.body)["statements"].size(), 1u);
    auto twice = json{newStatement(), newStatement()};
    twice[1]["id"] = upper(twice[0]["id"]);
    EXPECT_EQ(ask("POST", "/statements", twice.dump()).status, 400); // 2.0 4.1.6.1: one id twice
    json voiding = newStatement();
    voiding["verb"]["id"] = "http://adlnet.gov/expapi/verbs/voided";
    voiding["object"] = {{"objectType", "StatementRef"}, {"id", id}};
    store(voiding);
    EXPECT_EQ(ask("GET", pathOf(statement)).status, 404);
    EXPECT_EQ(ask("GET", "/statements?voidedStatementId=" + upper(id)).status, 200);
}

TEST_P(XapiLifecycle, KeepsTheVersionThatAStatementCameWith) // 2.4.10, 3.3.s3.b4; XAPI-00330, XAPI-00332
{
    for (const std::string sent : {"1.0", "1.0.0", "1.0.3", "2.0.0"}) {
        if (sent == "2.0.0" && !isTwo())
            continue;
        for (const bool isRewritten : {false, true}) { // when something else of it is left out
            json statement = newStatement();
            statement["version"] = sent;
            if (isRewritten)
                statement["stored"] = "2011-07-15T00:00:00Z";
            store(statement);
            EXPECT_EQ(found(statement)["version"], sent);
        }
    }
}

TEST_P(XapiLifecycle, SetsStoredAndAuthorityItself) // 2.4.8 (XAPI-00097), 2.4.9 (XAPI-00099)
{
    json statement = newStatement();
    statement["stored"] = "2011-07-15T00:00:00.000Z";
    statement["authority"] = {{"objectType", "Agent"}, {"mbox", "mailto:somebody@else.org"}};
    store(statement);
    json other = newStatement();
    other["stored"] = statement["stored"];
    ASSERT_EQ(ask("PUT", pathOf(other), other.dump()).status, 204);
    for (const auto &each : {statement, other}) {
        const std::string text = ask("GET", pathOf(each)).body;
        EXPECT_EQ(text.find("2011-07-15"), std::string::npos) << text; // not even beside the right one
        EXPECT_EQ(text.find("somebody@else.org"), std::string::npos) << text;
        const json kept = json::parse(text);
        EXPECT_TRUE(parseIso8601(kept["stored"].get<std::string>()).ok());
        EXPECT_EQ(kept["authority"]["account"]["homePage"], "https://kapok.example/nodes/test");
        EXPECT_EQ(kept["timestamp"], kept["stored"]); // 2.4.7: where none was sent
    }
}

TEST_P(XapiLifecycle, NeverShowsMoreThanItConfirmsAndAlwaysMovesOn) // Communication 2.1.3.s2.b5, XAPI-00160
{
    lrs::Micros before = 0;
    for (int i = 0; i < 5; ++i) {
        store(newStatement());
        const auto answer = ask("GET", "/statements");
        const auto through = *lrs::parseMicros(answer.header("x-experience-api-consistent-through"));
        EXPECT_GT(through, before);
        const auto statements = json::parse(answer.body)["statements"];
        ASSERT_EQ(statements.size(), static_cast<std::size_t>(i + 1));
        for (const auto &statement : statements)
            EXPECT_LE(*lrs::parseMicros(statement["stored"].get<std::string>()), through);
        EXPECT_GT(*lrs::parseMicros(statements[0]["stored"].get<std::string>()), before)
            << "a puller misses it";
        before = through;
    }
}

TEST_P(XapiLifecycle, LeadsToTheNextPageInTheSameForm) // 2.5.s2.table1, XAPI-00108, XAPI-00111, XAPI-00114
{
    for (int i = 0; i < 3; ++i)
        store(newStatement());
    json other = newStatement();
    other["verb"]["id"] = "http://example.org/other";
    store(other);
    std::string next =
        "/statements?limit=1&format=ids&ascending=true&verb=" + encoded("http://example.org/did");
    for (int page = 0; page < 3; ++page) {
        const auto answer = json::parse(ask("GET", next).body);
        ASSERT_EQ(answer["statements"].size(), 1u) << next;
        EXPECT_EQ(answer["statements"][0]["verb"], (json{{"id", "http://example.org/did"}}));
        const std::string more = answer["more"];
        EXPECT_EQ(more.empty(), page == 2) << more;
        EXPECT_TRUE(more.empty() || more.starts_with("/xapi/statements?")) << more;
        next = more.empty() ? "" : more.substr(std::string("/xapi").size());
    }
}

TEST_P(XapiLifecycle, LeadsToTheNextPageOfTheSameQuestion) // 2.5.s2.table1; Communication 2.1.3
{
    const std::string registration = uuidV7(1);
    for (int i = 0; i < 2; ++i) {
        json statement = newStatement();
        statement["context"]["registration"] = registration;
        store(statement);
    }
    const std::pair<std::string, std::string> asked[] = {
        {"agent", newStatement()["actor"].dump()},
        {"verb", "http://example.org/did"},
        {"activity", "http://example.org/thing"},
        {"registration", registration},
        {"related_activities", "true"},
        {"related_agents", "true"},
        {"since", "2020-01-01T00:00:00+01:00"},
        {"until", "2099-01-01T00:00:00Z"},
        {"limit", "1"},
        {"format", "canonical"},
        {"attachments", "true"},
        {"ascending", "true"},
    };
    std::string query;
    for (const auto &[name, value] : asked)
        query += (query.empty() ? "/statements?" : "&") + name + "=" + encoded(value);
    const auto page = ask("GET", query);
    ASSERT_EQ(page.status, 200) << page.body;
    const auto begin = page.body.find("\"more\":\"/xapi");
    ASSERT_NE(begin, std::string::npos) << page.body;
    const std::string more = page.body.substr(begin + 13, page.body.find('"', begin + 8) - begin - 13);
    for (const auto &[name, value] : asked)
        EXPECT_NE((more + "&").find(name + "=" + encoded(value) + "&"), std::string::npos) << name << more;
    const auto last = ask("GET", more);
    EXPECT_EQ(last.status, 200) << more << last.body;
    EXPECT_TRUE(last.header("content-type").starts_with("multipart/mixed"));
    EXPECT_NE(last.body.find("\"more\":\"\""), std::string::npos) << last.body;
}

INSTANTIATE_TEST_SUITE_P(Both, XapiLifecycle, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
