// SPDX-License-Identifier: Apache-2.0
#include "core/store/array_text.h"
#include "core/store/pool.h"
#include "core/store/postgres.h"
#include "core/store/postgres_address.h"
#include "tests/support/postgres.h"

#include <array>
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace kapok {
namespace {

using store::Blob;
using store::Database;
using store::Query;
using store::Transaction;

constexpr std::array kFirst{store::Migration{
    1, "0001_first.sql",
    "CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE,"
    " bytes bytea, number bigint, share double precision);"}};
constexpr std::array kSecond{kFirst[0],
                             store::Migration{2, "0002_second.sql", "CREATE TABLE other (x integer);"}};

class Postgres : public testing::Test {
protected:
    void SetUp() override { KAPOK_NEEDS_POSTGRES(); }

    [[nodiscard]] Database open(std::span<const store::Migration> migrations = kFirst) const
    {
        auto opened = store::openPostgres(place.address(), migrations);
        EXPECT_TRUE(opened.ok()) << opened.error().detail;
        return *std::move(opened);
    }
    static std::int64_t count(Database &database)
    {
        const auto counted =
            database.query("SELECT count(*) FROM thing").one([](const Query &row) { return row.integer(0); });
        EXPECT_TRUE(counted.ok()) << counted.error().detail;
        return counted.ok() ? counted->value_or(-1) : -1;
    }

    test::PostgresDatabase place;
};

TEST(PostgresAddress, IsShownWithoutUserPasswordAndQuery)
{
    const std::vector<std::pair<std::string, std::string>> shown = {
        {"postgresql://kapok:secret@db.example:5433/x?password=secret", "postgresql://db.example:5433/x"},
        {"postgresql://kapok:sec%2Fr%40t@a,b:5433/x", "postgresql://a,b:5433/x"},
        {"postgres:///x?host=/var/run/a@b&password=secret", "postgres:///x"},
        {"postgresql://db.example", "postgresql://db.example"},
        {"postgresql://kapok:sec/ret@db.example/x", "postgresql://..."},
        {"postgresql://kapok:se?cret@db.example/x", "postgresql://db.example/x"},
    };
    for (const auto &[address, expected] : shown)
        EXPECT_EQ(store::withoutPassword(address), expected);
}

TEST(PostgresAddress, ThatCannotBeReadIsRefusedWithoutRepeatingIt)
{
    for (const std::string address :
         {"kapok:sec/ret@db/x", "kapok:1234/ret@db/x", "kapok:sec@ret@db/x", "kapok:s%zz@db/x",
          "kapok:se?c@ret@db/x", "kapok:secret", "db:70000/x", "a:1,b:secret/x", "db/x?password=se%zz",
          "db/x?port=secret", "db/x?secret"}) {
        const Status checked = store::checkPostgresAddress("postgresql://" + address);
        ASSERT_FALSE(checked.ok()) << address;
        EXPECT_EQ(checked.error().code, ErrorCode::InvalidInput);
        for (const char *part : {"sec", "ret", "zz", "1234", "kapok"})
            EXPECT_EQ(checked.error().detail.find(part), std::string::npos)
                << address << checked.error().detail;
    }
}

TEST(PostgresAddress, OfEveryKindOfLibpqIsTaken)
{
    for (const char *address :
         {"postgresql:///kapok?host=/var/run/postgresql&user=kapok",
          "postgresql://kapok@db1.example,db2.example/kapok?target_session_attrs=read-write",
          "postgresql://kapok:s%25e%2Fc@[::1]:5433,db:5434/kapok", "postgresql://%2Fvar%2Frun:5433/a%40b",
          "postgresql://a,b:5433/x", "postgres://"})
        EXPECT_TRUE(store::checkPostgresAddress(address).ok()) << address;
}

TEST_F(Postgres, GivesBackEveryKindOfValueAsItWas)
{
    auto database = open();
    const std::string bytes("\0\1\\x\xff'", 6);
    const std::string text = "Hoàng \"Mai\" 中文 \\ ' ?";
    const auto added =
        database
            .query("INSERT INTO thing (name, bytes, number, share) VALUES (?, ?, ?, ?) RETURNING id",
                   {text, Blob{bytes}, std::int64_t{-9'000'000'000'000'000'001}, 0.1})
            .one([](const Query &row) { return row.integer(0); });
    ASSERT_TRUE(added.ok()) << added.error().detail;
    EXPECT_EQ(**added, 1);
    EXPECT_EQ(database.changes(), 1);
    auto row = database.query("SELECT name, bytes, number, share, NULL, number < 0, '?' FROM thing"
                              " WHERE name = ?1 AND (?1 = '' OR bytes = ?2)",
                              {text, Blob{bytes}});
    ASSERT_TRUE(*row.step());
    EXPECT_EQ(row.columnCount(), 7);
    EXPECT_EQ(row.text(0), text);
    EXPECT_EQ(row.blob(1), bytes);
    EXPECT_EQ(row.integer(2), -9'000'000'000'000'000'001);
    EXPECT_EQ(row.real(3), 0.1);
    EXPECT_TRUE(row.isNull(4));
    EXPECT_EQ(row.integer(5), 1);
    EXPECT_EQ(row.text(6), "?");
    EXPECT_FALSE(*row.step());
}

TEST_F(Postgres, LeavesADatabaseOfAnotherProgramAlone)
{
    {
        auto others = store::openPostgres(place.address(), {});
        ASSERT_TRUE(others.ok()) << others.error().detail;
        ASSERT_TRUE(others->run("CREATE TABLE bookmark (id integer)").ok());
    }
    const auto refused = store::openPostgres(place.address(), kFirst);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_NE(refused.error().detail.find("of another program"), std::string::npos) << refused.error().detail;
    auto others = store::openPostgres(place.address(), {});
    ASSERT_TRUE(others.ok());
    ASSERT_TRUE(others->run("DROP TABLE bookmark").ok());
    EXPECT_TRUE(store::openPostgres(place.address(), kFirst).ok());
}

TEST_F(Postgres, TellsWhatIsWrongByItsKind)
{
    auto database = open();
    EXPECT_EQ(database.run("NONSENSE").error().code, ErrorCode::Internal);
    ASSERT_TRUE(database.run("INSERT INTO thing (name) VALUES ('secret')").ok());
    const auto twice = database.run("INSERT INTO thing (name) VALUES (?)", {"secret"});
    EXPECT_EQ(twice.error().code, ErrorCode::Conflict);
    EXPECT_EQ(twice.error().detail.find("secret"), std::string::npos) << "values stay out of messages";
    const std::string zero("a\0b", 3);
    EXPECT_EQ(database.run("INSERT INTO thing (name) VALUES (?)", {zero}).error().code,
              ErrorCode::InvalidInput);
    EXPECT_EQ(count(database), 1);
    EXPECT_EQ(database.backupTo("/tmp/x").error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(store::openPostgres("sqlite:x", kFirst).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(store::openPostgres("postgresql:///none?host=/nowhere", kFirst).error().code,
              ErrorCode::StorageBroken);
}

TEST_F(Postgres, UndoesATransactionThatIsNotCommittedAndASavepointAlone)
{
    auto database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES ('undone')").ok());
    }
    EXPECT_EQ(count(database), 0);
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES ('kept')").ok());
        ASSERT_TRUE(database.run("SAVEPOINT job").ok());
        EXPECT_TRUE(database.send("INSERT INTO thing (name) VALUES ('kept')").ok()); // told later
        EXPECT_EQ(database.run("INSERT INTO thing (name) VALUES ('never')").error().code,
                  ErrorCode::Conflict);
        ASSERT_TRUE(database.run("ROLLBACK TO job").ok());
        ASSERT_TRUE(transaction->commit().ok());
    }
    EXPECT_EQ(count(database), 1);
}

TEST_F(Postgres, DoesNotConfirmATransactionInWhichSomethingFailed)
{
    auto database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES ('half')").ok());
        ASSERT_TRUE(database.send("NONSENSE").ok());
        EXPECT_FALSE(transaction->commit().ok());
    }
    {
        auto transaction = Transaction::begin(database);
        EXPECT_FALSE(database.run("NONSENSE").ok());
        EXPECT_FALSE(transaction->commit().ok());
    }
    EXPECT_EQ(count(database), 0);
}

TEST_F(Postgres, AnswersWhatWasAskedByWhatWasThereThen)
{
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO thing (name) VALUES ('one')").ok());
    auto transaction = Transaction::begin(database);
    auto first = database.ask("SELECT name FROM thing ORDER BY id");
    ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES ('two')").ok());
    auto second = database.ask("SELECT count(*) FROM thing WHERE name <> ?", {"none"});
    static_cast<void>(database.ask("SELECT 'nobody reads this'"));
    ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES ('three')").ok());
    EXPECT_EQ(*second.one([](const Query &row) { return row.integer(0); }), 2);
    EXPECT_EQ(*first.all([](const Query &row) { return row.text(0); }), std::vector<std::string>{"one"});
    ASSERT_TRUE(transaction->commit().ok());
    EXPECT_EQ(count(database), 3);
    EXPECT_EQ(*database.ask("SELECT 7").one([](const Query &row) { return row.integer(0); }), 7);
}

TEST_F(Postgres, TellsWhoeverAsksThatWhatWasSentBeforeFailed)
{
    auto database = open();
    auto transaction = Transaction::begin(database);
    ASSERT_TRUE(database.send("NONSENSE").ok());
    auto first = database.ask("SELECT 1");
    auto second = database.ask("SELECT 2");
    const auto why = first.step();
    ASSERT_FALSE(why.ok());
    EXPECT_NE(why.error().detail.find("NONSENSE"), std::string::npos) << why.error().detail;
    EXPECT_FALSE(second.step().ok());
    EXPECT_FALSE(transaction->commit().ok());
}

TEST_F(Postgres, SendsManyStatementsWithoutWaitingForEach)
{
    auto database = open();
    auto transaction = Transaction::begin(database);
    const std::string large(20'000, 'x');
    constexpr int kMany = 1000;
    for (int i = 0; i < kMany; ++i)
        ASSERT_TRUE(database.send("INSERT INTO thing (name) VALUES (?)", {large + std::to_string(i)}).ok());
    ASSERT_TRUE(transaction->commit().ok());
    EXPECT_EQ(count(database), kMany);
}

TEST_F(Postgres, TakesWholeColumnsAsArraysAndGivesBackEveryValueAsItWas)
{
    auto database = open();
    const std::vector<std::string> texts = {"", "NULL", "{}", ",", R"(a "b" \c\\)", "Hoàng 中文\n\t'"};
    const std::string bytes("\0\1\\x\xff'\"", 7);
    store::ArrayText names, blobs, numbers, shares;
    EXPECT_TRUE(names.empty());
    for (const std::string &text : texts) {
        names.add(text);
        blobs.add(Blob{bytes});
        numbers.add(std::int64_t{-9'000'000'000'000'000'001});
        shares.add(0.1);
    }
    EXPECT_FALSE(names.empty());
    names.addNull();
    blobs.add(Blob{});
    numbers.add(std::optional<std::int64_t>());
    shares.addNull();
    const auto done = database.run("INSERT INTO thing (name, bytes, number, share) SELECT * FROM"
                                   " unnest(?::text[], ?::bytea[], ?::bigint[], ?::double precision[])",
                                   {names.text(), blobs.text(), numbers.text(), shares.text()});
    ASSERT_TRUE(done.ok()) << done.error().detail;
    auto row = database.query("SELECT name, bytes, number, share FROM thing ORDER BY id");
    for (const std::string &text : texts) {
        ASSERT_TRUE(*row.step());
        EXPECT_EQ(row.text(0), text);
        EXPECT_EQ(row.blob(1), bytes);
        EXPECT_EQ(row.integer(2), -9'000'000'000'000'000'001);
        EXPECT_EQ(row.real(3), 0.1);
    }
    ASSERT_TRUE(*row.step());
    EXPECT_TRUE(row.isNull(0) && row.isNull(2) && row.isNull(3));
    EXPECT_FALSE(row.isNull(1));
    EXPECT_EQ(row.blob(1), "");
    EXPECT_FALSE(*row.step());
    EXPECT_EQ(database.run("SELECT ?::bigint[]", {store::ArrayText().text()}).ok(), true);
}

TEST_F(Postgres, BeginsATransactionAtOnceOnlyWhenNobodyElseWrites)
{
    auto one = open();
    auto two = open();
    {
        const auto writing = Transaction::beginAtOnce(one);
        ASSERT_TRUE(writing.ok());
        const auto refused = Transaction::beginAtOnce(two);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::Throttled);
        EXPECT_EQ(count(two), 0) << "it can be used meanwhile";
    }
    EXPECT_TRUE(Transaction::beginAtOnce(two).ok());
}

TEST_F(Postgres, LendsNoMoreConnectionsThanItMay)
{
    std::atomic<int> opened = 0;
    store::Pool pool(
        [&] {
            ++opened;
            return store::openPostgres(place.address(), kFirst);
        },
        2);
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 10; ++i) {
                const auto lease = pool.take();
                ASSERT_TRUE(lease.ok());
                EXPECT_EQ(count(**lease), 0);
            }
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_LE(opened, 2);
}

