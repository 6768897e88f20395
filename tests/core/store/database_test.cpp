// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include "core/base/files.h"
#include "core/store/private_file.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_folder.h"

#include <array>
#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace kapok::store {
namespace {

constexpr std::array<Migration, 1> kFirst = {
    {{1, "0001_note.sql", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;"}}};
constexpr std::array<Migration, 2> kSecond = {
    {kFirst[0], {2, "0002_star.sql", "ALTER TABLE note ADD COLUMN star INTEGER NOT NULL DEFAULT 0;"}}};
constexpr std::array<Migration, 2> kBroken = {
    {kFirst[0], {2, "0002_broken.sql", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE note (id);"}}};

class DatabaseTest : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "sub" / "test.db"; }

    Database open(std::span<const Migration> migrations = kFirst, const OpenOptions &options = {})
    {
        auto database = Database::open(file(), migrations, options);
        EXPECT_TRUE(database.ok()) << (database.ok() ? "" : database.error().detail);
        return *std::move(database);
    }

    static std::int64_t count(Database &database)
    {
        auto query = database.query("SELECT count(*) FROM note");
        EXPECT_TRUE(*query.step());
        return query.integer(0);
    }

private:
    test::TemporaryFolder m_folder;
};

TEST_F(DatabaseTest, BringsAnOldSchemaUpToDateAndKeepsItsRows)
{
    {
        auto database = open();
        ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES (?)", {"xin chào"}).ok());
    }
    auto database = open(kSecond);
    auto query = database.query("SELECT text, star FROM note");
    ASSERT_TRUE(*query.step());
    EXPECT_EQ(query.text(0), "xin chào");
    EXPECT_EQ(query.integer(1), 0);
}

TEST_F(DatabaseTest, RefusesANewerDatabaseAndLeavesItUntouched)
{
    {
        auto database = open(kSecond);
        ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES ('kept')").ok());
    }
    const auto before = readFile(file());
    const auto refused = Database::open(file(), kFirst);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::NewerFormat);
    EXPECT_EQ(*readFile(file()), *before);
}

TEST_F(DatabaseTest, AppliesAllMigrationsOrNone)
{
    {
        auto database = open();
    }
    ASSERT_FALSE(Database::open(file(), kBroken).ok());
    auto database = open();
    EXPECT_FALSE(database.query("SELECT * FROM half").step().ok());
}

TEST_F(DatabaseTest, IsReadableByItsOwnerOnly)
{
    auto database = open();
    const auto rights = std::filesystem::status(file()).permissions();
    EXPECT_EQ(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
              std::filesystem::perms::none);
}

TEST_F(DatabaseTest, UsesAWriteAheadLogWithFullDurability)
{
    auto database = open();
    auto mode = database.query("PRAGMA journal_mode");
    ASSERT_TRUE(*mode.step());
    EXPECT_EQ(mode.text(0), "wal");
    auto synchronous = database.query("PRAGMA synchronous");
    ASSERT_TRUE(*synchronous.step());
    EXPECT_EQ(synchronous.integer(0), 2);
}

TEST_F(DatabaseTest, RollsBackATransactionThatWasNotCommitted)
{
    auto database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES ('gone')").ok());
    }
    EXPECT_EQ(count(database), 0);
}

TEST_F(DatabaseTest, BindsAndReadsEveryKindOfValue)
{
    auto database = open();
    const std::string bytes("\0\xff", 2);
    auto query = database.query("SELECT ?, ?, ?, ?, ?, ?", {42, 0.1, "Đặng", Blob{bytes}, nullptr, true});
    ASSERT_TRUE(*query.step());
    EXPECT_EQ(query.integer(0), 42);
    EXPECT_EQ(query.real(1), 0.1);
    EXPECT_EQ(query.text(2), "Đặng");
    EXPECT_EQ(query.blob(3), bytes);
    EXPECT_TRUE(query.isNull(4));
    EXPECT_EQ(query.integer(5), 1);
    EXPECT_FALSE(*query.step());
}

TEST_F(DatabaseTest, UsesAPreparedStatementAgainWithoutItsOldValues)
{
    auto database = open();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES (?)", {std::to_string(i)}).ok());
    const auto missing = database.run("INSERT INTO note (text) VALUES (?)"); // nothing bound: NULL
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::Conflict);
    EXPECT_EQ(count(database), 3);
}

TEST_F(DatabaseTest, TellsABrokenConstraintFromWrongSql)
{
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES ('a')").ok());
    EXPECT_EQ(database.run("INSERT INTO note (text) VALUES ('a')").error().code, ErrorCode::Conflict);
    EXPECT_EQ(database.run("INSERT INTO nothing VALUES (1)").error().code, ErrorCode::Internal);
}

TEST_F(DatabaseTest, SaysThatAFileIsNoDatabase)
{
    std::filesystem::create_directories(file().parent_path());
    ASSERT_TRUE(writeFileAtomically(file(), std::string(8192, 'x')).ok());
    const auto refused = Database::open(file(), kFirst);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::StorageBroken);
}

TEST_F(DatabaseTest, WaitsForAnotherWriterAndThenSaysBusy)
{
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds{1};
    auto first = open();
    auto second = open(kFirst, impatient);
    auto transaction = Transaction::begin(first);
    ASSERT_TRUE(transaction.ok());
    const auto refused = Transaction::begin(second);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Throttled);
}

