// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/service.h"
#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/store/postgres.h"
#include "core/xapi/vocabulary.h"
#include "tests/server/program.h"

#include <csignal>
#include <fstream>
#include <set>

namespace kapok {
namespace {

using nlohmann::json;
using test::Answer;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

/// A server's SQLite database with something of everything, and an empty PostgreSQL database.
class Move : public test::ProgramTest {
protected:
    void SetUp() override
    {
        KAPOK_NEEDS_POSTGRES();
        from = sqlite("kapok.db");
        ASSERT_EQ(run({"add-unit", "--kind", "school", "--name", "vi=Trường", "--home-page", kHome}).code, 0);
        ASSERT_EQ(
            run({"add-person", "--account", "mai", "--name", "Mai", "--unit", "Trường"}, "right-password\n")
                .code,
            0);
        credential = client(from);
        fill();
    }

    [[nodiscard]] Ran run(std::vector<std::string> arguments, const std::string &input = {}) const
    {
        return on(from, std::move(arguments), input);
    }
    [[nodiscard]] Ran move() const { return on(from, {"move", "--to", place.address()}); }

    /// Statements of two months with figures, an attachment, one that is voided, and a document.
    void fill()
    {
        std::ofstream out(file("in.jsonl"));
        const std::string voided = uuidV7(1);
        const std::string withBytes = uuidV7(1);
        out << statement(voided, "mai") << "\n"
            << statement(uuidV7(1), "mai", "http://example.org/did", R"(,"result":{"score":{"raw":12.1250}})")
            << "\n"
            << statement(
                   withBytes, "an", "http://example.org/did",
                   R"(,"attachments":[{"usageType":"http://e.org/u","display":{"en":"a"},"contentType":)"
                   R"("text/plain","length":5,"sha2":")" +
                       sha256("bytes") + "\"}]")
            << "\n";
        for (int i = 0; i < 1100; ++i)
            out << statement(uuidV7(1), "a" + std::to_string(i)) << "\n";
        out << R"({"actor":{"mbox":"mailto:a@e.org"},"verb":{"id":")" << xapi::verb::kVoided
            << R"("},"object":{"objectType":"StatementRef","id":")" << voided << R"("}})"
            << "\n";
        out.close();
        std::filesystem::create_directories(file("in.jsonl.attachments") / withBytes);
        ASSERT_TRUE(
            writeFileAtomically(file("in.jsonl.attachments") / withBytes / sha256("bytes"), "bytes").ok());
        const Ran imported = run({"import", "--file", file("in.jsonl").string()});
        ASSERT_EQ(imported.code, 0) << imported.err;
        ServeProcess server(from);
        const test::Ask put{
            credential, {{"X-Experience-API-Version", "1.0.3"}, {"If-None-Match", "*"}}, "{\"kept\":[1]}"};
        ASSERT_EQ(test::http("PUT", server.url() + kDocument, put).status, 204);
    }

    /// Every statement of \p where with its bytes.
    [[nodiscard]] std::string everything(const std::string &where, const std::string &name) const
    {
        const std::string to = file(name).string();
        const Ran ran = on(where, {"export", "--output", to});
        EXPECT_EQ(ran.code, 0) << ran.err;
        std::string text = *readFile(to);
        for (const auto &entry : std::filesystem::recursive_directory_iterator(to + ".attachments")) {
            if (entry.is_regular_file())
                text += entry.path().filename().string() + *readFile(entry.path());
        }
        return text;
    }

    static constexpr const char *kDocument =
        "/xapi/activities/profile?activityId=http%3A%2F%2Fe.org%2Fo&profileId=p";
    std::string from;
    std::string credential;
    test::PostgresDatabase place;
};

TEST_F(Move, BringsEverythingToPostgresAsItWas)
{
    const std::string before = everything(from, "before");
    const Ran ran = move();
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("statement 1104\n"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("person 1\n"), std::string::npos);
    EXPECT_NE(ran.out.find("attachment 1\n"), std::string::npos);
    EXPECT_EQ(everything(place.address(), "after"), before);
    ServeProcess server(place.address(), {"--blobs", file("blobs").string()});
    const Answer document = xapi("GET", server.url() + kDocument, credential);
    EXPECT_EQ(document.body, "{\"kept\":[1]}");
    const json signIn{{"account", "mai"}, {"password", "right-password"}};
    EXPECT_EQ(test::http("POST", server.url() + "/api/v1/sign-in", {{}, {}, signIn.dump()}).status, 200);
    // What is new gets numbers and times of its own.
    const std::string url = server.url() + "/xapi/statements";
    const std::string id = uuidV7(1);
    EXPECT_EQ(xapi("POST", url, credential, statement(id, "somebody new", "http://example.org/new")).status,
              200);
    const auto page = json::parse(xapi("GET", url + "?limit=1", credential).body);
    EXPECT_EQ(page.at("statements").at(0).at("id"), id);
    EXPECT_EQ(on(place.address(), {"rebuild"}).code, 0);
}

