// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/memory.h"

#include "core/lrs/commit_queue.h"
#include "core/lrs/figure_batch.h"
#include "core/lrs/interning.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/postgres.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iterator>
#include <rapidcheck/gtest.h>

namespace kapok {
namespace {

using lrs::CommitQueue;
using lrs::Memory;
using store::Database;

class MemoryTest : public testing::Test {
protected:
    Database open() { return *Database::open(m_path, lrs::migrations()); }

    /// What internVerb() says inside work that then ends with \p outcome.
    std::int64_t intern(const std::string &iri, const Status &outcome = success())
    {
        std::int64_t number = 0;
        (void)m_queue
            .run([&](Database &database, const CommitQueue::Stamp &) -> Status {
                KAPOK_TRY_ASSIGN(number, lrs::internVerb(database, iri));
                return outcome;
            })
            .ok();
        return number;
    }

    std::string verbNumbered(std::int64_t number)
    {
        auto database = open();
        return database.query("SELECT iri FROM verb WHERE id = ?", {number})
            .one([](const store::Query &row) { return row.text(0); })
            ->value_or("");
    }

    const test::TemporaryFolder m_folder;
    const std::filesystem::path m_path = m_folder.path() / "node.db";
    const test::ManualClock m_clock;
    CommitQueue m_queue{*Database::open(m_path, lrs::migrations()), m_clock};
};

TEST_F(MemoryTest, ForgetsTheFormerDatabaseWhenItWritesToAnother)
{
    ASSERT_GT(intern("urn:former"), 0);
    const auto other = m_folder.path() / "other.db";
    m_queue.replace(*Database::open(other, lrs::migrations()));
    ASSERT_GT(intern("urn:former"), 0);
    auto database = *Database::open(other, lrs::migrations());
    EXPECT_TRUE(*database.query("SELECT 1 FROM verb WHERE iri = 'urn:former'").step());
}

TEST(MemoryOfPostgres, ForgetsWhenTheConnectionIsMadeAnew)
{
    KAPOK_NEEDS_POSTGRES();
    const test::PostgresDatabase place;
    const test::ManualClock clock;
    CommitQueue queue(*store::openPostgres(place.address(), lrs::postgresMigrations()), clock);
    const CommitQueue::Work intern = [](Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY(lrs::internVerb(database, "urn:a"));
        return success();
    };
    ASSERT_TRUE(queue.run(intern).ok());
    {
        auto administrator = *store::openPostgres(place.address(), lrs::postgresMigrations());
        ASSERT_TRUE(administrator.run("DELETE FROM verb").ok()); // as an earlier state that was restored
    }
    place.dropConnections();
    ASSERT_TRUE(queue.run(intern).ok());
    auto database = *store::openPostgres(place.address(), lrs::postgresMigrations());
    EXPECT_TRUE(*database.query("SELECT 1 FROM verb WHERE iri = 'urn:a'").step());
}

TEST_F(MemoryTest, ForgetsWhatWasTakenBackWithItsWork)
{
    const auto lost = intern("urn:lost", Error{ErrorCode::Conflict, "no"});
    const auto other = intern("urn:other"); // may get the number of the one that was taken back
    EXPECT_EQ(verbNumbered(other), "urn:other");
    EXPECT_EQ(verbNumbered(intern("urn:lost")), "urn:lost");
    EXPECT_GT(lost, 0);
}

TEST_F(MemoryTest, ForgetsWhenSomebodyElseChangedTheDatabase)
{
    const auto number = intern("urn:a");
    auto elsewhere = open();
    ASSERT_TRUE(elsewhere.run("UPDATE verb SET iri = 'urn:renamed' WHERE id = ?", {number}).ok());
    EXPECT_NE(intern("urn:a"), number);
    EXPECT_EQ(verbNumbered(intern("urn:a")), "urn:a");
}

TEST_F(MemoryTest, BelongsToTheWritersThreadAlone)
{
    EXPECT_EQ(Memory::current(), nullptr);
    Memory *seen = nullptr;
    ASSERT_TRUE(m_queue
                    .run([&](Database &, const CommitQueue::Stamp &) {
                        seen = Memory::current();
                        return success();
                    })
                    .ok());
    EXPECT_NE(seen, nullptr);
}

TEST(Memory, HoldsNoMoreThanItsBound)
{
    Memory memory;
    const std::string large(1u << 20, 'x');
    for (int i = 0; i < 100; ++i)
        memory.keep(Memory::Kind::Activity, large + std::to_string(i), i);
    EXPECT_FALSE(memory.find(Memory::Kind::Activity, large + "0"));
    EXPECT_EQ(memory.find(Memory::Kind::Activity, large + "99"), 99);
    EXPECT_FALSE(memory.find(Memory::Kind::Verb, large + "99"));
}

std::vector<std::string> figures(Database &database)
{
    std::vector<std::string> rows;
    for (const char *sql :
         {"SELECT a.ifi || ' ' || c.iri || ' ' || started || ' ' || ifnull(completed, '-') || ' ' || "
          "last_seen"
          " || ' ' || lessons_done || ' ' || ifnull(mark, '-') FROM figure f JOIN agent a ON a.id = f.agent"
          " JOIN activity c ON c.id = f.course ORDER BY 1",
          "SELECT a.ifi || ' ' || l.iri || ' ' || ifnull(completed, '-') || ' ' || ifnull(best, '-')"
          " FROM figure_lesson f JOIN agent a ON a.id = f.agent JOIN activity l ON l.id = f.lesson ORDER BY "
          "1"}) {
        auto all = database.query(sql).all([](const store::Query &at) { return at.text(0); });
        std::move(all->begin(), all->end(), std::back_inserter(rows));
    }
    return rows;
}

RC_GTEST_PROP(FigureBatch, GivesTheFiguresThatItsEventsGiveOneByOne, ())
{
    const test::TemporaryFolder folder;
    auto single = *Database::open(folder.path() / "single.db", lrs::migrations());
    auto batched = *Database::open(folder.path() / "batched.db", lrs::migrations());
    lrs::FigureBatch batch;
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        lrs::FigureEvent event;
        event.agent = *rc::gen::element<std::string>("a", "b");
        event.course = *rc::gen::element<std::string>("urn:c1", "urn:c2");
        event.at = *rc::gen::inRange<lrs::Micros>(1, 9);
        const int kind = *rc::gen::inRange(0, 8);
        event.courseSatisfied = kind == 0;
        event.lessonCompleted = kind == 1;
        if (kind == 2)
            event.scaled = *rc::gen::inRange(0, 5) / 4.0;
        if (kind == 1 || kind == 2)
            event.lesson = *rc::gen::element<std::string>("urn:l1", "urn:l2");
        lrs::FigureBatch alone;
        alone.add(event);
        RC_ASSERT(alone.apply(single).ok());
        batch.add(event);
    }
    RC_ASSERT(batch.apply(batched).ok());
    RC_ASSERT(figures(batched) == figures(single));
}

} // namespace
} // namespace kapok