TEST_F(DatabaseTest, BeginsATransactionAtOnceOnlyWhenNobodyElseWrites)
{
    auto first = open();
    auto second = open();
    {
        const auto writing = Transaction::beginAtOnce(first);
        ASSERT_TRUE(writing.ok());
        const auto refused = Transaction::beginAtOnce(second);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::Throttled);
    }
    EXPECT_TRUE(Transaction::beginAtOnce(second).ok());
}

TEST_F(DatabaseTest, OpensANewFileFromSeveralThreadsAtOnce)
{
    for (int round = 0; round < 20; ++round) {
        const auto path = file().parent_path() / (std::to_string(round) + ".db");
        std::array<std::string, 4> failures;
        std::vector<std::thread> threads;
        for (auto &failure : failures)
            threads.emplace_back([&failure, &path] {
                auto database = Database::open(path, kSecond);
                if (!database.ok())
                    failure = database.error().detail;
                else if (auto status = database->run("INSERT INTO note (text) VALUES (hex(randomblob(9)))");
                         !status.ok())
                    failure = status.error().detail;
            });
        for (auto &thread : threads)
            thread.join();
        for (const auto &failure : failures)
            EXPECT_EQ(failure, "");
    }
}

TEST_F(DatabaseTest, BacksUpWhileAnotherConnectionHasUnwrittenChanges)
{
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO note (text) VALUES ('kept')").ok());
    const auto copy = file().parent_path() / "copy.db";
    ASSERT_TRUE(database.backupTo(copy).ok());
    ASSERT_TRUE(database.backupTo(copy).ok()); // over an older one
    auto opened = Database::open(copy, kFirst);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(count(*opened), 1);
    EXPECT_FALSE(std::filesystem::exists(file().parent_path() / "copy.db.part"));
}

