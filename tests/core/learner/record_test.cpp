// SPDX-License-Identifier: Apache-2.0
#include "tests/core/learner/record_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace kapok::learner {
namespace {

using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

TEST_F(RecordTest, WritesOneCompleteStoryOfALesson)
{
    auto record = open();
    auto where = visit(record);
    const auto done = workThrough(record, where);
    EXPECT_EQ(done.due.verdict, true);
    EXPECT_TRUE(done.due.completed);
    EXPECT_FALSE(done.due.satisfied);
    EXPECT_EQ(standingIn(record).mark, 10.0);
    ASSERT_TRUE(record.closeLesson(where).ok());
    EXPECT_THAT(verbs(record), ElementsAre("launched", "initialized", "experienced", "experienced",
                                           "experienced", "experienced", "answered", "answered", "answered",
                                           "passed", "completed", "terminated"));
}

TEST_F(RecordTest, MakesOnlyStatementsThatTheStrictValidatorTakes)
{
    auto record = open();
    record.setClockOffset(std::chrono::milliseconds{-1500});
    auto where = visit(record);
    answer(record, where, "one", {"a"});
    ASSERT_TRUE(record.finish(where, course).ok()); // failed
    ASSERT_TRUE(record.retryLesson(where).ok());
    workThrough(record, where);
    auto reading = visit(record, "read");
    see(record, reading, "first");
    EXPECT_TRUE(see(record, reading, "last").due.satisfied);
    ASSERT_EQ(*record.closeAbandoned(), 1);
    const auto statements = *record.outbox().oldest(1000);
    ASSERT_GE(statements.size(), 18U);
    for (const auto &statement : statements) {
        const auto valid = xapi::validateText(statement.json);
        EXPECT_TRUE(valid.ok()) << valid.error().detail << "\n" << statement.json;
        EXPECT_TRUE(xapi::validateText(statement.json, xapi::Version::V2_0_0).ok());
        EXPECT_EQ(statement.json.find("Hoàng"), std::string::npos);
    }
}

TEST_F(RecordTest, HasTheAnswerAfterReopening)
{
    StatementId id;
    {
        auto record = open();
        const auto where = visit(record);
        const auto saved = answer(record, where, "one", {"a"});
        EXPECT_FALSE(saved.grade.right);
        EXPECT_EQ(saved.question.triesLeft, 1);
        id = saved.recorded.statements.front();
    }
    auto record = open();
    ASSERT_TRUE(record.statement(id)->has_value());
    const auto progress = *record.progress(course.iri);
    const auto *latest = progress.lesson({"ask"}).latest({"one"});
    ASSERT_NE(latest, nullptr);
    EXPECT_EQ(latest->response, "a");
}

TEST_F(RecordTest, CountsEveryPageOnce)
{
    auto record = open();
    const auto where = visit(record);
    EXPECT_EQ(see(record, where, "intro").statements.size(), 1U);
    EXPECT_TRUE(see(record, where, "intro").statements.empty());
}

TEST_F(RecordTest, TakesNoThirdAnswerInOneTry)
{
    auto record = open();
    const auto where = visit(record);
    answer(record, where, "one", {"a"});
    EXPECT_TRUE(answer(record, where, "one", {"c"}).question.closed);
    const auto refused = record.answer(where, course, {"one"}, {"b"}, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
}

TEST_F(RecordTest, RefusesWhatTheCourseDoesNotHave)
{
    auto record = open();
    const auto where = visit(record);
    EXPECT_EQ(record.openLesson(course, {"nowhere"}, "vi").error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(record.answer(where, course, {"nowhere"}, {"a"}, {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(record.answer(where, course, {"one"}, {"z"}, {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(record.answer(where, course, {"intro"}, {"a"}, {}).error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(verbs(record), ElementsAre("launched", "initialized"));
}

TEST_F(RecordTest, KeepsTheBestMarkOverTriesAndCountsThem)
{
    auto record = open();
    auto where = visit(record);
    workThrough(record, where);
    ASSERT_TRUE(record.retryLesson(where).ok());
    EXPECT_EQ(where.attempt, 2);
    ASSERT_TRUE(record.retryLesson(where).ok()); // nothing answered yet: still the second
    EXPECT_EQ(where.attempt, 2);
    answer(record, where, "one", {"a"});
    EXPECT_EQ(standingIn(record).mark, 10.0);
    EXPECT_EQ(standingIn(record).attemptMark, 0.0);
    const auto finished = *record.finish(where, course);
    EXPECT_FALSE(finished.due.verdict.has_value()); // failed never comes after passed
    EXPECT_TRUE(finished.lesson.passed);
    auto again = open();
    EXPECT_EQ(*again.attempt(course.iri, {"ask"}), 2);
}

TEST_F(RecordTest, SaysFailedOncePerTryAndThenPassed)
{
    auto record = open();
    auto where = visit(record);
    for (const char *page : {"intro", "one", "several", "order"})
        see(record, where, page);
    answer(record, where, "one", {"a"});
    EXPECT_EQ(record.finish(where, course)->due.verdict, false);
    EXPECT_FALSE(record.finish(where, course)->due.verdict.has_value());
    ASSERT_TRUE(record.retryLesson(where).ok());
    const auto done = workThrough(record, where);
    EXPECT_EQ(done.due.verdict, true);
    EXPECT_TRUE(done.due.completed);
    EXPECT_EQ(standingIn(record).attemptsFinished, 2);
}

TEST_F(RecordTest, SatisfiesTheCourseWhenEveryLessonMovedOn)
{
    auto record = open();
    workThrough(record, visit(record));
    const auto reading = visit(record, "read");
    see(record, reading, "first");
    const auto done = see(record, reading, "last");
    EXPECT_TRUE(done.due.completed);
    EXPECT_TRUE(done.due.satisfied);
    const auto finished = *record.finish(reading, course);
    EXPECT_EQ(finished.course.periodsCredited, 3);
    EXPECT_EQ(finished.course.progress, 1);
    EXPECT_TRUE(finished.due.none());
}

TEST_F(RecordTest, ClosesASessionThatAKillLeftOpen)
{
    {
        auto record = open();
        const auto where = visit(record);
        see(record, where, "intro");
    }
    clock.advance(std::chrono::hours{10});
    auto record = open();
    EXPECT_EQ(*record.closeAbandoned(), 1);
    EXPECT_EQ(*record.closeAbandoned(), 0);
    const auto last = record.outbox().oldest(100)->back();
    const auto parsed = *xapi::readText(last.json);
    EXPECT_TRUE(parsed.verb.ends_with("/abandoned"));
    EXPECT_NE(last.json.find("PT20.00S"), std::string::npos); // until the last thing she did, not ten hours
}

TEST_F(RecordTest, EndsTheOpenLessonBeforeItOpensAnother)
{
    auto record = open();
    const auto first = visit(record);
    visit(record, "read");
    EXPECT_THAT(verbs(record),
                ElementsAre("launched", "initialized", "terminated", "launched", "initialized"));
    ASSERT_TRUE(record.closeLesson(first).ok()); // already ended: nothing more
    EXPECT_EQ(verbs(record).size(), 5U);
}

TEST_F(RecordTest, ComesBackToThePageSheWasOn)
{
    {
        auto record = open();
        const auto where = visit(record);
        see(record, where, "intro");
        see(record, where, "several");
    }
    auto record = open();
    EXPECT_EQ(visit(record).page, PageId{"several"});
    course.lessons[0].pages.erase(course.lessons[0].pages.begin() + 2); // a new version dropped the page
    EXPECT_FALSE(visit(record).page.has_value());
}

TEST_F(RecordTest, RebuildsTheSameProgressFromItsStatements)
{
    auto record = open();
    auto where = visit(record);
    answer(record, where, "one", {"c"});
    ASSERT_TRUE(record.finish(where, course).ok());
    ASSERT_TRUE(record.retryLesson(where).ok());
    workThrough(record, where);
    ASSERT_TRUE(record.closeLesson(where).ok());
    const auto before = *record.allProgress();
    ASSERT_TRUE(record.rebuildProgress().ok());
    EXPECT_EQ(*record.allProgress(), before);
}

TEST_F(RecordTest, SurvivesADamagedProgressCache)
{
    learning::CourseProgress before;
    {
        auto record = open();
        const auto where = visit(record);
        workThrough(record, where);
        ASSERT_TRUE(record.closeLesson(where).ok()); // which writes it
        before = *record.progress(course.iri);
    }
    {
        auto raw = store::Database::open(profileFile(), std::array{store::Migration{2, "", ""}});
        ASSERT_TRUE(raw.ok());
        ASSERT_TRUE(raw->run("UPDATE progress SET state = '{' WHERE lesson = 'ask'").ok());
        ASSERT_EQ(raw->changes(), 1);
    }
    auto record = open();
    EXPECT_EQ(*record.progress(course.iri), before);
}

TEST_F(RecordTest, TurnsNegativeDurationsOfAClockSetBackIntoNothing)
{
    auto record = open();
    const auto where = visit(record);
    clock.advance(-std::chrono::hours{24 * 365});
    ASSERT_TRUE(record.closeLesson(where).ok());
    const auto last = record.outbox().oldest(100)->back();
    EXPECT_NE(last.json.find("PT0.00S"), std::string::npos);
    EXPECT_TRUE(xapi::validateText(last.json).ok());
}

TEST_F(RecordTest, RemembersWhatAFinishedCourseWasCalledAndEarned)
{
    auto record = open();
    EXPECT_EQ(*record.periodsInRecord(course.iri), std::nullopt);
    for (const auto &lesson : course.lessons) {
        const auto opened = visit(record, lesson.id.value);
        if (lesson.id.value == "ask")
            workThrough(record, opened);
        for (const auto &page : lesson.pages)
            see(record, opened, page.id.value);
        ASSERT_TRUE(record.finish(opened, course).ok());
    }
    ASSERT_TRUE(record.progress(course.iri)->satisfiedAt.has_value());
    EXPECT_EQ(*record.nameInRecord(course.iri, course.iri), course.title);
    EXPECT_EQ(*record.periodsInRecord(course.iri), std::optional(course.periods));
}

TEST_F(RecordTest, RemembersWhatALessonWasCalled)
{
    auto record = open();
    EXPECT_TRUE(record.nameInRecord(course.iri, course.activityId(LessonId{"ask"}))->empty());
    const auto opened = visit(record);
    workThrough(record, opened);
    const auto name = record.nameInRecord(course.iri, course.activityId(LessonId{"ask"}));
    ASSERT_TRUE(name.ok());
    EXPECT_EQ(*name, course.find(LessonId{"ask"})->title);
    const auto page = record.nameInRecord(course.iri, course.activityId(LessonId{"ask"}, PageId{"intro"}));
    EXPECT_FALSE(page->empty());
}

} // namespace
} // namespace kapok::learner
