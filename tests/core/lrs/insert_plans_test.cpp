// SPDX-License-Identifier: Apache-2.0
// Writing reads no table through, and waits for nobody who does: PostgreSQL keeps the plans of what writes,
// made perhaps when its tables were nearly empty, and makes a part of a table for each month.
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

/// As pg_dump does, until its connection ends.
Status readEverything(store::Database &database)
{
    KAPOK_TRY(database.run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
    return database.run("LOCK TABLE statement, statement_id, figure IN ACCESS SHARE MODE");
}

TEST(InsertPlans, BeginAMonthWhileABackupReadsEverything)
{
    KAPOK_NEEDS_POSTGRES();
    Writer writer;
    writer.setTime("2026-11-30T23:59:59Z");
    ASSERT_TRUE(writer.insert({answer(0)}).ok());
    auto backup = store::openPostgres(writer.address(), lrs::postgresMigrations());
    ASSERT_TRUE(backup.ok() && readEverything(*backup).ok());
    for (const char *month : {"2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"}) {
        writer.setTime(month);
        const Status stored = writer.insert({answer(std::stoi(std::string(month).substr(5, 2)))});
        EXPECT_TRUE(stored.ok()) << month << ": " << stored.error().detail;
    }
    EXPECT_EQ(writer.rows("SELECT count(*) FROM pg_inherits WHERE inhparent = 'statement'::regclass"), "3\n");
    // Of each part, as of the table: its key, verbs and registrations.
    EXPECT_EQ(writer.rows("SELECT count(*) FROM pg_indexes WHERE tablename LIKE 'statement_2%'"), "9\n");
}

} // namespace
} // namespace kapok
