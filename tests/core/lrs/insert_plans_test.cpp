// SPDX-License-Identifier: Apache-2.0
// PostgreSQL keeps the plans of what writes, made perhaps when its tables were nearly empty.
#include "tests/core/lrs/postgres_writer.h"
#include "tests/core/lrs/records.h"

#include <fmt/format.h>

namespace kapok {
namespace {

using test::Writer;

std::string id(int number)
{
    return fmt::format("01890000-0000-7000-8000-{:012}", number);
}

/// The first answer of a learner.
std::string answer(int number)
{
    return test::answered(id(number), "learner-" + std::to_string(number), "2026-11-22T12:00:00Z");
}

/// How many rows were read by walking tables from their beginnings.
long readThrough(Writer &writer)
{
    writer.rows("SELECT pg_stat_force_next_flush()");
    return std::stol(writer.rows("SELECT sum(seq_tup_read) FROM pg_stat_user_tables"));
}

TEST(InsertPlans, ReadNoTableThroughHoweverSmallItWasWhenTheyWereMade)
{
    KAPOK_NEEDS_POSTGRES();
    Writer writer;
    ASSERT_TRUE(writer.insert({answer(0)}).ok());
    writer.rows("VACUUM ANALYZE"); // it knows that each table has one page, which is quickest read through
    const std::vector<std::string> everyKind = {answer(0), answer(1), test::voiding(id(2), id(3)), answer(3),
                                                test::about(id(4), id(1), "learner-1")};
    for (const std::string &statement : everyKind)
        ASSERT_TRUE(writer.insert({statement}).ok()) << statement;
    std::vector<std::string> many;
    for (int i = 100; i < 600; ++i)
        many.push_back(answer(i));
    ASSERT_TRUE(writer.insert(many).ok());
    const long before = readThrough(writer);
    ASSERT_TRUE(writer.insert({answer(700)}).ok()); // a new learner
    ASSERT_TRUE(writer.insert({answer(700)}).ok()); // a repeat
    ASSERT_TRUE(writer.insert({test::about(id(701), id(700), "learner-700")}).ok());
    EXPECT_LT(readThrough(writer) - before, 100);
}

} // namespace
} // namespace kapok
