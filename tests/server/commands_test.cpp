// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"
#include "core/lrs/sql_statement_store.h"
#include "core/xapi/vocabulary.h"
#include "tests/server/program.h"

#include <csignal>
#include <fstream>
#include <sstream>

namespace kapok {
namespace {

using nlohmann::json;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

constexpr const char *kCourse = "https://kapok.example/courses/c";

class Commands : public test::ProgramTest {
protected:
    void SetUp() override
    {
        const auto unit =
            on(database(), {"add-unit", "--kind", "school", "--name", "vi=Trường", "--home-page", kHome});
        ASSERT_EQ(unit.code, 0) << unit.err;
        for (const char *account : {"mai", "an"}) {
            const auto person =
                on(database(), {"add-person", "--account", account, "--name", "Mai", "--unit", "Trường"},
                   "right-password\n");
            ASSERT_EQ(person.code, 0) << person.err;
        }
    }

    /// A statement of \p account in a lesson of the course, which changes figures.
    static std::string lesson(const std::string &account, std::string_view verb, const std::string &result)
    {
        return R"({"id":")" + uuidV7(1) + R"(","actor":{"account":{"homePage":")" + kHome + R"(","name":")" +
               account + R"("}},"verb":{"id":")" + std::string(verb) + R"("},"object":{"id":")" + kCourse +
               R"(/lessons/1"},"result":)" + result +
               R"(,"context":{"registration":"5e2f0f9c-9a63-4f2e-8f7c-1b1f4c6d7a11","contextActivities":{)" +
               R"("grouping":[{"id":")" + kCourse + R"("}],"category":[{"id":)" +
               R"("https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}},)" +
               R"("timestamp":"2020-01-01T07:00:00.000Z"})"; // long before anything is stored
    }

    /// Writes \p lines to a file.
    [[nodiscard]] std::string fileOf(const std::vector<std::string> &lines,
                                     const std::string &name = "in.jsonl") const
    {
        std::ofstream out(file(name));
        for (const auto &line : lines)
            out << line << "\n";
        return file(name).string();
    }

    void import(const std::vector<std::string> &lines)
    {
        const Ran ran = on(database(), {"import", "--file", fileOf(lines)});
        EXPECT_EQ(ran.code, 0) << ran.err;
    }

    /// All rows of the figures, as text.
    [[nodiscard]] std::string figures(const std::string &name = "kapok.db") const
    {
        auto opened = store::Database::open(file(name), lrs::migrations());
        EXPECT_TRUE(opened.ok());
        std::string text;
        for (const char *sql :
             {"SELECT a.ifi, c.iri, '', started, completed, last_seen, lessons_done, mark FROM figure f"
              " JOIN agent a ON a.id = f.agent JOIN activity c ON c.id = f.course ORDER BY 1, 2",
              "SELECT a.ifi, c.iri, l.iri, completed, best FROM figure_lesson f JOIN agent a ON a.id = "
              "f.agent"
              " JOIN activity c ON c.id = f.course JOIN activity l ON l.id = f.lesson ORDER BY 1, 2, 3"}) {
            auto query = opened->query(sql);
            while (*query.step()) {
                for (int i = 0; i < query.columnCount(); ++i)
                    text += query.text(i) + "|";
                text += "\n";
            }
        }
        return text;
    }

    [[nodiscard]] std::int64_t count(const std::string &sql) const
    {
        auto opened = store::Database::open(file("kapok.db"), lrs::migrations());
        const auto found = opened->query(sql).one([](const store::Query &row) { return row.integer(0); });
        EXPECT_TRUE(found.ok()) << found.error().detail;
        return found->value_or(-1);
    }

    /// Makes everything in the database as if it had been stored \p days ago.
    void age(int days)
    {
        auto opened = store::Database::open(file("kapok.db"), lrs::migrations());
        const std::int64_t by = std::int64_t{days} * 86'400'000'000;
        for (const char *table :
             {"statement", "statement_agent", "statement_activity", "statement_reference"}) {
            EXPECT_TRUE(opened->run(std::string("UPDATE ") + table + " SET stored = stored - ?", {by}).ok());
        }
    }

    static std::vector<std::string> linesOf(const std::string &text)
    {
        std::istringstream stream(text);
        std::vector<std::string> lines;
        for (std::string line; std::getline(stream, line);)
            lines.push_back(line);
        return lines;
    }
};