TEST_F(Postgres, LendsAConnectionAgainWhenOneCouldNotBeOpened)
{
    bool isAway = true;
    store::Pool pool(
        [&] {
            return store::openPostgres(isAway ? "postgresql:///none?host=/nowhere" : place.address(), kFirst);
        },
        1);
    EXPECT_EQ(pool.take().error().code, ErrorCode::StorageBroken);
    isAway = false;
    EXPECT_TRUE(pool.take().ok());
}

TEST_F(Postgres, LetsOneWriterIntoTheDatabaseAtATime)
{
    constexpr int kThreads = 4;
    constexpr int kTimes = 25;
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO thing (name, number) VALUES ('n', 0)").ok());
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([&] {
            auto own = open();
            for (int i = 0; i < kTimes; ++i) {
                auto transaction = Transaction::begin(own);
                const auto before = own.query("SELECT number FROM thing").one([](const Query &row) {
                    return row.integer(0);
                });
                ASSERT_TRUE(before.ok());
                EXPECT_TRUE(own.run("UPDATE thing SET number = ?", {**before + 1}).ok());
                EXPECT_TRUE(transaction->commit().ok());
            }
        });
    for (auto &thread : threads)
        thread.join();
    const auto number =
        database.query("SELECT number FROM thing").one([](const Query &row) { return row.integer(0); });
    EXPECT_EQ(**number, kThreads * kTimes);
}

