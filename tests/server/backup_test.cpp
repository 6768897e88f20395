// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include <array>
#include <cstdlib>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kapok {
namespace {

using nlohmann::json;
using test::Commands;
using test::kapokd;
using test::Ran;
using test::ServeProcess;
using test::xapi;

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
        EXPECT_NE(ran.err.find(file(name).string()), std::string::npos) << ran.err;
        EXPECT_EQ(ran.err.find(".restoring"), std::string::npos) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(file("new.db"))) << name;
    }
    EXPECT_EQ(kapokd({"restore", file("none").string(), "--database", database("new.db")}).code, 1);
}

/// `BEFORE kapokd WORDS` by \p shell: its exit code, and what it said on standard error.
Ran byShell(const std::string &shell, const std::string &before, const std::string &words)
{
    const test::TemporaryFolder folder;
    const std::string said = (folder / "err").string();
    const std::string command = before + " " KAPOK_BIN_DIR "/kapokd " + words;
    const int status = std::system((shell + " -c '" + command + "' 2>" + said).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, {}, *readFile(said)};
}

/// `kapokd WORDS` where no file may be larger than \p kilobytes.
Ran inLittleRoom(int kilobytes, const std::string &words)
{
    return byShell("bash", "ulimit -f " + std::to_string(kilobytes) + " && exec", words);
}

TEST_F(Commands, ABackupThatFailsLeavesNothingBehind)
{
    import({statement(uuidV7(1), "mai")});
    std::filesystem::create_directory(file("folder"));
    ASSERT_TRUE(writeFileAtomically(file("letter"), "").ok());
    for (const char *target : {"folder", "letter/copy"}) {
        const Ran ran = on(database(), {"backup", file(target).string()});
        EXPECT_EQ(ran.code, 1) << target;
        EXPECT_NE(ran.err.find(file(target).string()), std::string::npos) << ran.err;
    }
    EXPECT_NE(inLittleRoom(100, "backup " + file("copy").string() + " --database " + database()).code, 0);
    for (const char *name : {"folder.part", "copy", "copy.part", "copy.part-journal"})
        EXPECT_FALSE(std::filesystem::exists(file(name))) << name;
    EXPECT_TRUE(std::filesystem::is_empty(file("folder")));
}