TEST_F(DatabaseTest, ABackupThatFailsLeavesNothingBehind)
{
    auto database = open();
    const auto copy = file().parent_path() / "copy.db";
    std::filesystem::create_directory(copy);
    EXPECT_EQ(database.backupTo(copy).error().code, ErrorCode::StorageBroken);
    EXPECT_EQ(database.backupTo(file()).error().code, ErrorCode::InvalidInput);
    for (const auto &entry : std::filesystem::directory_iterator(copy.parent_path()))
        EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_F(DatabaseTest, OnlyOneBackupIsMadeInAPlaceAtATime)
{
    auto database = open();
    const auto copy = file().parent_path() / "copy.db";
    {
        const auto first = FileInTheMaking::begin(copy, ".part");
        ASSERT_TRUE(first.ok()) << first.error().detail;
        ASSERT_TRUE(writeFileAtomically(first->path(), "half a copy").ok());
        const Status second = database.backupTo(copy);
        ASSERT_FALSE(second.ok());
        EXPECT_EQ(second.error().code, ErrorCode::Conflict);
        EXPECT_NE(second.error().detail.find("copy.db is being made by another process"), std::string::npos)
            << second.error().detail;
        EXPECT_EQ(*readFile(first->path()), "half a copy");
        EXPECT_FALSE(FileInTheMaking::begin(copy, ".part").ok()); // the second took no lock away
        EXPECT_TRUE(database.backupTo(file().parent_path() / "other.db").ok());
    }
    EXPECT_TRUE(database.backupTo(copy).ok());
    for (const auto &entry : std::filesystem::directory_iterator(copy.parent_path()))
        EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
}

TEST_F(DatabaseTest, BackupsToOnePlaceAtOnceLeaveAWholeOne)
{
    static_cast<void>(open());
    const auto copy = file().parent_path() / "copy.db";
    std::atomic<int> made = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            auto database = open();
            for (int round = 0; round < 10; ++round) {
                const Status backed = database.backupTo(copy);
                made += backed.ok() ? 1 : 0;
                EXPECT_TRUE(backed.ok() || backed.error().code == ErrorCode::Conflict)
                    << backed.error().detail;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    EXPECT_GT(made, 0);
    EXPECT_TRUE(Database::open(copy, kFirst).ok());
    EXPECT_FALSE(std::filesystem::exists(copy.string() + ".part"));
}

TEST_F(DatabaseTest, ABackupTakesThePlaceOfNoFileOfTheDatabase)
{
    const auto folder = file().parent_path();
    auto database = Database::open(folder / "x.part", kFirst);
    ASSERT_TRUE(database.ok());
    for (const char *target : {"x.part", "x.part-wal", "x.part-shm", "x.part-journal", "x"}) {
        const Status backed = database->backupTo(folder / "." / target);
        ASSERT_FALSE(backed.ok()) << target;
        EXPECT_EQ(backed.error().code, ErrorCode::InvalidInput) << target;
    }
    EXPECT_EQ(count(*database), 0);
}

TEST_F(DatabaseTest, ADatabaseWhoseCopyCannotBeReadIsDamaged)
{
    auto database = open();
    ASSERT_TRUE(database.run("PRAGMA writable_schema=ON").ok());
    ASSERT_TRUE(database.run("UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'note'").ok());
    const auto copy = file().parent_path() / "copy.db";
    const Status backed = database.backupTo(copy);
    ASSERT_FALSE(backed.ok());
    EXPECT_EQ(backed.error().code, ErrorCode::Corrupt) << backed.error().detail;
    EXPECT_FALSE(std::filesystem::exists(copy));
}

TEST_F(DatabaseTest, MakesNothingWhereADatabaseMustBe)
{
    OpenOptions options;
    options.ifAbsent = IfAbsent::Refuse;
    EXPECT_EQ(Database::open(file(), kFirst, options).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(file()));
    std::filesystem::create_directories(file().parent_path());
    ASSERT_TRUE(writeFileAtomically(file(), "").ok());
    EXPECT_EQ(Database::open(file(), kFirst, options).error().code, ErrorCode::NotFound);
    EXPECT_EQ(std::filesystem::file_size(file()), 0u);
    static_cast<void>(open());
    EXPECT_TRUE(Database::open(file(), kFirst, options).ok());
}

TEST_F(DatabaseTest, LeavesADatabaseOfAnotherProgramAlone)
{
    static_cast<void>(open());
    const std::string before = *readFile(file());
    OpenOptions options;
    options.knownBy = "statement";
    EXPECT_EQ(Database::open(file(), kSecond, options).error().code, ErrorCode::StorageBroken);
    EXPECT_EQ(*readFile(file()), before);
    options.knownBy = "note";
    EXPECT_TRUE(Database::open(file(), kSecond, options).ok());
}

TEST_F(DatabaseTest, WritesNothingWhenItsFileWasMovedAwayAndGoesOnWhenItIsBack)
{
    auto database = open();
    const auto away = file().parent_path() / "away.db";
    std::filesystem::rename(file(), away);
    const auto refused = Transaction::begin(database);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::StorageBroken);
    std::filesystem::rename(away, file());
    EXPECT_TRUE(Transaction::begin(database).ok());
}

TEST_F(DatabaseTest, MapsAFullDiskAndABrokenOne)
{
    test::FaultVfs disk;
    OpenOptions options;
    options.vfs = test::FaultVfs::name();
    auto database = open(kFirst, options);
    disk.failAt(test::FaultVfs::Kind::DiskFull, 1);
    EXPECT_EQ(database.run("INSERT INTO note (text) VALUES ('a')").error().code, ErrorCode::StorageFull);
    disk.failAt(test::FaultVfs::Kind::Sync, 1);
    EXPECT_EQ(database.run("INSERT INTO note (text) VALUES ('b')").error().code, ErrorCode::StorageBroken);
    disk.heal();
    EXPECT_TRUE(database.run("INSERT INTO note (text) VALUES ('c')").ok());
    EXPECT_EQ(count(database), 1);
}

} // namespace
} // namespace kapok::store
