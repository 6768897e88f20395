// SPDX-License-Identifier: Apache-2.0
// Which addresses and databases are taken, what migrations leave, and what becomes of a connection that
// breaks.
#include "core/store/postgres_address.h"
#include "tests/core/store/postgres_fixture.h"

#include <atomic>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace kapok {
namespace {

using store::Database;
using store::Query;
using store::Transaction;
using test::kFirst;
using test::kSecond;
using test::Postgres;

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

TEST_F(Postgres, ReadsAndWritesTheSameWhateverTheDatabaseIsSetTo)
{
    const std::string settings = "-c%20bytea_output%3Descape%20-c%20extra_float_digits%3D-5%20"
                                 "-c%20default_transaction_isolation%3Dserializable";
    auto opened = store::openPostgres(place.address() + "&options=" + settings, kFirst);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    const std::string bytes("\0\\\xff'", 4);
    constexpr double kShare = 0.1 + 0.2; // has 17 digits
    ASSERT_TRUE(
        opened->run("INSERT INTO thing (bytes, share) VALUES (?, ?)", {store::Blob{bytes}, kShare}).ok());
    const auto row =
        opened->query("SELECT bytes, share, current_setting('transaction_isolation') FROM thing")
            .one([](const Query &found) { return std::tuple(found.blob(0), found.real(1), found.text(2)); });
    ASSERT_TRUE(row.ok() && *row);
    EXPECT_EQ(**row, std::tuple(bytes, kShare, std::string("read committed")));
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
