// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_server.h"

#include <atomic>
#include <set>
#include <thread>

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;
using Ids = std::vector<std::string>;

// Data 2.2 to 2.5; Communication 2.1 Statements.
class XapiStatements : public test::XapiServer {
protected:
    /// Stores \p statement under its id, or a new one; the id.
    std::string store(json statement)
    {
        if (!statement.contains("id"))
            statement["id"] = uuidV7(1);
        const auto answer = ask("POST", "/statements", statement.dump());
        EXPECT_EQ(answer.status, 200) << answer.body;
        return statement["id"];
    }

    json one(const std::string &id, const std::string &more = {})
    {
        const auto answer = ask("GET", "/statements?statementId=" + id + more);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body);
    }

    /// The ids of a list, page after page.
    Ids walk(const std::string &query)
    {
        Ids ids;
        std::string path = "/statements?" + query;
        while (!path.empty()) {
            const auto answer = ask("GET", path);
            EXPECT_EQ(answer.status, 200) << path << answer.body;
            const auto page = json::parse(answer.body);
            for (const auto &statement : page.at("statements"))
                ids.push_back(statement.at("id"));
            path = page.value("more", std::string());
            if (path.starts_with("/xapi"))
                path.erase(0, 5); // ask() puts it there
        }
        return ids;
    }

    static json reference(const std::string &target, const std::string &verb = "http://example.org/commented")
    {
        auto statement = newStatement();
        statement["actor"] = {{"mbox", "mailto:other@example.org"}};
        statement["verb"] = {{"id", verb}};
        statement["object"] = {{"objectType", "StatementRef"}, {"id", target}};
        return statement;
    }

    static json voiding(const std::string &target)
    {
        return reference(target, "http://adlnet.gov/expapi/verbs/voided");
    }
};

TEST_P(XapiStatements, AreStoredUnderTheirIds) // 2.1.1, 2.1.2, XAPI-00139 to 00147
{
    const auto statement = newStatement();
    const std::string path = "/statements?statementId=" + statement["id"].get<std::string>();
    EXPECT_EQ(ask("PUT", path, statement.dump()).status, 204);
    EXPECT_EQ(ask("PUT", path, statement.dump()).status, 204); // the same again
    auto other = statement;
    other["verb"]["id"] = "http://example.org/different";
    EXPECT_EQ(ask("PUT", path, other.dump()).status, 409);
    EXPECT_EQ(ask("POST", "/statements", other.dump()).status, 409);
    EXPECT_EQ(one(statement["id"])["verb"], statement["verb"]);
    EXPECT_EQ(ask("PUT", "/statements", newStatement().dump()).status, 400);
    EXPECT_EQ(ask("PUT", "/statements?statementId=" + uuidV7(1), newStatement().dump()).status, 400);
    for (const char *id : {"true", "[object Object]", "x"})
        EXPECT_EQ(ask("PUT", "/statements?statementId=" + encoded(id), "{}").status, 400);
    auto unnamed = newStatement();
    unnamed.erase("id");
    const std::string fresh = uuidV7(1);
    EXPECT_EQ(ask("PUT", "/statements?statementId=" + fresh, unnamed.dump()).status, 204);
    EXPECT_EQ(one(fresh)["id"], fresh);
    const auto posted = ask("POST", "/statements", unnamed.dump());
    EXPECT_EQ(json::parse(posted.body).size(), 1u);
}

TEST_P(XapiStatements, OfABatchAreStoredAllOrNone) // 2.1.2; 2.0 4.1.6.1
{
    const auto good = newStatement();
    auto bad = newStatement();
    bad.erase("verb");
    EXPECT_EQ(ask("POST", "/statements", json{good, bad}.dump()).status, 400);
    EXPECT_EQ(ask("GET", "/statements?statementId=" + good["id"].get<std::string>()).status, 404);
    EXPECT_EQ(ask("POST", "/statements", json{good, good}.dump()).status, 400); // one id twice
    EXPECT_EQ(walk(""), Ids{});
}

TEST_P(XapiStatements, ComeBackAsTheyWereSent) // 2.2.s4.b3 (XAPI-00002), 1.4 (XAPI-00015)
{
    auto statement = newStatement();
    statement["result"] = {{"score", {{"min", 0.12123434}, {"raw", 12.125}, {"max", 45.45}}},
                           {"response", "Tiếng Việt 中文 العربية हिन्दी 🌱"}};
    const auto found = one(store(statement));
    for (const auto &[key, value] : statement.items())
        EXPECT_EQ(found[key], value) << key;
    for (const char *key : {"stored", "timestamp", "authority", "version"}) // 2.4.7 to 2.4.10
        EXPECT_TRUE(found.contains(key)) << key;
    EXPECT_EQ(found["timestamp"], found["stored"]);
    EXPECT_EQ(found["version"], isTwo() ? "2.0.0" : "1.0.0");
    EXPECT_EQ(found["authority"]["objectType"], "Agent"); // XAPI-00099
}