TEST_F(Commands, HaveHelpAndRefuseWrongUsage)
{
    for (const char *command : {"restore", "export", "import", "rebuild", "delete-person", "retention"}) {
        const Ran help = kapokd({command, "--help"});
        EXPECT_EQ(help.code, 0) << command;
        EXPECT_NE(help.out.find("--database"), std::string::npos) << command;
        EXPECT_EQ(kapokd({command}).code, 2) << command;
    }
    EXPECT_EQ(on(database(), {"import"}).code, 2);
    EXPECT_EQ(on(database(), {"import", "--file", "a", "--url", "b"}).code, 2);
    EXPECT_EQ(on(database(), {"retention", "--months", "0"}).code, 2);
}

TEST_F(Commands, RestoreABackupWithEverythingInIt)
{
    import({statement(uuidV7(1), "mai")});
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const Ran restored = kapokd({"restore", file("copy").string(), "--database", database("new.db")});
    EXPECT_EQ(restored.code, 0) << restored.err;
    const Ran original = on(database(), {"export"});
    const Ran copy = on(database("new.db"), {"export"});
    EXPECT_EQ(linesOf(copy.out).size(), 1u);
    EXPECT_EQ(copy.out, original.out);
    for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().string().find("restoring"), std::string::npos) << entry.path();
}

TEST_F(Commands, RestoreNothingOverADatabaseThatIsThere)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const std::string before = *readFile(file("kapok.db"));
    const Ran ran = kapokd({"restore", file("copy").string(), "--database", database()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is there already"), std::string::npos) << ran.err;
    EXPECT_EQ(*readFile(file("kapok.db")), before);
}

TEST_F(Commands, RestoreNoBackupThatIsDamagedOrForeign)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    std::string bytes = *readFile(file("copy"));
    const std::string cut = bytes.substr(0, bytes.size() / 2);
    for (std::size_t at = 8192; at + 100 < bytes.size(); at += 4096)
        bytes.replace(at, 100, std::string(100, 'x'));
    const std::vector<std::pair<std::string, std::string>> bad = {
        {"damaged", bytes}, {"cut", cut}, {"text", "no database"}, {"empty", ""}};
    for (const auto &[name, content] : bad) {
        ASSERT_TRUE(writeFileAtomically(file(name), content).ok());
        const Ran ran = kapokd({"restore", file(name).string(), "--database", database("new.db")});
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_TRUE(ran.err.starts_with("kapokd: ")) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(file("new.db"))) << name;
    }
    EXPECT_EQ(kapokd({"restore", file("none").string(), "--database", database("new.db")}).code, 1);
}

TEST_F(Commands, ExportEveryStatementOnceAndGoOnLater)
{
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(uuidV7(1));
        import({statement(ids.back())});
    }
    const std::string out = file("out.jsonl").string();
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 0);
    std::ofstream(out, std::ios::app) << R"({"id":"cut)"; // an export that was killed
    ids.push_back(uuidV7(1));
    import({statement(ids.back())});
    const Ran again = on(database(), {"export", "--output", out});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_NE(again.err.find("Exported 1 statements"), std::string::npos) << again.err;
    const auto lines = linesOf(*readFile(out));
    ASSERT_EQ(lines.size(), ids.size());
    std::string last;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto one = json::parse(lines[i]);
        EXPECT_EQ(one.at("id"), ids[i]);
        EXPECT_GT(one.at("stored").get<std::string>(), last);
        last = one.at("stored").get<std::string>();
    }
    const auto second = json::parse(lines[1]).at("stored").get<std::string>();
    EXPECT_EQ(linesOf(on(database(), {"export", "--after", second}).out).size(), 2u);
}

TEST_F(Commands, ExportToNoFileThatIsSomethingElse)
{
    const std::string out = fileOf({"a letter"}, "letter");
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 1);
    EXPECT_EQ(*readFile(out), "a letter\n");
    ASSERT_TRUE(writeFileAtomically(out, "a letter without an end").ok());
    EXPECT_EQ(on(database(), {"export", "--output", out}).code, 1);
    EXPECT_EQ(*readFile(out), "a letter without an end");
}

TEST_F(Commands, ImportWhatWasExportedWithNumbersAndAuthorityAsTheyWere)
{
    const std::string id = uuidV7(1);
    import({statement(id, "mai", "http://example.org/did", R"(,"result":{"score":{"raw":12.1250}})")});
    const Ran exported = on(database(), {"export"});
    ASSERT_TRUE(writeFileAtomically(file("all"), exported.out).ok());
    const Ran imported = on(database("other.db"), {"import", "--file", file("all").string()});
    EXPECT_EQ(imported.out, "read 1, added 1, known 0, refused 0\n") << imported.err;
    const std::string there = on(database("other.db"), {"export"}).out;
    EXPECT_NE(there.find("12.1250"), std::string::npos) << there;
    EXPECT_EQ(json::parse(there).at("authority"), json::parse(exported.out).at("authority"));
    const Ran again = on(database("other.db"), {"import", "--file", file("all").string()});
    EXPECT_EQ(again.out, "read 1, added 0, known 1, refused 0\n");
}

