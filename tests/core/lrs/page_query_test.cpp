// SPDX-License-Identifier: Apache-2.0
// What SQLite does for a page, asked of itself: a plan that grows with what is kept shows in
// EXPLAIN QUERY PLAN.
#include "core/lrs/history.h"
#include "core/lrs/page_query.h"
#include "tests/core/lrs/records.h"

#include <iterator>

namespace kapok {
namespace {

constexpr int kMany = 2100; // more than the query counts

class PageQueryTest : public testing::Test {
protected:
    /// kMany statements of one learner with one verb about one activity.
    void SetUp() override
    {
        addMany([] { return test::plain(test::newId()); });
    }

    template <class Make> void addMany(const Make &make)
    {
        for (int batch = 0; batch < kMany / 100; ++batch) {
            std::string body;
            for (int i = 0; i < 100; ++i)
                body += (i == 0 ? "[" : ",") + make();
            ASSERT_TRUE(records.add(body + "]").ok());
        }
    }

    /// The steps, one a line.
    std::string planOf(const lrs::StatementFilter &filter)
    {
        auto database = *records.pool.take();
        const auto query = lrs::pageQuery(*database, filter, 51);
        EXPECT_TRUE(query.ok() && *query);
        std::string plan;
        auto steps = database->query("EXPLAIN QUERY PLAN " + (*query)->sql, (*query)->values);
        while (*steps.step())
            plan += steps.text(3) + '\n';
        return plan;
    }

    static std::ptrdiff_t count(const std::string &plan, const std::string &step)
    {
        std::ptrdiff_t found = 0;
        for (auto at = plan.find(step); at != std::string::npos; at = plan.find(step, at + 1))
            ++found;
        return found;
    }

    test::Records records;
};

TEST_F(PageQueryTest, WalksWhatManyHaveOnceAndInOrder)
{
    for (int parts = 1; parts < 8; ++parts) {
        const std::string plan = planOf(test::filterOf(parts, "a"));
        const auto walks = count(plan, "(verb=?)") + count(plan, "(agent=?)") + count(plan, "(activity=?)");
        EXPECT_EQ(walks, 1) << plan;
        EXPECT_EQ(count(plan, "FOR ORDER BY"), 1) << plan; // of the page, not of what is walked
        EXPECT_EQ(count(plan, "SCAN m"), 0) << plan;
        EXPECT_EQ(count(plan, "SCAN r USING"), 1) << plan; // there is none
        EXPECT_EQ(count(plan, "SEARCH m USING INDEX sqlite_autoindex_statement_1 (id=?)") +
                      count(plan, "SEARCH m USING COVERING INDEX sqlite_autoindex_statement_1 (id=?)"),
                  1)
            << plan;
    }
}

TEST_F(PageQueryTest, GoesFromTheFewThatMatchToTheManyThatRefer)
{
    const std::string target = test::newId();
    ASSERT_TRUE(records.add("[" + test::plain(target, "b") + "]").ok());
    addMany([&] { return test::about(test::newId(), target); });
    for (const int parts : {2, 3, 6, 7}) {
        const auto filter = test::filterOf(parts, "b");
        const std::string plan = planOf(filter);
        EXPECT_EQ(count(plan, "SEARCH r USING PRIMARY KEY (target=?)"), 1) << plan;
        EXPECT_EQ(count(plan, "SCAN r USING"), 0) << plan;
        EXPECT_EQ(std::ssize(records.walk(filter)), 1 + kMany);
    }
}

TEST(LongStatements, AreReadForAnExportAFewAtATime)
{
    test::Records records;
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(records
                        .add(test::plainWith(test::newId(), R"("result":{"response":")" +
                                                                std::string(3u << 20, 'x') + "\"}"))
                        .ok());
    auto database = *records.pool.take();
    const auto first = lrs::readHistory(*database, 0, 500);
    ASSERT_TRUE(first.ok());
    ASSERT_EQ(first->size(), 2u);
    EXPECT_EQ(lrs::readHistory(*database, first->back().stored, 500)->size(), 1u);
}

} // namespace
} // namespace kapok