TEST_F(Postgres, ConnectsAgainByItselfButNeverInsideATransaction)
{
    auto database = open();
    ASSERT_TRUE(database.run("INSERT INTO thing (name) VALUES ('before')").ok());
    place.dropConnections();
    EXPECT_EQ(count(database), 1);
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(database.run("INSERT INTO thing (name) VALUES ('lost')").ok());
        place.dropConnections();
        EXPECT_EQ(database.run("INSERT INTO thing (name) VALUES ('lost too')").error().code,
                  ErrorCode::StorageBroken);
        EXPECT_EQ(transaction->commit().error().code, ErrorCode::StorageBroken);
    }
    EXPECT_EQ(count(database), 1);
    EXPECT_TRUE(database.run("INSERT INTO thing (name) VALUES ('after')").ok());
}

TEST_F(Postgres, RefusesTheDatabaseOfANewerKapokAndTakesAnOlderOneUp)
{
    {
        auto older = open();
        ASSERT_TRUE(older.run("INSERT INTO thing (name) VALUES ('old')").ok());
    }
    {
        auto newer = open(kSecond);
        EXPECT_EQ(count(newer), 1);
        EXPECT_TRUE(newer.run("INSERT INTO other VALUES (1)").ok());
    }
    EXPECT_EQ(store::openPostgres(place.address(), kFirst).error().code, ErrorCode::NewerFormat);
}