TEST_F(Commands, ImportTheGoodOnesAndTellTheOthers)
{
    const std::string bad = uuidV7(1);
    std::vector<std::string> lines;
    for (int i = 0; i < 60; ++i)
        lines.push_back(statement(uuidV7(1)));
    lines.insert(lines.begin() + 20, R"({"id":")" + bad + R"(","verb":{"id":"http://e.org/v"}})");
    lines.push_back("no statement");
    const Ran ran = on(database(), {"import", "--file", fileOf(lines)});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "read 62, added 60, known 0, refused 2\n");
    EXPECT_NE(ran.err.find("refused " + bad), std::string::npos) << ran.err;
    EXPECT_EQ(on(database(), {"import", "--file", file("none").string()}).code, 1);
}

TEST_F(Commands, ImportFromAnotherServerPageByPageAndThenOnlyWhatIsNew)
{
    std::vector<std::string> lines;
    for (int i = 0; i < 1200; ++i)
        lines.push_back(statement(uuidV7(1)));
    import(lines);
    const std::string credential = client(database(), "statements/read");
    const auto colon = credential.find(':');
    ServeProcess server(database());
    const std::vector<std::string> command = {"import",
                                              "--url",
                                              server.url() + "/xapi",
                                              "--key",
                                              credential.substr(0, colon),
                                              "--secret",
                                              credential.substr(colon + 1)};
    const Ran first = on(database("other.db"), command);
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.out, "read 1200, added 1200, known 0, refused 0\n");
    const std::string writer = client(database(), "statements/write");
    EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", writer, statement(uuidV7(1))).status, 200);
    const Ran second = on(database("other.db"), command);
    EXPECT_EQ(second.code, 0) << second.err;
    EXPECT_NE(second.out.find("added 1,"), std::string::npos) << second.out;
    const auto read = std::stoi(second.out.substr(5));
    EXPECT_LT(read, 1200) << "it began anew";
    EXPECT_EQ(linesOf(on(database("other.db"), {"export"}).out).size(), 1201u);
}

TEST_F(Commands, ImportSaysWhyAnotherServerWasNotRead)
{
    ServeProcess server(database());
    const std::vector<std::string> secret = {"--key", "k", "--secret", "very-secret"};
    std::vector<std::string> command = {"import", "--url", server.url() + "/xapi"};
    command.insert(command.end(), secret.begin(), secret.end());
    const Ran unknown = on(database("other.db"), command);
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("does not know this key"), std::string::npos) << unknown.err;
    EXPECT_EQ(unknown.err.find("very-secret"), std::string::npos);
    command[2] = "http://127.0.0.1:1/xapi";
    EXPECT_NE(on(database("other.db"), command).err.find("not reached"), std::string::npos);
    command[2] = server.url() + "/nothing";
    EXPECT_EQ(on(database("other.db"), command).code, 1);
    EXPECT_EQ(on(database("other.db"), {"import", "--url", server.url()}).code, 1);
}

TEST_F(Commands, RebuildGivesTheSameFigures)
{
    const std::string voided =
        lesson("an", xapi::verb::kPassed, R"({"score":{"scaled":0.9},"success":true})");
    import({lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
            lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.8125},"success":true})"),
            lesson("an", xapi::verb::kFailed, R"({"score":{"scaled":0.25},"success":false})"), voided,
            R"({"actor":{"account":{"homePage":")" + std::string(kHome) +
                R"(","name":"an"}},"verb":{"id":")" + std::string(xapi::verb::kVoided) +
                R"("},"object":{"objectType":"StatementRef","id":")" +
                json::parse(voided).at("id").get<std::string>() + R"("}})"});
    const std::string before = figures();
    EXPECT_NE(before.find("0.8125"), std::string::npos) << before;
    EXPECT_NE(before.find("0.25"), std::string::npos) << before;
    EXPECT_EQ(on(database(), {"rebuild"}).code, 0);
    EXPECT_EQ(figures(), before);
    EXPECT_EQ(on(database(), {"rebuild-figures"}).code, 0);
    EXPECT_EQ(figures(), before);
}