TEST_F(Move, LeavesTheOldDatabaseToNobodyAndIsNotDoneTwice)
{
    ASSERT_EQ(move().code, 0);
    for (const auto &arguments : std::vector<std::vector<std::string>>{
             {"serve", "--listen", "127.0.0.1:0"}, {"export"}, {"move", "--to", place.address()}}) {
        const Ran ran = run(arguments);
        EXPECT_EQ(ran.code, 1);
        EXPECT_NE(ran.err.find("was moved to postgresql://"), std::string::npos) << ran.err;
        EXPECT_EQ(ran.err.find("user="), std::string::npos) << ran.err;
    }
}

TEST_F(Move, GoesBackToAFileToo)
{
    const std::string before = everything(from, "before");
    ASSERT_EQ(move().code, 0);
    const std::string back = sqlite("back.db");
    const Ran ran = kapokd({"move", "--database", place.address(), "--to", back});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(everything(back, "after"), before);
    EXPECT_EQ(on(back, {"rebuild"}).code, 0);
    EXPECT_EQ(on(place.address(), {"rebuild"}).code, 1) << "it was moved away";
}

TEST_F(Move, RefusesToGoBackIntoTheDatabaseItCameFromAndLeavesTheOneInUse)
{
    ASSERT_EQ(move().code, 0);
    const Ran ran = kapokd({"move", "--database", place.address(), "--to", from});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("The target cannot be used"), std::string::npos) << ran.err;
    EXPECT_EQ(on(place.address(), {"rebuild"}).code, 0);
}

TEST_F(Move, FinishesWhatBrokeOffAfterEverythingWasThere)
{
    ASSERT_EQ(run({"backup", file("again.db").string()}).code, 0);
    ASSERT_EQ(move().code, 0);
    const Ran ran = kapokd({"move", "--database", sqlite("again.db"), "--to", place.address()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(on(sqlite("again.db"), {"export"}).code, 1);
}

TEST_F(Move, IsRefusedWhileAServerRunsAndChangesNothing)
{
    {
        ServeProcess server(from);
        const Ran ran = move();
        EXPECT_EQ(ran.code, 1);
        EXPECT_NE(ran.err.find("stop every kapokd"), std::string::npos) << ran.err;
        EXPECT_EQ(xapi("POST", server.url() + "/xapi/statements", credential, statement(uuidV7(1))).status,
                  200);
        EXPECT_EQ(server.end(SIGTERM), 0);
    }
    EXPECT_EQ(move().code, 0);
}

TEST_F(Move, GoesIntoNoDatabaseThatHasSomething)
{
    ASSERT_EQ(on(place.address(), {"add-unit", "--kind", "school", "--name", "vi=Khác"}).code, 0);
    const Ran ran = move();
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("not empty"), std::string::npos) << ran.err;
    EXPECT_EQ(run({"export"}).code, 0) << "the old one is still in use";
}

TEST_F(Move, TakesNothingForTheSameThatDiffersInOneRow)
{
    ASSERT_EQ(run({"backup", file("again.db").string()}).code, 0);
    ASSERT_EQ(move().code, 0);
    const auto again = [&] {
        const Ran ran = kapokd({"move", "--database", sqlite("again.db"), "--to", place.address()});
        EXPECT_TRUE(ran.code == 0 || ran.err.find("not empty") != std::string::npos) << ran.err;
        return ran.code;
    };
    const auto change = [&](const std::string &sql) {
        auto target = kapokd::openDatabase(place.address());
        EXPECT_TRUE(target.ok() && target->run(sql).ok()) << sql;
    };
    // As many statements as before, but the one that was voided is voided no more.
    change("UPDATE statement SET voided = 0");
    EXPECT_EQ(again(), 1);
    change("UPDATE statement SET voided = 1 WHERE stored = (SELECT min(stored) FROM statement)");
    // The same statements, but less of something else.
    change("CREATE TABLE away AS SELECT * FROM document");
    change("DELETE FROM document");
    EXPECT_EQ(again(), 1);
    change("INSERT INTO document OVERRIDING SYSTEM VALUE SELECT * FROM away");
    change("DROP TABLE away");
    EXPECT_EQ(again(), 0);
}

TEST_F(Move, RefusesWhatIsNoOtherDatabase)
{
    EXPECT_EQ(run({"move", "--to", sqlite("other.db")}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(file("other.db")));
    EXPECT_EQ(run({"move"}).code, 2);
    const Ran none = kapokd({"move", "--database", sqlite("none.db"), "--to", place.address()});
    EXPECT_EQ(none.code, 1);
    EXPECT_NE(none.err.find("There is no database"), std::string::npos) << none.err;
    EXPECT_FALSE(std::filesystem::exists(file("none.db")));
}

} // namespace
} // namespace kapok
