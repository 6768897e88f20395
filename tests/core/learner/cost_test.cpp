// SPDX-License-Identifier: Apache-2.0
// What an answer costs, counted: the steps of SQLite's virtual machine and the statements it ran.
#include "tests/core/learner/record_fixture.h"

#include <sqlite3.h>

namespace kapok::learner {
namespace {

/// Counts what SQLite does on every connection opened while it lives. One at a time.
class SqlCounter {
public:
    SqlCounter()
    {
        s_statements = 0;
        s_steps = 0;
        sqlite3_auto_extension(entry());
    }
    ~SqlCounter() { sqlite3_cancel_auto_extension(entry()); }
    SqlCounter(const SqlCounter &) = delete;
    SqlCounter &operator=(const SqlCounter &) = delete;

    struct Cost {
        int statements = 0;
        int steps = 0;
    };
    /// What was done since the last call.
    static Cost take() { return {std::exchange(s_statements, 0), std::exchange(s_steps, 0)}; }

private:
    using Entry = void (*)();
    static Entry entry() { return reinterpret_cast<Entry>(&attach); }
    static int attach(sqlite3 *database, char **, const void *)
    {
        return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, &finished, nullptr);
    }
    static int finished(unsigned, void *, void *statement, void *)
    {
        ++s_statements;
        s_steps += sqlite3_stmt_status(static_cast<sqlite3_stmt *>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
        return 0;
    }

    static inline int s_statements = 0;
    static inline int s_steps = 0;
};

class CostTest : public RecordTest {
protected:
    /// One try at the lesson: two answers; what the second, in the midst of it, cost.
    SqlCounter::Cost oneTry(Record &record, LessonVisit &where)
    {
        answer(record, where, "one", {"a"});
        SqlCounter::take();
        answer(record, where, "several", {"d"});
        const auto cost = SqlCounter::take();
        EXPECT_TRUE(record.retryLesson(where).ok());
        return cost;
    }
};

TEST_F(CostTest, AnAnswerCostsTheSameHoweverManyThereAre)
{
    const SqlCounter counter;
    auto record = open();
    auto where = visit(record);
    const auto first = oneTry(record, where);
    EXPECT_EQ(first.statements, 5); // begin, look for others' commits, session, statement, commit
    EXPECT_LT(first.steps, 200);
    for (int i = 0; i < 200; ++i)
        oneTry(record, where);
    const auto last = oneTry(record, where);
    EXPECT_EQ(last.statements, first.statements);
    EXPECT_EQ(last.steps, first.steps);
}

TEST_F(CostTest, AnAnswerAfterTheEngineSentTheLastOneReadsNothingAgain)
{
    const SqlCounter counter;
    auto worker = open();
    auto engine = open();
    auto where = visit(worker);
    const auto afterSending = [&] {
        answer(worker, where, "one", {"a"});
        for (auto batch = *engine.outbox().oldest(50); !batch.empty(); batch = *engine.outbox().oldest(50)) {
            std::vector<StatementId> ids;
            for (const auto &statement : batch)
                ids.push_back(statement.id);
            EXPECT_TRUE(engine.outbox().markSent(ids, clock.now()).ok());
        }
        SqlCounter::take();
        answer(worker, where, "several", {"d"});
        const auto cost = SqlCounter::take();
        EXPECT_TRUE(worker.retryLesson(where).ok());
        return cost;
    };
    const auto first = afterSending();
    EXPECT_EQ(first.statements, 7); // and the marks, and what is new after them: nothing
    for (int i = 0; i < 100; ++i)
        oneTry(worker, where);
    const auto last = afterSending();
    EXPECT_EQ(last.statements, first.statements);
    EXPECT_EQ(last.steps, first.steps);
}

} // namespace
} // namespace kapok::learner
