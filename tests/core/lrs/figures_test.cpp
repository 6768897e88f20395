// SPDX-License-Identifier: Apache-2.0
#include "tests/core/lrs/records.h"

#include <algorithm>
#include <random>

namespace kapok {
namespace {

using namespace std::chrono_literals;
using test::Records;

/// One learner's way through a course of two lessons.
std::vector<xapi::Statement> way(Records &records, const std::string &account, double mark)
{
    auto context = records.context(account);
    Time now = records.clock.now() - 1h;
    std::vector<xapi::Statement> all{
        xapi::launched(context, xapi::MoveOn::Completed, xapi::LaunchMode::Normal, now),
        xapi::initialized(context, now + 1s),
        xapi::experienced(context, {context.lesson.id + "/pages/p", {}}, now + 2s),
        xapi::failed(context, mark / 2, 1, 1min, now + 3s),
        xapi::passed(context, mark, 2, 1min, now + 4s),
        xapi::completed(context, 1min, now + 5s)};
    context.lesson.id = test::kCourse + "/lessons/two";
    all.push_back(xapi::completed(context, 1min, now + 10s));
    all.push_back(xapi::satisfied(context, now + 11s));
    all.push_back(xapi::terminated(context, 1min, now + 12s));
    return all;
}

TEST(Figures, FollowTheStatementsInTheSameTransaction)
{
    Records records;
    ASSERT_TRUE(records.add(test::arrayOf(way(records, "a", 0.8))).ok());
    auto database = records.pool.take();
    const auto row =
        (*database)
            ->query("SELECT completed - started, last_seen - started, lessons_done, mark FROM figure")
            .one([](const store::Query &at) {
                return std::tuple(at.integer(0), at.integer(1), at.integer(2), at.real(3));
            });
    ASSERT_TRUE(row.ok() && *row);
    EXPECT_EQ(**row, std::tuple(11'000'000, 12'000'000, 2, 0.8));
}

TEST(Figures, AreTheSameInWhateverOrderAndHoweverOftenStatementsCome)
{
    std::vector<std::string> expected;
    for (unsigned seed = 0; seed < 8; ++seed) {
        Records records;
        auto all = way(records, "a", 0.7);
        const auto others = way(records, "b", 0.9);
        all.insert(all.end(), others.begin(), others.end());
        ASSERT_TRUE(records.add(test::plain(uuidV7(1), "a")).ok()); // agents get their numbers in one order
        ASSERT_TRUE(records.add(test::plain(uuidV7(1), "b")).ok());
        std::shuffle(all.begin(), all.end(), std::mt19937(seed));
        for (const auto &statement : all) {
            ASSERT_TRUE(records.add(statement.json).ok());
            ASSERT_TRUE(records.add(statement.json).ok());
        }
        auto database = records.pool.take();
        const auto rows =
            (*database)
                ->query("SELECT agent, started, completed, last_seen, lessons_done, mark"
                        " FROM figure ORDER BY agent")
                .all([](const store::Query &row) {
                    return row.text(0) + row.text(1) + row.text(2) + row.text(3) + row.text(4) + row.text(5);
                });
        if (expected.empty())
            expected = *rows;
        EXPECT_EQ(*rows, expected) << "seed " << seed;
    }
}

TEST(Figures, RebuiltAreTheSameRows)
{
    Records records;
    for (const char *account : {"a", "b", "c"})
        ASSERT_TRUE(records.add(test::arrayOf(way(records, account, 0.6))).ok());
    const auto before = records.figures();
    EXPECT_EQ(before.size(), 9u);
    ASSERT_TRUE(records.statements.rebuildFigures().ok());
    EXPECT_EQ(records.figures(), before);
}

TEST(Figures, ForgetWhatWasVoided)
{
    Records records;
    const auto all = way(records, "a", 0.6);
    ASSERT_TRUE(records.add(test::arrayOf(all)).ok());
    const auto &satisfied = all[7];
    ASSERT_TRUE(records.add(test::voiding(uuidV7(1), satisfied.id.value)).ok());
    auto database = records.pool.take();
    const auto completed =
        (*database)->query("SELECT completed IS NULL FROM figure").one([](const store::Query &row) {
            return row.integer(0);
        });
    EXPECT_EQ(**completed, 1);
    const auto before = records.figures();
    ASSERT_TRUE(records.statements.rebuildFigures().ok());
    EXPECT_EQ(records.figures(), before);
}

TEST(Figures, ForgetWhatWasVoidedOfAnAgentWhoSaidMuch)
{
    Records records;
    const auto all = way(records, "a", 0.6);
    ASSERT_TRUE(records.add(test::arrayOf(all)).ok());
    auto context = records.context("a");
    context.lesson.id = test::kCourse + "/lessons/two";
    std::vector<xapi::Statement>
        many; // folded anew in pieces of 500: what counts is in the first and the last
    for (int i = 0; i < 1200; ++i)
        many.push_back(xapi::experienced(context, {context.lesson.id + "/pages/" + std::to_string(i), {}},
                                         records.clock.now()));
    many.push_back(xapi::passed(context, 0.9, 2, 1min, records.clock.now()));
    const auto added = records.add(test::arrayOf(many));
    ASSERT_TRUE(added.ok()) << added.error().detail;
    ASSERT_TRUE(records.add(test::voiding(uuidV7(1), all[7].id.value)).ok());
    const auto before = records.figures();
    ASSERT_TRUE(records.statements.rebuildFigures().ok());
    EXPECT_EQ(records.figures(), before);
}

TEST(Figures, SetRightADevicesClockByItsMeasuredOffsetAndNeverReachIntoTheFuture)
{
    Records records;
    auto context = records.context("a");
    context.clockOffset = 2h; // the server is ahead: the device's clock is two hours late
    ASSERT_TRUE(records.add(xapi::initialized(context, records.clock.now() - 3h).json).ok());
    auto ahead = records.context("b");
    ASSERT_TRUE(records.add(xapi::initialized(ahead, records.clock.now() + 24h * 365).json).ok());
    auto database = records.pool.take();
    const auto seen =
        (*database)->query("SELECT last_seen FROM figure ORDER BY agent").all([](const store::Query &row) {
            return row.integer(0);
        });
    const auto now = lrs::toMicros(records.clock.now());
    EXPECT_EQ(seen->at(0), now - 3'600'000'000);
    EXPECT_LE(seen->at(1), now + 1000);
}

} // namespace
} // namespace kapok
