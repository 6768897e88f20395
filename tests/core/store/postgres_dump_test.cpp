// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/store/postgres_dump.h"
#include "tests/core/store/postgres_fixture.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>

namespace kapok {
namespace {

namespace fs = std::filesystem;
using test::kFirst;
using test::Postgres;

/// With programs of the test's own before those on the PATH.
class PostgresDump : public testing::Test {
protected:
    ~PostgresDump() override { ::setenv("PATH", m_path.c_str(), 1); }

    /// Makes \p program do \p script.
    void put(const std::string &program, const std::string &script)
    {
        const fs::path file = folder / program;
        ASSERT_TRUE(writeFileAtomically(file, "#!/bin/sh\n" + script + "\n").ok());
        fs::permissions(file, fs::perms::owner_all);
        ::setenv("PATH", (folder.path().string() + ":" + m_path).c_str(), 1);
    }

    test::TemporaryFolder folder;
    const fs::path target = folder / "copy";

private:
    const std::string m_path = std::getenv("PATH");
};

TEST_F(PostgresDump, HandsThePasswordOnWhereNobodyReadsIt)
{
    put("pg_dump", "echo \"$PGPASSWORD\" >" + (folder / "password").string() + "; echo \"$@\" >" +
                       (folder / "words").string());
    const Status made =
        store::dumpPostgres("postgresql://mai:se%27cret@db.example:5433/it%27s?sslmode=require", target);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    EXPECT_EQ(*readFile(folder / "password"), "se'cret\n");
    const std::string words = *readFile(folder / "words");
    EXPECT_EQ(words.find("cret"), std::string::npos) << words;
    for (const char *word : {"host='db.example'", "port='5433'", "user='mai'", "dbname='it\\'s'",
                             "sslmode='require'", "--format=custom", "--no-password"})
        EXPECT_NE(words.find(word), std::string::npos) << word << " in " << words;
}

TEST_F(PostgresDump, ThatFailsKeepsTheOlderCopyAndTellsWhatWasSaid)
{
    ASSERT_TRUE(writeFileAtomically(target, "older").ok());
    put("pg_dump",
        "echo half >" + target.string() + ".part; echo 'pg_dump: error: no such role' >&2; exit 1");
    const Status failed = store::dumpPostgres("postgresql:///kapok", target);
    EXPECT_EQ(failed.error().code, ErrorCode::StorageBroken);
    EXPECT_EQ(failed.error().detail, target.string() + " was not made: pg_dump: error: no such role.");
    put("pg_dump", "echo 'pg_dump: error: could not write: No space left on device' >&2; exit 1");
    EXPECT_EQ(store::dumpPostgres("postgresql:///kapok", target).error().code, ErrorCode::StorageFull);
    put("pg_dump", "kill -9 $$");
    EXPECT_NE(store::dumpPostgres("postgresql:///kapok", target).error().detail.find("it was stopped"),
              std::string::npos);
    EXPECT_EQ(*readFile(target), "older");
    EXPECT_FALSE(fs::exists(target.string() + ".part"));
}

TEST_F(PostgresDump, SaysWhatToInstallWhereTheProgramsAreNot)
{
    ::setenv("PATH", folder.path().c_str(), 1);
    const Status made = store::dumpPostgres("postgresql:///kapok", target);
    EXPECT_EQ(made.error().code, ErrorCode::NotFound);
    EXPECT_NE(made.error().detail.find("pg_dump is not installed"), std::string::npos) << made.error().detail;
    const Status restored = store::restorePostgres(target, "postgresql:///kapok", "thing");
    EXPECT_NE(restored.error().detail.find("pg_restore is not installed"), std::string::npos);
    EXPECT_FALSE(fs::exists(target));
}

TEST_F(Postgres, IsDumpedForItsOwnerOnlyAndRestoredOnlyWhereThereAreNoTables)
{
    const test::TemporaryFolder folder;
    const fs::path copy = folder / "copy";
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO thing (name) VALUES ('Mai')").ok());
    ASSERT_TRUE(database.backupTo(copy).ok());
    EXPECT_EQ(fs::status(copy).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_TRUE(store::isPostgresDump(copy));
    EXPECT_EQ(store::restorePostgres(copy, place.address(), "thing").error().code, ErrorCode::Conflict);
    const test::PostgresDatabase other;
    EXPECT_EQ(store::restorePostgres(copy, other.address(), "another").error().code, ErrorCode::InvalidInput);
    const Status restored = store::restorePostgres(copy, other.address(), "thing");
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    auto opened = store::openPostgres(other.address(), kFirst, store::IfAbsent::Refuse);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    EXPECT_EQ(count(*opened), 1);
    ASSERT_TRUE(opened->run("INSERT INTO thing (name) VALUES ('An')").ok()); // with the next number
}

} // namespace
} // namespace kapok