TEST_P(XapiStatements, GiveActivitiesOfAContextBackInLists) // 2.4.6.2, XAPI-00096
{
    for (const char *kind : {"parent", "grouping", "category", "other"}) {
        auto statement = newStatement();
        statement["context"]["contextActivities"][kind] = {{"id", "http://example.org/a"}};
        const json list = json::array({{{"id", "http://example.org/a"}}});
        EXPECT_EQ(one(store(statement))["context"]["contextActivities"][kind], list);
        auto sub = statement;
        sub.erase("id");
        sub["objectType"] = "SubStatement";
        auto outer = newStatement();
        outer["object"] = sub;
        EXPECT_EQ(one(store(outer))["object"]["context"]["contextActivities"][kind], list);
    }
}

TEST_P(XapiStatements, HaveTheirTimesInFullAndIn2InUtc) // 4.5 (XAPI-00122, 00123); 2.0 4.2.7
{
    auto statement = newStatement();
    statement["timestamp"] = "2023-05-04T12:00:00.1234567-05:00";
    const auto found = one(store(statement));
    EXPECT_EQ(found["timestamp"], isTwo() ? "2023-05-04T17:00:00.1234567Z" : statement["timestamp"]);
    EXPECT_GE(found["stored"].get<std::string>().size(), std::string("2023-05-04T12:00:00.123Z").size());
    EXPECT_TRUE(found["stored"].get<std::string>().ends_with('Z'));
    auto later = newStatement();
    later["timestamp"] = "2099-01-01T00:00:00Z"; // 2.4.7: clocks are wrong
    store(later);
    auto precise = newStatement();
    precise["result"]["duration"] = "P1DT12H36M0.12567S";
    EXPECT_EQ(one(store(precise))["result"]["duration"], "P1DT12H36M0.12567S");
}

TEST_P(XapiStatements, TellWhenOneOfThemWasStored) // 2.0 4.1.6.1
{
    const auto id = store(newStatement());
    const auto answer = ask("GET", "/statements?statementId=" + id);
    const auto stored = *parseIso8601(json::parse(answer.body)["stored"].get<std::string>());
    const auto modified = answer.header("last-modified");
    ASSERT_TRUE(modified.ends_with(" GMT")) << modified;
    EXPECT_EQ(modified.substr(17, 8), toIso8601(stored).substr(11, 8));
}

TEST_P(XapiStatements,
       ThatAreVoidedShowOnlyWhenAskedForAsVoided) // 2.3.2 (XAPI-00016, 00018), 2.1.4 (XAPI-00162, 00163)
{
    const std::string verb = "http://example.org/" + uuidV7(1);
    auto statement = newStatement();
    statement["verb"]["id"] = verb;
    const auto id = store(statement);
    const auto voider = store(voiding(id));
    const auto comment = store(reference(id, verb));
    EXPECT_EQ(ask("GET", "/statements?statementId=" + id).status, 404);
    EXPECT_EQ(json::parse(ask("GET", "/statements?voidedStatementId=" + id).body)["id"], id);
    EXPECT_EQ(walk("verb=" + encoded(verb)), (Ids{comment, voider}));
    EXPECT_EQ(walk("verb=" + encoded(verb) + "&limit=1"), (Ids{comment, voider}));
    EXPECT_EQ(ask("GET", "/statements?voidedStatementId=" + comment).status, 404);
    store(voiding(voider));
    EXPECT_EQ(one(voider)["id"], voider);
    const auto late = newStatement(); // 2.0: voided before it came
    store(voiding(late["id"]));
    store(late);
    EXPECT_EQ(ask("GET", "/statements?statementId=" + late["id"].get<std::string>()).status, 404);
}

