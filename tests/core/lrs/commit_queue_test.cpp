// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/commit_queue.h"
#include "core/lrs/sql_statement_store.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/manual_clock.h"
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

TEST(CommitQueue, KeepsTheWorkOfOthersInTheSameTransactionWhenOneFails)
{
    const test::TemporaryFolder folder;
    const test::ManualClock clock;
    const auto path = folder.path() / "kapok.db";
    CommitQueue queue(open(path), clock);
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
    std::vector<std::thread> others; // they gather while the writer is busy
    others.emplace_back([&] { EXPECT_TRUE(queue.run(addVerb("a")).ok()); });
    others.emplace_back([&] {
        const CommitQueue::Work fails = [](store::Database &database, const CommitQueue::Stamp &) -> Status {
            KAPOK_TRY(database.run("INSERT INTO verb (iri) VALUES ('half')"));
            return Error{ErrorCode::Conflict, "on purpose"};
        };
        EXPECT_EQ(queue.run(fails).error().code, ErrorCode::Conflict);
    });
    others.emplace_back([&] {
        const CommitQueue::Work throws = [](store::Database &, const CommitQueue::Stamp &) -> Status {
            throw std::runtime_error("on purpose");
        };
        EXPECT_EQ(queue.run(throws).error().code, ErrorCode::Internal);
    });
    others.emplace_back([&] { EXPECT_TRUE(queue.run(addVerb("b")).ok()); });
    mayGoOn.count_down();
    blocking.join();
    for (auto &thread : others)
        thread.join();
    EXPECT_EQ(verbs(path), (std::set<std::string>{"a", "b"}));
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

} // namespace
} // namespace kapok
