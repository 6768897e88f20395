// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_statement_store.h"
#include "core/store/postgres.h"
#include "tests/core/lrs/requests.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <latch>
#include <set>
#include <thread>

namespace kapok {
namespace {

using lrs::CommitQueue;

store::Database open(const std::filesystem::path &path, const std::string &vfs = {})
{
    store::OpenOptions options;
    options.vfs = vfs;
    auto database = store::Database::open(path, lrs::migrations(), options);
    EXPECT_TRUE(database.ok());
    return *std::move(database);
}

CommitQueue::Work addVerb(const std::string &iri)
{
    return [iri](store::Database &database, const CommitQueue::Stamp &) {
        return database.run("INSERT INTO verb (iri) VALUES (?)", {iri});
    };
}

std::set<std::string> verbs(const std::filesystem::path &path)
{
    auto database = open(path);
    const auto all =
        database.query("SELECT iri FROM verb").all([](const store::Query &row) { return row.text(0); });
    return {all->begin(), all->end()};
}

/// Has \p works gather, in this order, while the writer is busy. The outcome of each.
std::vector<Status> runTogether(CommitQueue &queue, const std::vector<CommitQueue::Work> &works)
{
    std::latch isBusy(1);
    std::latch mayGoOn(1);
    std::thread blocking([&] {
        const CommitQueue::Work work = [&](store::Database &, const CommitQueue::Stamp &) {
            isBusy.count_down();
            mayGoOn.wait();
            return success();
        };
        EXPECT_TRUE(queue.run(work).ok());
    });
    isBusy.wait();
    std::vector<Status> outcomes(works.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < works.size(); ++i) {
        threads.emplace_back([&, i] { outcomes[i] = queue.run(works[i]); });
        while (queue.counts().waiting <= i)
            std::this_thread::yield();
    }
    mayGoOn.count_down();
    blocking.join();
    for (auto &thread : threads)
        thread.join();
    return outcomes;
}

TEST(CommitQueue, KeepsTheWorkOfOthersInTheSameTransactionWhenOneFails)
{
    const test::TemporaryFolder folder;
    const test::ManualClock clock;
    const auto path = folder.path() / "kapok.db";
    CommitQueue queue(open(path), clock);
    const CommitQueue::Work fails = [](store::Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY(database.run("INSERT INTO verb (iri) VALUES ('half')"));
        return Error{ErrorCode::Conflict, "on purpose"};
    };
    const CommitQueue::Work throws = [](store::Database &, const CommitQueue::Stamp &) -> Status {
        throw std::runtime_error("on purpose");
    };
    const auto outcomes = runTogether(queue, {addVerb("a"), fails, throws, addVerb("b")});
    EXPECT_TRUE(outcomes[0].ok());
    EXPECT_EQ(outcomes[1].error().code, ErrorCode::Conflict);
    EXPECT_EQ(outcomes[2].error().code, ErrorCode::Internal);
    EXPECT_TRUE(outcomes[3].ok());
    EXPECT_EQ(verbs(path), (std::set<std::string>{"a", "b"}));
}

TEST(CommitQueue, RunsAllThatGatheredAgainOnlyWhenOneFails)
{
    const test::TemporaryFolder folder;
    const test::ManualClock clock;
    CommitQueue queue(open(folder.path() / "kapok.db"), clock);
    for (const bool oneFails : {false, true}) {
        const auto stampedBefore = queue.counts().statements;
        int runs = 0;
        const auto stamps = [&](store::Database &, const CommitQueue::Stamp &stamp) {
            ++runs;
            return *stamp() < *stamp() ? success() : Status(Error{ErrorCode::Internal, "goes back"});
        };
        const auto second = [&](store::Database &, const CommitQueue::Stamp &) {
            return oneFails ? Status(Error{ErrorCode::Conflict, "on purpose"}) : success();
        };
        const auto outcomes = runTogether(queue, {stamps, second});
        EXPECT_TRUE(outcomes[0].ok());
        EXPECT_EQ(outcomes[1].ok(), !oneFails);
        EXPECT_EQ(runs, oneFails ? 2 : 1);
        EXPECT_EQ(queue.counts().statements - stampedBefore, 2u);
    }
}

TEST(CommitQueue, DoesNotTryAgainWhatFoundTheDatabaseBusy)
{
    const test::TemporaryFolder folder;
    const test::ManualClock clock;
    CommitQueue queue(open(folder.path() / "kapok.db"), clock);
    int runs = 0;
    const auto busy = [&](store::Database &, const CommitQueue::Stamp &) -> Status {
        ++runs;
        return Error{ErrorCode::Throttled, "somebody else writes"};
    };
    for (const Status &outcome : runTogether(queue, {busy, busy})) {
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().code, ErrorCode::Throttled);
    }
    EXPECT_EQ(runs, 1);
}

TEST(CommitQueue, RunsWhatComesAloneOnTheCallersThreadAndWhatMayNotBeAloneOnItsOwn)
{
    const test::TemporaryFolder folder;
    const test::ManualClock clock;
    CommitQueue queue(open(folder.path() / "kapok.db"), clock);
    std::thread::id ranOn;
    const CommitQueue::Work work = [&](store::Database &, const CommitQueue::Stamp &) {
        ranOn = std::this_thread::get_id();
        return success();
    };
    ASSERT_TRUE(queue.run(work).ok());
    EXPECT_EQ(ranOn, std::this_thread::get_id());
    for (const Status &outcome : runTogether(queue, {addVerb("a"), addVerb("b")}))
        ASSERT_TRUE(outcome.ok());
    ASSERT_TRUE(queue.run(work).ok()); // the others may be about to come again
    EXPECT_NE(ranOn, std::this_thread::get_id());
    ASSERT_TRUE(queue.run(work).ok());
    EXPECT_EQ(ranOn, std::this_thread::get_id());
}

TEST(CommitQueue, SaysSoWhenTheDiskFailsAndWorksAgainAfterwards)
{
    for (const auto kind : {test::FaultVfs::Kind::DiskFull, test::FaultVfs::Kind::Broken}) {
        for (int n = 1; n <= 6; ++n) {
            const test::TemporaryFolder folder;
            const test::ManualClock clock;
            const auto path = folder.path() / "kapok.db";
            test::FaultVfs disk;
            std::set<std::string> confirmed;
            {
                CommitQueue queue(open(path, disk.name()), clock);
                ASSERT_TRUE(queue.run(addVerb("first")).ok());
                disk.failAt(kind, n);
                for (const char *iri : {"second", "third"}) {
                    if (queue.run(addVerb(iri)).ok())
                        confirmed.insert(iri);
                }
                EXPECT_TRUE(disk.hit() || confirmed.size() == 2u) << n;
                disk.heal();
                EXPECT_TRUE(queue.run(addVerb("last")).ok()) << n;
            }
            confirmed.insert({"first", "last"});
            EXPECT_EQ(verbs(path), confirmed) << n;
        }
    }
}

TEST(CommitQueue, TellsNoTimeBeforeWhichAnotherProcessMayStillStore)
{
    const test::TemporaryFolder folder;
    test::ManualClock clock;
    const auto path = folder.path() / "kapok.db";
    CommitQueue queue(open(path), clock);
    auto reader = open(path);
    const auto before = queue.visibleThrough(reader);
    ASSERT_TRUE(before.ok());
    auto other = open(path); // as another process has it
    {
        auto writing = store::Transaction::begin(other);
        ASSERT_TRUE(writing.ok());
        clock.advance(std::chrono::hours{1});
        EXPECT_EQ(*queue.visibleThrough(reader), *before);
    }
    EXPECT_GE(*queue.visibleThrough(reader), *before + 3'599'000'000);
    // Who begins now stores later than what was told, in the same millisecond too.
    CommitQueue another(std::move(other), clock);
    const auto store = [&](store::Database &, const CommitQueue::Stamp &stamp) -> Status {
        EXPECT_GT(*stamp(), *queue.visibleThrough(reader));
        return success();
    };
    EXPECT_TRUE(another.run(store).ok());
}

TEST(CommitQueue, StoresAfterWhatAnEarlierRunToldThoughTheClockIsBehind)
{
    const test::TemporaryFolder folder;
    test::ManualClock clock;
    const auto path = folder.path() / "kapok.db";
    lrs::Micros told = 0;
    {
        CommitQueue queue(open(path), clock);
        auto reader = open(path);
        ASSERT_TRUE(queue.run(addVerb("first")).ok());
        clock.advance(std::chrono::hours{1});
        told = *queue.visibleThrough(reader);
    }
    clock.advance(-std::chrono::hours{1}); // a board without a battery
    for (const bool isAskedFirst : {false, true}) {
        CommitQueue queue(open(path), clock);
        auto reader = open(path);
        lrs::Micros again = 0;
        if (isAskedFirst)
            again = *queue.visibleThrough(reader);
        lrs::Micros stored = 0;
        const auto store = [&](store::Database &, const CommitQueue::Stamp &stamp) -> Status {
            stored = *stamp();
            return success();
        };
        ASSERT_TRUE(queue.run(store).ok());
        EXPECT_GT(stored, told) << isAskedFirst;
        EXPECT_GT(stored, again);
        EXPECT_LT(stored, told + 10'000'000) << "and hardly later";
    }
}

TEST(CommitQueue, StoresAtThePresentTimeThoughWhatWasToldIsNotedAhead)
{
    const test::TemporaryFolder folder;
    test::ManualClock clock;
    const auto path = folder.path() / "kapok.db";
    CommitQueue queue(open(path), clock);
    auto reader = open(path);
    for (int i = 0; i < 10; ++i) {
        clock.advance(std::chrono::seconds{1});
        const lrs::Micros now = lrs::toMicros(clock.now());
        EXPECT_EQ(*queue.visibleThrough(reader), now - 1);
        const auto store = [&](store::Database &, const CommitQueue::Stamp &stamp) -> Status {
            EXPECT_EQ(*stamp(), now);
            return success();
        };
        EXPECT_TRUE(queue.run(store).ok());
    }
}

/// A clock that may fail, as whatever needs memory may.
class FailingClock final : public Clock {
public:
    [[nodiscard]] Time now() const override
    {
        if (fails)
            throw std::runtime_error("on purpose");
        return m_clock.now();
    }
    bool fails = false;

private:
    test::ManualClock m_clock;
};

TEST(CommitQueue, AnswersAndGoesOnAfterAnExceptionOutsideOfAnyWork)
{
    KAPOK_NEEDS_POSTGRES();
    const test::PostgresDatabase place;
    FailingClock clock;
    CommitQueue queue(*store::openPostgres(place.address(), lrs::postgresMigrations()), clock);
    const auto insert = [&](const std::string &last) {
        const std::string id = "01890000-0000-7000-8000-00000000000" + last;
        return queue.insert(test::Requests(std::vector{test::plain(id)}, 1).insertions().front());
    };
    ASSERT_TRUE(insert("1").ok());
    clock.fails = true;
    EXPECT_EQ(insert("2").error().code, ErrorCode::Internal);
    clock.fails = false;
    EXPECT_TRUE(insert("3").ok());
    EXPECT_EQ(queue.counts().failures, 1u);
    EXPECT_EQ(queue.counts().statements, 2u);
}

} // namespace
} // namespace kapok