TEST_P(XapiStatements, AreAskedForWithParametersThatAreRight) // 2.1.3 (XAPI-00149 to 00158), 2.2 (XAPI-00012)
{
    const auto id = store(newStatement());
    const std::string agent = encoded(R"({"mbox":"mailto:learner@example.org"})");
    for (const std::string name : {"statementId", "voidedStatementId"}) // XAPI-00150, XAPI-00151
        for (const std::string &other :
             {"agent=" + agent, std::string("verb=urn:v"), std::string("activity=urn:a"),
              "registration=" + uuidV7(1), std::string("related_activities=true"),
              std::string("related_agents=true"), std::string("since=2012-06-01T19:09:13.245Z"),
              std::string("until=2012-06-01T19:09:13.245Z"), std::string("limit=1"),
              std::string("ascending=true")})
            EXPECT_EQ(ask("GET", "/statements?" + name + "=" + id + "&" + other).status, 400)
                << name << other;
    EXPECT_EQ(ask("GET", "/statements?statementId=" + id + "&voidedStatementId=" + id).status, 400);
    EXPECT_EQ(ask("GET", "/statements?statementId=" + id + "&format=ids&attachments=false").status, 200);
    for (const char *wrong : {"StatementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
                              "statementId=x",
                              "voidedStatementId=x",
                              "foo=bar",
                              "Agent=x",
                              "agent=x",
                              "agent=%7B%7D",
                              "agent=true",
                              "verb=x",
                              "activity=x",
                              "registration=x",
                              "related_activities=yes",
                              "related_agents=1",
                              "since=x",
                              "since=2012",
                              "until=x",
                              "limit=x",
                              "limit=-1",
                              "limit=1.5",
                              "format=json",
                              "format=IDS",
                              "attachments=1",
                              "ascending=up",
                              "limit=1&limit=2"})
        EXPECT_EQ(ask("GET", std::string("/statements?") + wrong).status, 400) << wrong;
    EXPECT_EQ(ask("GET", "/statements?statementId=" + uuidV7(1)).status, 404);
}

TEST_P(XapiStatements, AreFoundByWhatTheyAreAbout) // 2.1.3, XAPI-00164, 00173 to 00184
{
    const auto made = [](const std::string &name) {
        auto statement = newStatement();
        statement["actor"] = {{"mbox", "mailto:" + name + "@example.org"}};
        statement["verb"]["id"] = "http://example.org/verb/" + name;
        statement["object"]["id"] = "http://example.org/thing/" + name;
        statement["context"] = {
            {"registration", uuidV7(1)},
            {"instructor", {{"mbox", "mailto:teacher-" + name + "@example.org"}}},
            {"contextActivities", {{"category", {{{"id", "http://example.org/category/" + name}}}}}}};
        return statement;
    };
    const auto statement = made("a");
    const auto a = store(statement);
    const auto b = store(made("b"));
    const auto agent = [](const std::string &name) {
        return encoded(R"({"mbox":"mailto:)" + name + R"(@example.org"})");
    };
    EXPECT_EQ(walk("agent=" + agent("a")), Ids{a});
    EXPECT_EQ(walk("agent=" + agent("teacher-a")), Ids{});
    EXPECT_EQ(walk("related_agents=true&agent=" + agent("teacher-a")), Ids{a});
    EXPECT_EQ(walk("verb=" + encoded("http://example.org/verb/b")), Ids{b});
    EXPECT_EQ(walk("activity=" + encoded("http://example.org/thing/b")), Ids{b});
    EXPECT_EQ(walk("activity=" + encoded("http://example.org/category/b")), Ids{});
    EXPECT_EQ(walk("related_activities=true&activity=" + encoded("http://example.org/category/b")), Ids{b});
    EXPECT_EQ(walk("registration=" + statement["context"]["registration"].get<std::string>()), Ids{a});
    const std::string stored = encoded(one(a)["stored"].get<std::string>());
    EXPECT_EQ(walk("since=" + stored), Ids{b});
    EXPECT_EQ(walk("until=" + stored), Ids{a});
    EXPECT_EQ(walk(""), (Ids{b, a}));
    EXPECT_EQ(walk("ascending=true"), (Ids{a, b}));
    EXPECT_EQ(json::parse(ask("GET", "/statements?limit=1").body)["statements"].size(), 1u);
    EXPECT_EQ(json::parse(ask("GET", "/statements?limit=0").body)["statements"].size(), 2u);
    EXPECT_EQ(json::parse(ask("GET", "/statements?limit=99999999999999").body)["statements"].size(), 2u);
    EXPECT_EQ(json::parse(ask("GET", "/statements?limit=2").body).value("more", std::string()), "");
}

TEST_P(XapiStatements, ThatReferToOthersAreFoundWithThem) // 2.1.3.s2: also through several, in any order
{
    const std::string verb = "http://example.org/" + uuidV7(1);
    auto statement = newStatement();
    statement["verb"]["id"] = verb;
    const auto first = reference(statement["id"]);
    const auto second = reference(first["id"]);
    const Ids stored{store(second), store(statement), store(first)};
    EXPECT_EQ(walk("ascending=true&verb=" + encoded(verb)), stored);
}

