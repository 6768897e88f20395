// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/service.h"
#include "core/course/signing.h"
#include "tests/server/program.h"

#include <array>
#include <csignal>

namespace kapok {
namespace {

using test::kapokd;
using test::Ran;
using test::ServeProcess;

/// The program where no database is yet.
class Absent : public test::ProgramTest {
protected:
    void SetUp() override
    {
        if (database().empty())
            GTEST_SKIP() << "PostgreSQL is not installed: nothing of it was tested";
        static_cast<void>(serveOptions()); // makes the folder that is named to commands on PostgreSQL
    }

    [[nodiscard]] bool isPostgres() const { return database().starts_with("postgresql:"); }

    [[nodiscard]] bool isThere(const std::string &name = "kapok.db") const
    {
        return kapokd::openDatabase(database(name), store::IfAbsent::Refuse).ok();
    }

    /// \p ran refused, naming the place and what to do, and made no database.
    void expectRefused(const Ran &ran, const std::string &command) const
    {
        EXPECT_EQ(ran.code, 1) << command;
        EXPECT_EQ(ran.err.find("kapokd: There is no database of Kapok at "), 0u) << command << ran.err;
        for (const std::string &word :
             {std::string(isPostgres() ? "postgresql://" : "kapok.db"), std::string("Check --database")})
            EXPECT_NE(ran.err.find(word), std::string::npos) << word << " is not in: " << ran.err;
        EXPECT_FALSE(isThere()) << command;
        EXPECT_FALSE(std::filesystem::exists(file("kapok.db"))) << command;
        EXPECT_EQ(std::filesystem::exists(file("blobs")), isPostgres()) << command;
        EXPECT_TRUE(!isPostgres() || std::filesystem::is_empty(file("blobs"))) << command;
    }
};

TEST_F(Absent, CommandsForAServerThatExistsMakeNoDatabase)
{
    const std::vector<std::vector<std::string>> commands = {
        {"add-unit", "--kind", "school", "--name", "vi=T", "--parent", "Cao Bằng"},
        {"add-person", "--account", "a", "--name", "A", "--unit", "T"},
        {"move-person", "a", "--unit", "T"},
        {"assign", "--course", "c", "--unit", "T"},
        {"add-client", "test", "--scope", "all"},
        {"publish", "c.kapok"},
        {"revoke", "key"},
        {"delete-person", "a"},
        {"retention", "--months", "12"},
        {"export", "--output", file("all.jsonl").string()},
        {"rebuild"},
    };
    for (const auto &command : commands)
        expectRefused(on(database(), command, "password\n"), command.front());
    if (!isPostgres()) // of which none is made
        expectRefused(on(database(), {"backup", file("copy").string()}), "backup");
    expectRefused(kapokd({"move", "--database", database(), "--to",
                          isPostgres() ? sqlite("to.db") : std::string("postgresql:///none?host=/nowhere")}),
                  "move");
    EXPECT_FALSE(std::filesystem::exists(file("copy")));
    EXPECT_FALSE(std::filesystem::exists(file("all.jsonl")));
    EXPECT_FALSE(std::filesystem::exists(file("to.db")));
}

TEST_F(Absent, AnEmptyFileIsNoDatabaseEither)
{
    ASSERT_TRUE(writeFileAtomically(file("empty.db"), "").ok());
    const Ran ran = kapokd({"rebuild", "--database", sqlite("empty.db")});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("empty.db is empty"), std::string::npos) << ran.err;
    EXPECT_EQ(*readFile(file("empty.db")), "");
}

TEST_F(Absent, WhatAServerBeginsWithMakesTheDatabaseAndSaysSo)
{
    ASSERT_TRUE(writeFileAtomically(file("none.jsonl"), "").ok());
    const auto key = course::SecretKey::generate("Centre");
    ASSERT_TRUE(writeFileAtomically(file("key.pub"), course::toText(key->publicKey())).ok());
    const std::vector<std::vector<std::string>> commands = {
        {"add-unit", "--kind", "school", "--name", "vi=T"},
        {"trust-key", file("key.pub").string()},
        {"demo", "--output", file("enrol.json").string()},
        {"import", "--file", file("none.jsonl").string()},
    };
    for (const auto &command : commands) {
        const std::string name = command.front() + ".db";
        EXPECT_NE(on(database(name), command).err.find("made a new database, "), std::string::npos) << name;
        EXPECT_TRUE(isThere(name)) << name;
        EXPECT_EQ(on(database(name), command).err.find("made a new database"), std::string::npos) << name;
    }
}

TEST_F(Absent, ServeMakesTheDatabaseAndItsLogSaysSo)
{
    ServeProcess server(database(), serveOptions(), file("log"));
    EXPECT_NE(server.url(), "");
    EXPECT_TRUE(isThere());
    server.end(SIGTERM);
    EXPECT_NE(readFile(file("log"))->find("made a new database, "), std::string::npos);
}

TEST_F(Absent, NothingOfAPasswordInAnAddressIsRepeated)
{
    std::filesystem::create_directories(file("blobs"));
    for (const char *address :
         {"postgresql://kapok:sec/ret@localhost/x", "postgresql://kapok:sec@ret@localhost/x",
          "postgresql://kapok:sec?ret@localhost/x", "postgresql://kapok:s%zz@localhost/x",
          "postgresql://localhost/x?password=se%zz", "postgresql://kapok:secret@%2Fnowhere/x",
          "postgresql:///x?host=/nowhere&password=secret"}) {
        for (const char *command : {"rebuild", "serve"}) {
            const Ran ran = kapokd({command, "--database", address, "--blobs", file("blobs").string()});
            EXPECT_NE(ran.code, 0) << address;
            EXPECT_NE(ran.err.find("PostgreSQL"), std::string::npos) << address << ran.err;
            for (const char *part : {"sec", "ret@", "zz"})
                EXPECT_EQ((ran.out + ran.err).find(part), std::string::npos) << address << ran.err;
        }
    }
}

TEST_F(Absent, AHomePageThatNoStatementCouldNameMakesNoDatabase)
{
    for (const std::string wrong : {"http", "https:kapok", "http://", "https:///x", "https://a b",
                                    "ftp://x.example", "https://x.example/\xff", "https://x.example/\"q\""}) {
        const Ran ran =
            on(database(), {"add-unit", "--kind", "school", "--name", "en=S", "--home-page", wrong});
        EXPECT_EQ(ran.code, 1) << wrong;
        EXPECT_NE(ran.err.find("http or https address"), std::string::npos) << wrong << ran.err;
        EXPECT_FALSE(isThere()) << wrong;
    }
}

TEST_F(Absent, ADatabaseOfAnotherProgramIsNotTouched)
{
    {
        const std::array others{store::Migration{3, "others", "CREATE TABLE bookmark (id INTEGER)"}};
        ASSERT_TRUE(store::Database::open(file("others.db"), others).ok());
    }
    const std::string before = *readFile(file("others.db"));
    for (const char *command : {"serve", "rebuild"}) {
        const Ran ran = kapokd({command, "--database", sqlite("others.db")});
        EXPECT_EQ(ran.code, 1) << command;
        EXPECT_NE(ran.err.find("others.db is a database of another program. Give the path"),
                  std::string::npos)
            << ran.err;
    }
    EXPECT_EQ(*readFile(file("others.db")), before);
}

} // namespace
} // namespace kapok
