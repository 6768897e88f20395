// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include <csignal>
#include <cstdlib>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

class PostgresBackup : public test::Commands {
protected:
    void SetUp() override
    {
        if (!std::getenv("KAPOK_TEST_POSTGRES"))
            GTEST_SKIP() << "ctest says which PostgreSQL these tests are for";
        Commands::SetUp();
    }

    [[nodiscard]] Ran restore(const std::string &backup, const std::string &to) const
    {
        return kapokd({"restore", file(backup).string(), "--database", to});
    }
};

TEST_F(PostgresBackup, OfARunningServerIsRestoredWithEverythingInIt)
{
    import({lesson("mai", xapi::verb::kCompleted, "{}"), statement(uuidV7(1), "an")});
    const std::string credential = client(database(), "all");
    {
        ServeProcess server(database(), serveOptions());
        const std::string statements = server.url() + "/xapi/statements";
        ASSERT_EQ(xapi("POST", statements, credential, statement(uuidV7(1), "mai")).status, 200);
        const Ran made = on(database(), {"backup", file("copy").string()});
        ASSERT_EQ(made.code, 0) << made.err;
        ASSERT_EQ(xapi("POST", statements, credential, statement(uuidV7(1), "an")).status, 200);
    }
    const Ran restored = restore("copy", database("new"));
    ASSERT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(restored.out.find("user="), std::string::npos) << restored.out;
    const auto before = linesOf(on(database(), {"export"}).out);
    auto after = linesOf(on(database("new"), {"export"}).out);
    ASSERT_EQ(before.size(), 4u);
    after.push_back(before.back()); // came after the backup
    EXPECT_EQ(after, before);
    EXPECT_EQ(figures("new"), figures());

    ServeProcess server(database("new"), serveOptions());
    const auto stored =
        xapi("POST", server.url() + "/xapi/statements", credential, statement(uuidV7(1), "mai"));
    EXPECT_EQ(stored.status, 200) << stored.body;
}

TEST_F(PostgresBackup, IsNotRestoredOverADatabaseThatIsThere)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    import({statement(uuidV7(1), "mai")});
    const Ran ran = restore("copy", database());
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("has tables already; nothing was changed"), std::string::npos) << ran.err;
    EXPECT_EQ(linesOf(on(database(), {"export"}).out).size(), 1u);
}

TEST_F(PostgresBackup, ThatIsDamagedOrOfAnotherKindChangesNothing)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const std::string bytes = *readFile(file("copy"));
    for (const auto &[name, content] :
         std::vector<std::pair<std::string, std::string>>{{"cut", bytes.substr(0, bytes.size() / 2)},
                                                          {"begun", bytes.substr(0, 20)},
                                                          {"text", "no database"},
                                                          {"empty", ""}}) {
        ASSERT_TRUE(writeFileAtomically(file(name), content).ok());
        const Ran ran = restore(name, database("new"));
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_TRUE(ran.err.starts_with("kapokd: " + file(name).string() + ": ")) << ran.err;
        const Ran still = on(database("new"), {"export"});
        EXPECT_NE(still.err.find("no tables of Kapok"), std::string::npos) << name << still.err;
    }
}

TEST_F(PostgresBackup, AndOneOfSqliteAreEachSentToTheirOwnKind)
{
    ASSERT_EQ(on(database(), {"backup", file("dump").string()}).code, 0);
    const Ran toSqlite = restore("dump", sqlite("new.db"));
    EXPECT_EQ(toSqlite.code, 1);
    EXPECT_NE(toSqlite.err.find("This is a backup of PostgreSQL"), std::string::npos) << toSqlite.err;
    EXPECT_FALSE(fs::exists(file("new.db")));

    ASSERT_EQ(on(sqlite("other.db"), {"add-unit", "--kind", "school", "--name", "vi=Trường"}).code, 0);
    ASSERT_EQ(on(sqlite("other.db"), {"backup", file("file").string()}).code, 0);
    const Ran toPostgres = restore("file", database("new"));
    EXPECT_EQ(toPostgres.code, 1);
    EXPECT_NE(toPostgres.err.find("One of SQLite is restored to sqlite:PATH"), std::string::npos)
        << toPostgres.err;
}

} // namespace
} // namespace kapok