TEST_P(XapiStatements, AreCutDownToIds) // 2.1.3, XAPI-00171
{
    auto statement = newStatement();
    statement["actor"] = json::parse(R"({"objectType":"Group","name":"G","mbox":"mailto:g@e.org"})");
    statement["object"] =
        json::parse(R"({"objectType":"SubStatement","actor":{"objectType":"Group","name":"H",)"
                    R"("member":[{"name":"M","mbox":"mailto:m@e.org"}]},"verb":{"id":"http://e.org/v",)"
                    R"("display":{"en":"v"}},"object":{"objectType":"Activity","id":"http://e.org/o",)"
                    R"("definition":{"name":{"en":"O"}}}})");
    const auto found = one(store(statement), "&format=ids");
    EXPECT_EQ(found["actor"], json::parse(R"({"objectType":"Group","mbox":"mailto:g@e.org"})"));
    EXPECT_EQ(found["verb"], (json{{"id", "http://example.org/did"}}));
    EXPECT_EQ(found["object"]["actor"],
              json::parse(R"({"objectType":"Group","member":[{"mbox":"mailto:m@e.org"}]})"));
    EXPECT_EQ(found["object"]["verb"], json::parse(R"({"id":"http://e.org/v"})"));
    EXPECT_EQ(found["object"]["object"], json::parse(R"({"id":"http://e.org/o"})"));
}

TEST_P(XapiStatements, SpeakTheLanguageThatIsAskedForWhenCanonical) // 2.1.3, XAPI-00168 to 00172
{
    auto statement = newStatement();
    const json both{{"en-GB", "gb"}, {"en-US", "us"}};
    statement["verb"]["display"] = both;
    statement["context"]["contextActivities"]["category"] = {
        {{"id", "http://e.org/c"}, {"definition", {{"name", both}, {"description", both}}}}};
    const auto id = store(statement);
    const auto in = [&](const std::string &language, const std::string &format) {
        return json::parse(
            ask("GET", "/statements?statementId=" + id + format, {}, {{"Accept-Language", language}}).body);
    };
    const auto canonical = in("en-GB", "&format=canonical");
    const auto definition = canonical["context"]["contextActivities"]["category"][0]["definition"];
    EXPECT_EQ(canonical["verb"]["display"], (json{{"en-GB", "gb"}}));
    EXPECT_EQ(definition["name"], (json{{"en-GB", "gb"}}));
    EXPECT_EQ(definition["description"], (json{{"en-GB", "gb"}}));
    EXPECT_EQ(in("vi", "&format=canonical")["verb"]["display"].size(), 1u);
    EXPECT_EQ(in("en-GB", "")["verb"]["display"], both);
    EXPECT_EQ(in("en-GB", "&format=exact")["verb"]["display"], both);

    auto other = newStatement(); // what somebody else said of the activity is the LRS's knowledge too
    other["object"] = {{"id", "http://e.org/c"}};
    EXPECT_EQ(one(store(other), "&format=canonical")["object"]["definition"]["name"].size(), 1u);
}

TEST_P(XapiStatements, ComeBackInEveryFormatWhenNestedAsDeeplyAsTheyMayBe) // 2.1.3 `format`
{
    auto statement = newStatement();
    const std::string deep = std::string(58, '[') + std::string(58, ']'); // in six objects
    statement["context"]["contextActivities"]["other"] = {
        {"id", "http://e.org/d"}, {"definition", {{"extensions", {{"http://e.org/x", json::parse(deep)}}}}}};
    const auto id = store(statement); // which puts an array around the activity
    for (const char *format : {"exact", "ids", "canonical"})
        EXPECT_EQ(one(id, std::string("&format=") + format)["id"], id);
    EXPECT_EQ(ask("POST", "/statements", one(id).dump()).status, 400);
    statement["id"] = id;
    EXPECT_EQ(store(statement), id);
}

TEST_P(XapiStatements, AreWalkedExactlyOnceWhileOthersWrite) // 2.5 `more`
{
    std::set<std::string> before;
    for (int i = 0; i < 30; ++i)
        before.insert(store(newStatement()));
    for (const std::string order : {"", "&ascending=true"}) {
        std::atomic<bool> stop = false;
        std::thread writing([&] {
            for (int i = 0; i < 40 && !stop; ++i)
                store(newStatement());
        });
        const auto walked = walk("limit=7&format=ids" + order);
        stop = true;
        writing.join();
        const std::set<std::string> once(walked.begin(), walked.end());
        EXPECT_EQ(once.size(), walked.size());
        for (const auto &id : before)
            EXPECT_TRUE(once.contains(id));
    }
}

TEST_P(XapiStatements, OfOthersStayHiddenFromThoseWhoMayReadOnlyTheirOwn) // 4.0 statements/read/mine
{
    const auto others = store(newStatement());
    const auto made =
        server->service().credentials.addClient("own", {"statements/write", "statements/read/mine"});
    client = made->key + ":" + made->secret;
    const auto mine = store(newStatement());
    EXPECT_EQ(walk(""), Ids{mine});
    EXPECT_EQ(walk("agent=" + encoded(R"({"mbox":"mailto:learner@example.org"})")), Ids{mine});
    EXPECT_EQ(one(mine)["id"], mine);
    EXPECT_EQ(ask("GET", "/statements?statementId=" + others).status, 404);
}

INSTANTIATE_TEST_SUITE_P(Both, XapiStatements, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
