// SPDX-License-Identifier: Apache-2.0
// Progress kept in memory shows what is committed, by whomever, and nothing else.
#include "tests/core/learner/record_fixture.h"
#include "tests/support/fault_vfs.h"

#include <array>
#include <thread>

namespace kapok::learner {
namespace {

using Kind = test::FaultVfs::Kind;

class ProgressCacheTest : public RecordTest {
protected:
    /// What a record that has nothing in memory reads.
    learning::CourseProgress onDisk() { return *open().progress(course.iri); }

    static std::size_t answersIn(const learning::CourseProgress &progress, const std::string &page)
    {
        std::size_t count = 0;
        for (const auto &[number, each] : progress.lesson({"ask"}).tries)
            if (const auto *answers = progress.lesson({"ask"}).answersTo({page}, number))
                count += answers->size();
        return count;
    }
};

TEST_F(ProgressCacheTest, ShowsAfterEveryStepWhatTheDiskHolds)
{
    auto record = open();
    auto where = visit(record);
    EXPECT_EQ(*record.progress(course.iri), onDisk());
    answer(record, where, "one", {"a"});
    EXPECT_EQ(*record.progress(course.iri), onDisk());
    ASSERT_TRUE(record.finish(where, course).ok());
    ASSERT_TRUE(record.retryLesson(where).ok());
    workThrough(record, where);
    EXPECT_EQ(*record.progress(course.iri), onDisk());
    see(record, visit(record, "read"), "first");
    EXPECT_EQ(*record.progress(course.iri), onDisk());
    EXPECT_EQ(record.allProgress()->at(course.iri), onDisk());
}

TEST_F(ProgressCacheTest, SeesWhatAnotherConnectionWrote)
{
    auto worker = open();
    auto engine = open();
    const auto where = visit(worker);
    EXPECT_EQ(answersIn(*worker.progress(course.iri), "one"), 0U);
    answer(engine, where, "one", {"a"});
    EXPECT_EQ(answersIn(*worker.progress(course.iri), "one"), 1U);
    answer(engine, where, "one", {"c"});
    const auto third = worker.answer(where, course, {"one"}, {"b"}, {});
    ASSERT_FALSE(third.ok()); // closed by the other's two
    EXPECT_EQ(third.error().code, ErrorCode::Conflict);
}

TEST_F(ProgressCacheTest, LosesNoAnswerWhenTwoConnectionsTakeTurns)
{
    auto first = open();
    auto second = open();
    const auto where = visit(first);
    answer(first, where, "one", {"a"});
    answer(second, where, "several", {"b"});
    answer(first, where, "order", {"second", "first", "third", "fourth"});
    answer(second, where, "one", {"c"});
    answer(first, where, "several", {"d"});
    const auto progress = onDisk();
    EXPECT_EQ(answersIn(progress, "one"), 2U);
    EXPECT_EQ(answersIn(progress, "several"), 2U);
    EXPECT_EQ(answersIn(progress, "order"), 1U);
    EXPECT_EQ(*first.progress(course.iri), progress);
    EXPECT_EQ(*second.progress(course.iri), progress);
}

TEST_F(ProgressCacheTest, LosesNoAnswerWhenTwoThreadsRecord)
{
    constexpr int kTries = 20;
    {
        auto record = open();
        visit(record);
    }
    const auto work = [this](const std::string &page, const std::vector<std::string> &right) {
        auto record = open();
        LessonVisit where;
        where.lesson = {"ask"};
        where.courseIri = course.iri;
        where.session.value = uuidV7(1);
        for (where.attempt = 1; where.attempt <= kTries; ++where.attempt) {
            const auto answered = record.answer(where, course, {page}, right, std::chrono::seconds{1});
            // The other thread may be in a later try, which then is hers too, and closes after one right
            // answer.
            EXPECT_TRUE(answered.ok() || answered.error().code == ErrorCode::Conflict)
                << answered.error().detail;
        }
    };
    std::thread one(work, "one", std::vector<std::string>{"b"});
    std::thread several(work, "several", std::vector<std::string>{"a", "c"});
    one.join();
    several.join();
    auto record = open();
    const auto before = *record.progress(course.iri);
    EXPECT_GE(answersIn(before, "one"), 1U);
    EXPECT_GE(answersIn(before, "several"), 1U);
    ASSERT_TRUE(record.rebuildProgress().ok());
    EXPECT_EQ(*record.progress(course.iri), before); // the rows hold every statement there is
}

TEST_F(ProgressCacheTest, SeesARebuildByItselfAndByAnother)
{
    auto worker = open();
    auto engine = open();
    workThrough(worker, visit(worker));
    const auto before = *worker.progress(course.iri);
    {
        auto raw = store::Database::open(profileFile(), std::array{store::Migration{2, "", ""}});
        ASSERT_TRUE(raw.ok());
        ASSERT_TRUE(raw->run("DELETE FROM progress").ok());
        ASSERT_TRUE(raw->run("UPDATE sync SET value = (SELECT max(seq) FROM statement)"
                             " WHERE key = 'folded'")
                        .ok());
        ASSERT_TRUE(raw->run("UPDATE sync SET value = value + 1 WHERE key = 'refolded'").ok());
    }
    EXPECT_EQ(*worker.progress(course.iri), learning::CourseProgress());
    ASSERT_TRUE(engine.rebuildProgress().ok());
    EXPECT_EQ(*worker.progress(course.iri), before);
    EXPECT_EQ(*engine.progress(course.iri), before);
    ASSERT_TRUE(worker.rebuildProgress().ok());
    EXPECT_EQ(*worker.progress(course.iri), before);
}

TEST_F(ProgressCacheTest, WritesProgressWhenALessonIsLeftAndReadsTheRestFromStatements)
{
    const auto rows = [this] {
        auto raw = store::Database::open(profileFile(), std::array{store::Migration{2, "", ""}});
        return *raw->query("SELECT count(*) FROM progress").one([](const store::Query &row) {
            return row.integer(0);
        });
    };
    auto record = open();
    const auto where = visit(record);
    const auto atFirst = rows();
    answer(record, where, "one", {"a"});
    see(record, visit(record, "read"), "first");
    EXPECT_GT(rows(), atFirst) << "the lesson was left";
    EXPECT_EQ(answersIn(onDisk(), "one"), 1U);
    see(record, visit(record, "read"), "last");
    EXPECT_TRUE(onDisk().lesson({"read"}).seen.contains({"last"})); // of the statements alone
}

TEST_F(ProgressCacheTest, WritesProgressSomeTimeAlsoWhenNoLessonIsLeft)
{
    auto record = open();
    const auto where = visit(record);
    ASSERT_TRUE(record.closeLesson(where).ok());
    LessonVisit goesOn = where; // as if she never left it
    for (goesOn.attempt = 1; goesOn.attempt <= 300; ++goesOn.attempt)
        answer(record, goesOn, "one", {"b"});
    auto raw = store::Database::open(profileFile(), std::array{store::Migration{2, "", ""}});
    const auto folded =
        *raw->query("SELECT value FROM sync WHERE key = 'folded'").one([](const store::Query &row) {
            return row.integer(0);
        });
    EXPECT_GT(*folded, 200);
    EXPECT_EQ(*record.progress(course.iri), onDisk());
}

class ProgressCacheFaultTest : public ProgressCacheTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(ProgressCacheFaultTest, LeavesTheOldProgressWhenTheCommitFails)
{
    test::FaultVfs disk;
    store::OpenOptions options;
    options.vfs = test::FaultVfs::name();
    auto record = open(kMai, options);
    auto where = visit(record);
    int refused = 0;
    for (int n = 1; n < 30; ++n) {
        ASSERT_TRUE(record.retryLesson(where).ok());
        const auto before = *record.progress(course.iri);
        disk.failAt(GetParam(), n);
        const auto answered = record.answer(where, course, {"one"}, {"b"}, std::chrono::seconds{3});
        disk.heal();
        refused += answered.ok() ? 0 : 1;
        if (!answered.ok()) {
            EXPECT_EQ(*record.progress(course.iri), before) << "call " << n;
        }
        EXPECT_EQ(*record.progress(course.iri), onDisk()) << "call " << n;
    }
    EXPECT_GT(refused, 0);
}

std::string kindName(const ::testing::TestParamInfo<Kind> &tested)
{
    return tested.param == Kind::Write ? "Write" : tested.param == Kind::Sync ? "Sync" : "DiskFull";
}

INSTANTIATE_TEST_SUITE_P(EveryCall, ProgressCacheFaultTest,
                         ::testing::Values(Kind::Write, Kind::Sync, Kind::DiskFull), kindName);

} // namespace
} // namespace kapok::learner
