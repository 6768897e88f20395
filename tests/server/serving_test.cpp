// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include <csignal>
#include <sys/wait.h>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::Commands;
using test::Ran;
using test::ServeProcess;
using test::xapi;

/// Several `kapokd` on one SQLite file.
class Serving : public Commands {
protected:
    void SetUp() override
    {
        Commands::SetUp();
        credential = client(database());
    }

    int store(const ServeProcess &server)
    {
        return xapi("POST", server.url() + "/xapi/statements", credential, statement(uuidV7(1))).status;
    }

    /// Whoever begins to serve \p where is refused because \p server has it.
    void expectInUse(const std::string &where, const ServeProcess &server) const
    {
        fs::remove(file("refusal"));
        ServeProcess second(where, serveOptions(), file("refusal"));
        EXPECT_EQ(second.line(), "");
        const int status = second.end(SIGKILL);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 1) << status;
        const std::string said = *readFile(file("refusal"));
        const std::string who = "is in use by another kapokd (process " + std::to_string(server.id()) + ").";
        EXPECT_NE(said.find(who), std::string::npos) << said;
        EXPECT_NE(said.find("Stop that one first"), std::string::npos) << said;
    }

    std::string credential;
};

TEST_F(Serving, ASecondServerOnTheSameFileIsRefusedWhateverItsName)
{
    const ServeProcess server(database(), serveOptions());
    fs::create_symlink(file("kapok.db"), file("link.db"));
    for (const std::string &name : {database(), sqlite("link.db")})
        expectInUse(name, server);
    EXPECT_EQ(store(server), 200);
}

TEST_F(Serving, OtherCommandsRunBesideAServer)
{
    const ServeProcess server(database(), serveOptions());
    const std::string key = credential.substr(0, credential.find(':'));
    const std::string imported = fileOf({statement(uuidV7(1), "mai")});
    for (const auto &command :
         std::vector<std::vector<std::string>>{{"backup", file("copy").string()},
                                               {"export", "--output", file("all.jsonl").string()},
                                               {"import", "--file", imported},
                                               {"add-unit", "--kind", "school", "--name", "vi=T"},
                                               {"add-person", "--account", "a", "--name", "A", "--unit", "T"},
                                               {"list-units"},
                                               {"rebuild"},
                                               {"delete-person", "an"},
                                               {"retention", "--months", "12"}}) {
        const Ran ran = on(database(), command, "a good password\n");
        EXPECT_EQ(ran.code, 0) << command.front() << ran.err;
        EXPECT_EQ(store(server), 200) << command.front();
    }
    EXPECT_EQ(on(database(), {"revoke", key}).code, 0);
    EXPECT_EQ(store(server), 401);
}

TEST_F(Serving, AServerBeginsAtOnceWhenTheFormerOneEnded)
{
    {
        ServeProcess server(database(), serveOptions());
        server.end(SIGTERM);
        EXPECT_FALSE(fs::exists(file("kapok.db.lock")));
    }
    ServeProcess killed(database(), serveOptions());
    killed.send(SIGKILL); // nobody waits until it is gone
    const ServeProcess next(database(), serveOptions());
    EXPECT_EQ(store(next), 200);
    killed.end(SIGKILL);
    EXPECT_EQ(store(next), 200);
}

TEST_F(Serving, WhatAKilledServerLeftIsNoLock)
{
    ASSERT_TRUE(writeFileAtomically(file("kapok.db.lock"), "1\n").ok());
    const ServeProcess server(database(), serveOptions());
    EXPECT_EQ(store(server), 200);
}

TEST_F(Serving, ADatabaseThatCameToLieThereIsNotTakenFromTheServerThatHasIt)
{
    ASSERT_EQ(on(database(), {"backup", file("other.db").string()}).code, 0);
    fs::create_symlink(file("kapok.db"), file("link.db"));
    const ServeProcess server(sqlite("link.db"), serveOptions());
    ASSERT_EQ(store(server), 200);
    ServeProcess other(sqlite("other.db"), serveOptions());
    fs::remove(file("link.db"));
    fs::create_symlink(file("other.db"), file("link.db"));
    const test::Answer refused =
        xapi("POST", server.url() + "/xapi/statements", credential, statement(uuidV7(1)));
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(refused.body.find("another kapokd serves it now"), std::string::npos) << refused.body;
    other.end(SIGTERM);
    int status = 503;
    for (int tries = 0; status == 503 && tries < 20'000; ++tries) // it looks again after a second
        status = store(server);
    EXPECT_EQ(status, 200);
    expectInUse(sqlite("other.db"), server);
}

TEST_F(Serving, ALockThatWasDeletedIsMadeAnewWithTheDatabase)
{
    const ServeProcess server(database(), serveOptions());
    ASSERT_EQ(on(database(), {"backup", file("copy.db").string()}).code, 0);
    for (const char *name : {"kapok.db", "kapok.db-wal", "kapok.db-shm", "kapok.db.lock"})
        fs::remove(file(name));
    ASSERT_EQ(on(database(), {"restore", file("copy.db").string()}).code, 0);
    ASSERT_EQ(store(server), 200);
    expectInUse(database(), server);
}

TEST_F(Serving, ARefusedStartLeavesNothingBehind)
{
    ASSERT_TRUE(writeFileAtomically(file("letter"), "Dear colleagues, this is no database.").ok());
    for (const char *name : {"letter", "none/new.db"}) {
        const ServeProcess refused(sqlite(name), serveOptions(), file("refusal"));
        EXPECT_EQ(refused.line(), "");
        EXPECT_NE(readFile(file("refusal"))->find(file(name).string()), std::string::npos) << name;
    }
    EXPECT_FALSE(fs::exists(file("letter.lock")));
    EXPECT_FALSE(fs::exists(file("none")));
}

TEST_F(Serving, ABackupDoesNotTakeThePlaceOfTheLock)
{
    const ServeProcess server(database(), serveOptions());
    EXPECT_EQ(on(database(), {"backup", file("kapok.db.lock").string()}).code, 1);
    expectInUse(database(), server);
}

} // namespace
} // namespace kapok