TEST_F(Commands, ADamagedDatabaseDoesNotReplaceAGoodBackup)
{
    std::vector<std::string> many;
    for (int i = 0; i < 300; ++i)
        many.push_back(statement(uuidV7(1), "mai", "http://example.org/did",
                                 R"(,"result":{"response":")" + std::string(3000, 'x') + "\"}"));
    import(many);
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const std::string good = *readFile(file("copy"));
    std::string bytes = *readFile(file("kapok.db"));
    bytes.replace(bytes.size() * 3 / 4, 40'960, std::string(40'960, 'x'));
    ASSERT_TRUE(writeFileAtomically(file("kapok.db"), bytes).ok());
    const Ran ran = on(database(), {"backup", file("copy").string()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is damaged; no copy of it was made. Put it aside"), std::string::npos) << ran.err;
    EXPECT_EQ(*readFile(file("copy")), good);
    EXPECT_FALSE(std::filesystem::exists(file("copy.part")));
}

TEST_F(Commands, ARestoreThatFailsLeavesNothingBehind)
{
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    std::filesystem::create_directory(file("to"));
    const Ran ran =
        inLittleRoom(100, "restore " + file("copy").string() + " --database " + database("to/new.db"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(std::filesystem::is_empty(file("to")));
    // There is room on the disk: nobody is to look for more.
    EXPECT_NE(ran.err.find("cannot copy " + file("copy").string()), std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find("No space left"), std::string::npos) << ran.err;
}

TEST_F(Commands, ARestoreToADiskThatBecomesFullSaysSo)
{
    std::filesystem::create_directory(file("small"));
    const std::string mount = "mount -t tmpfs none " + file("small").string() + " -o size=";
    if (std::system(("unshare -rm " + mount + "1m 2>/dev/null").c_str()) != 0)
        GTEST_SKIP() << "nothing may be mounted here: no full disk was tested";
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    const auto size = std::filesystem::file_size(file("copy"));
    for (const auto room : {size / 2, size * 3 / 2}) { // during the first copy, and during the second
        const Ran ran =
            byShell("unshare -rm bash", mount + std::to_string(room) + " && exec",
                    "restore " + file("copy").string() + " --database " + database("small/new.db"));
        EXPECT_EQ(ran.code, 1);
        EXPECT_TRUE(ran.err.find("No space left on device") != std::string::npos ||
                    ran.err.find("database or disk is full") != std::string::npos)
            << ran.err;
    }
}

TEST_F(Commands, RestoreNoBackupThatMayNotBeRead)
{
    // Even root may not, without the right to pass over what a file permits.
    const std::string asOthers =
        ::geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search " : "";
    if (std::system((asOthers + "true 2>/dev/null").c_str()) != 0)
        GTEST_SKIP() << "root may read everything here: no unreadable file was tested";
    ASSERT_EQ(on(database(), {"backup", file("copy").string()}).code, 0);
    std::filesystem::permissions(file("copy"), std::filesystem::perms::none);
    std::filesystem::create_directory(file("to"));
    const Ran ran = byShell("bash", "exec " + asOthers,
                            "restore " + file("copy").string() + " --database " + database("to/new.db"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("cannot copy " + file("copy").string()), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("Permission denied"), std::string::npos) << ran.err;
    EXPECT_TRUE(std::filesystem::is_empty(file("to")));
}

TEST_F(Commands, WhatAKilledBackupLeftNeitherStopsNorSpoilsTheNextOne)
{
    import({statement(uuidV7(1), "mai")});
    for (const char *left :
         {"copy.part", "copy.part-journal", "copy.part-wal", "copy.part.lock", "new.db.restoring",
          "new.db.restoring-wal", "new.db.restoring.lock", "new.db.part-journal"})
        ASSERT_TRUE(writeFileAtomically(file(left), "left from a copy that was not finished").ok());
    const Ran made = on(database(), {"backup", file("copy").string()});
    EXPECT_EQ(made.code, 0) << made.err;
    const Ran restored = kapokd({"restore", file("copy").string(), "--database", database("new.db")});
    EXPECT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(on(database("new.db"), {"export"}).out, on(database(), {"export"}).out);
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name.find(".part") == std::string::npos && name.find(".restoring") == std::string::npos)
            << name;
    }
}

TEST_F(Commands, ABackupNamedLikeAnUnfinishedCopyIsNotTakenAwayByItsRestore)
{
    for (const char *name : {"new.db.restoring", "new.db.part"}) {
        ASSERT_EQ(on(database(), {"backup", file(name).string()}).code, 0);
        const std::string before = *readFile(file(name));
        const Ran ran = kapokd({"restore", file(name).string(), "--database", database("new.db")});
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_NE(ran.err.find("has the name of a copy that is not finished"), std::string::npos) << ran.err;
        const auto after = readFile(file(name));
        EXPECT_TRUE(after.ok() && *after == before) << name;
    }
}

TEST_F(Commands, ABackupDoesNotReplaceTheDatabaseItIsOf)
{
    const Ran ran = on(database(), {"backup", (file(".") / "kapok.db").string()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is the database itself; give the backup another name"), std::string::npos)
        << ran.err;
    EXPECT_EQ(on(database(), {"rebuild"}).code, 0);
}

TEST_F(Commands, ABackupReplacesAnOlderBackupAndNothingElse)
{
    const std::string copy = file("copy").string();
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(on(database(), {"backup", copy}).code, 0);
    const auto refused = [&](const std::string &target, const std::string &why) {
        const Ran ran = on(database(), {"backup", target});
        EXPECT_EQ(ran.code, 1) << target;
        EXPECT_NE(ran.err.find(target + why), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("Give the backup another name."), std::string::npos) << ran.err;
    };
    ASSERT_TRUE(writeFileAtomically(file("letter"), "Dear Mai").ok());
    refused(file("letter").string(), " is there and no backup");
    EXPECT_EQ(*readFile(file("letter")), "Dear Mai");
    ASSERT_EQ(::mkfifo(file("pipe").c_str(), 0600), 0);
    refused(file("pipe").string(), " is there and no backup");
    EXPECT_TRUE(std::filesystem::is_fifo(file("pipe")));
    // The arguments of a restore, the wrong way round.
    const ServeProcess server(database("other.db"));
    refused(file("other.db").string(), " is a database in use");
}

TEST_F(Commands, RestoreNoDatabaseOfATablet)
{
    const std::array tablet{store::Migration{1, "people", "CREATE TABLE node (id INTEGER)"}};
    ASSERT_TRUE(store::Database::open(file("tablet.db"), tablet).ok());
    const Ran ran = kapokd({"restore", file("tablet.db").string(), "--database", database("new.db")});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("is a database of another program"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(file("new.db")));
}

} // namespace
} // namespace kapok