TEST_F(Commands, RetentionDeletesOldStatementsAndFiguresStay)
{
    import({lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
            lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.5},"success":true})"),
            lesson("an", xapi::verb::kExperienced, "{}")});
    age(200);
    import({lesson("mai", xapi::verb::kPassed, R"({"score":{"scaled":0.75},"success":true})")});
    const std::string before = figures();
    EXPECT_EQ(on(database(), {"retention", "--months", "12"}).out.find("deleted 0 statements"), 0u);
    const Ran ran = on(database(), {"retention", "--months", "3"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out.find("deleted 3 statements stored before "), 0u) << ran.out;
    EXPECT_EQ(linesOf(on(database(), {"export"}).out).size(), 1u);
    EXPECT_EQ(figures(), before);
    EXPECT_EQ(on(database(), {"rebuild"}).code, 0);
    EXPECT_EQ(figures(), before);
    EXPECT_EQ(count("SELECT count(*) FROM statement_agent a WHERE NOT EXISTS"
                    " (SELECT 1 FROM statement s WHERE s.stored = a.stored)"),
              0);
    EXPECT_EQ(count("SELECT count(*) FROM statement_activity a WHERE NOT EXISTS"
                    " (SELECT 1 FROM statement s WHERE s.stored = a.stored)"),
              0);
}

TEST_F(Commands, DeletingAPersonLeavesNothingOfHersAndAllOfOthers)
{
    import({statement(uuidV7(1), "mai"), lesson("mai", xapi::verb::kCompleted, R"({"completion":true})"),
            statement(uuidV7(1), "an"), lesson("an", xapi::verb::kCompleted, R"({"completion":true})")});
    const Ran ran = on(database(), {"delete-person", "mai"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "deleted 2 statements and 0 documents\n");
    const auto left = linesOf(on(database(), {"export"}).out);
    ASSERT_EQ(left.size(), 2u);
    for (const auto &line : left)
        EXPECT_EQ(json::parse(line).at("actor").at("account").at("name"), "an");
    EXPECT_EQ(figures().find(" mai"), std::string::npos);
    EXPECT_NE(figures().find(" an"), std::string::npos);
    EXPECT_EQ(count("SELECT count(*) FROM agent WHERE ifi LIKE '%mai%'"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM person WHERE account = 'mai'"), 0);
    EXPECT_EQ(on(database(), {"delete-person", "mai"}).code, 0); // nothing is left to do
    EXPECT_EQ(on(database(), {"delete-person", "nobody"}).code, 1);
    const Ran again =
        on(database(), {"add-person", "--account", "mai", "--name", "M", "--unit", "Trường"}, "password\n");
    EXPECT_EQ(again.code, 1);
    EXPECT_NE(again.err.find("was deleted"), std::string::npos) << again.err;
}

TEST_F(Commands, ADeletedPersonsLateStatementsAreAcceptedAndNotKept)
{
    const std::string credential = client(database());
    ServeProcess server(database());
    const std::string url = server.url() + "/xapi/statements";
    const json signIn{{"account", "mai"}, {"password", "right-password"}};
    const auto in =
        json::parse(test::http("POST", server.url() + "/api/v1/sign-in", {{}, {}, signIn.dump()}).body);
    const std::string hers = in.at("credential").at("key").get<std::string>() + ":" +
                             in.at("credential").at("secret").get<std::string>();
    EXPECT_EQ(xapi("POST", url, hers, statement(uuidV7(1), "mai")).status, 200);
    ASSERT_EQ(on(database(), {"delete-person", "mai"}).code, 0);
    EXPECT_EQ(xapi("POST", url, hers, statement(uuidV7(1), "mai")).status, 401); // at the next request
    // Another LRS sends hers among others': its batch goes through, so that it need not send for ever.
    const std::string late = uuidV7(1);
    const std::string others = uuidV7(1);
    const auto answer =
        xapi("POST", url, credential, "[" + statement(late, "mai") + "," + statement(others, "an") + "]");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(json::parse(answer.body), json::array({late, others}));
    EXPECT_EQ(xapi("GET", url + "?statementId=" + late, credential).status, 404);
    EXPECT_EQ(xapi("GET", url + "?statementId=" + others, credential).status, 200);
    EXPECT_EQ(count("SELECT count(*) FROM agent WHERE ifi LIKE '%mai%'"), 0);
}

TEST_F(Commands, ARevokedCredentialEndsAtTheNextRequestOfARunningServer)
{
    const std::string credential = client(database());
    ServeProcess server(database());
    const std::string url = server.url() + "/xapi/statements";
    EXPECT_EQ(xapi("GET", url, credential).status, 200);
    EXPECT_EQ(xapi("GET", url, credential).status, 200);
    ASSERT_EQ(on(database(), {"revoke", credential.substr(0, credential.find(':'))}).code, 0);
    EXPECT_EQ(xapi("GET", url, credential).status, 401);
}

} // namespace
} // namespace kapok