TEST_F(Postgres, MakesNoTablesWhereThereMustBeSome)
{
    EXPECT_EQ(store::openPostgres(place.address(), kFirst, store::IfAbsent::Refuse).error().code,
              ErrorCode::NotFound);
    EXPECT_EQ(store::openPostgres(place.address(), kFirst, store::IfAbsent::Refuse).error().code,
              ErrorCode::NotFound); // the first time left nothing
    static_cast<void>(open());
    EXPECT_TRUE(store::openPostgres(place.address(), kFirst, store::IfAbsent::Refuse).ok());
}

TEST_F(Postgres, IsAwayWhileItsTablesAreNewerOrGone)
{
    const auto isAway = [](Database &database) {
        const Status refused = database.run("INSERT INTO thing (name) VALUES ('a')");
        // The answer names no place and is none of the request's fault.
        return !refused.ok() && refused.error().code == ErrorCode::StorageBroken &&
               refused.error().detail == "cannot use the database: it is away, the log says why";
    };
    for (const char *change :
         {"INSERT INTO schema_version VALUES (99, 'newer')", "DROP TABLE schema_version"}) {
        auto database = open();
        ASSERT_TRUE(database.run(change).ok());
        place.dropConnections();
        EXPECT_TRUE(isAway(database)) << change;
        EXPECT_TRUE(isAway(database)) << change; // nor is the connection used that was refused
        if (change[0] == 'I') {
            constexpr std::array kNewest{store::Migration{99, "newer", ""}};
            auto newest = open(kNewest);
            ASSERT_TRUE(newest.run("DELETE FROM schema_version WHERE version = 99").ok());
            EXPECT_TRUE(database.run("INSERT INTO thing (name) VALUES ('b')").ok());
        }
    }
}

