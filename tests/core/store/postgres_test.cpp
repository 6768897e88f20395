// SPDX-License-Identifier: Apache-2.0
#include "core/store/array.h"
#include "core/store/pool.h"
#include "tests/core/store/postgres_fixture.h"

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace kapok {
namespace {

using store::Blob;
using store::Query;
using store::Transaction;
using test::kFirst;
using test::Postgres;

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
    using store::Array;
    Array names(Array::Of::Text);
    Array blobs(Array::Of::Bytea);
    Array numbers(Array::Of::BigInt);
    Array small(Array::Of::SmallInt);
    Array shares(Array::Of::Double);
    EXPECT_TRUE(names.empty());
    for (const std::string &text : texts) {
        names.add(text);
        blobs.add(Blob{bytes});
        numbers.add(std::int64_t{-9'000'000'000'000'000'001});
        small.add(std::int64_t{-32'768});
        shares.add(0.1);
    }
    EXPECT_FALSE(names.empty());
    names.addNull();
    blobs.add(Blob{});
    numbers.add(std::optional<std::int64_t>());
    small.add(std::int64_t{513});
    shares.addNull();
    const auto done = database.run("INSERT INTO thing (name, bytes, number, share) SELECT * FROM"
                                   " unnest(?::text[], ?::bytea[], ?::bigint[], ?::double precision[])",
                                   {names.value(), blobs.value(), numbers.value(), shares.value()});
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
    const auto inText = [&](const char *sql, Array array) {
        return database.query(sql, {array.value()}).one([](const Query &answer) { return answer.text(0); });
    };
    EXPECT_EQ(*inText("SELECT ?::smallint[]", small).value(),
              "{-32768,-32768,-32768,-32768,-32768,-32768,513}");
    EXPECT_EQ(*inText("SELECT ?::bigint[]", Array(Array::Of::BigInt)).value(), "{}");
    Array withNul(Array::Of::Text);
    withNul.add(std::string_view("a\0b", 3));
    EXPECT_EQ(inText("SELECT ?::text[]", withNul).error().code, ErrorCode::InvalidInput);
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

} // namespace
} // namespace kapok