TEST_F(Postgres, IsWrittenAgainWhenItWasReadOnlyForAWhile)
{
    auto database = open();
    auto administrator = open();
    const auto setReadOnly = [&](const std::string &onOrOff) {
        return administrator.run("DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET "
                                 "default_transaction_read_only = " +
                                 onOrOff + "', current_database()); END$$");
    };
    ASSERT_TRUE(setReadOnly("on").ok());
    place.dropConnections();
    EXPECT_EQ(database.run("INSERT INTO thing (name) VALUES ('a')").error().code, ErrorCode::StorageBroken);
    ASSERT_TRUE(administrator.run("SET default_transaction_read_only = off").ok());
    ASSERT_TRUE(setReadOnly("off").ok());
    EXPECT_TRUE(database.run("INSERT INTO thing (name) VALUES ('b')").ok());
    EXPECT_EQ(count(database), 1);
}

TEST_F(Postgres, IsMigratedOnceWhenManyOpenItTogether)
{
    std::atomic<int> opened = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t)
        threads.emplace_back([&] {
            const auto one = store::openPostgres(place.address(), kSecond);
            EXPECT_TRUE(one.ok()) << one.error().detail;
            opened += one.ok() ? 1 : 0;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(opened, 6);
}

TEST_F(Postgres, AMigrationThatFailsLeavesNothing)
{
    constexpr std::array kWrong{
        kFirst[0], store::Migration{2, "0002_wrong.sql", "CREATE TABLE half (x integer); NONSENSE;"}};
    EXPECT_FALSE(store::openPostgres(place.address(), kWrong).ok());
    auto database = open();
    EXPECT_EQ(database.query("SELECT to_regclass('half') IS NULL")
                  .one([](const Query &row) { return row.integer(0); })
                  ->value_or(0),
              1);
}

} // namespace
} // namespace kapok
