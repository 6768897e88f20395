// SPDX-License-Identifier: Apache-2.0
#include "core/learning/rules.h"

#include "tests/support/sample_course.h"

#include <gtest/gtest.h>

namespace kapok::learning {
namespace {

class RulesTest : public ::testing::Test {
protected:
    LessonProgress &ask() { return progress.lessons[{"ask"}]; }

    void see(const std::string &lesson, std::initializer_list<const char *> pages)
    {
        for (const char *page : pages)
            progress.lessons[{lesson}].seen[{page}] = now;
    }

    void answer(const std::string &page, double scaled, int attempt = 1)
    {
        now += std::chrono::seconds{1};
        ask().tries[attempt].answers[{page}][{std::to_string(++m_count)}] = {now, scaled, scaled == 1, "x"};
    }

    void outcome(bool passed, double scaled, int attempt = 1)
    {
        ask().tries[attempt].outcomes[{std::to_string(++m_count)}] = {now, scaled, passed};
        if (passed)
            ask().passedAt = now;
    }

    [[nodiscard]] LessonStanding askStanding(int attempt = 1)
    {
        return standing(course.lessons[0], ask(), attempt);
    }

    course::Course course = test::sampleCourse();
    CourseProgress progress;
    Time now{};

private:
    int m_count = 0;
};

TEST_F(RulesTest, TakesTheBestAnswerOfEachQuestionWithinATry)
{
    answer("one", 0);
    answer("one", 1);
    answer("several", 0.5);
    EXPECT_EQ(askStanding().mark, 5.0); // (1 + 0.5 + 0) / 3, unanswered counts 0
    EXPECT_EQ(askStanding().answered, 2);
}

TEST_F(RulesTest, KeepsTheBestTry)
{
    answer("one", 1, 1);
    answer("several", 1, 1);
    answer("order", 0, 2);
    EXPECT_EQ(askStanding().attempt, 2);
    EXPECT_EQ(askStanding().mark, 6.6); // cut, not rounded up
    EXPECT_EQ(askStanding().attemptMark, 0.0);
}

TEST_F(RulesTest, ClosesAQuestionWhenRightOrTriedTwice)
{
    answer("one", 0);
    EXPECT_EQ(questionStanding(ask(), {"one"}, 1).triesLeft, 1);
    EXPECT_FALSE(questionStanding(ask(), {"one"}, 1).closed);
    answer("one", 0);
    EXPECT_TRUE(questionStanding(ask(), {"one"}, 1).closed);
    answer("several", 1);
    EXPECT_TRUE(questionStanding(ask(), {"several"}, 1).closed);
    EXPECT_EQ(questionStanding(ask(), {"one"}, 2).triesLeft, kTriesPerQuestion);
}

TEST_F(RulesTest, GivesNoVerdictBeforeEveryQuestionIsClosedUnlessSheFinishes)
{
    answer("one", 1);
    answer("several", 1);
    EXPECT_FALSE(due(course, {"ask"}, progress, 1, false).verdict.has_value());
    const auto finished = due(course, {"ask"}, progress, 1, true);
    EXPECT_EQ(finished.verdict, true); // 6.6 of 10 is enough
    EXPECT_FALSE(finished.completed);  // pages are missing
}

TEST_F(RulesTest, CompletesOnlyWithAllPagesAndTheMark)
{
    see("ask", {"intro", "one", "several", "order"});
    EXPECT_FALSE(due(course, {"ask"}, progress, 1, false).completed);
    for (const char *page : {"one", "several", "order"})
        answer(page, 1);
    const auto outcomeNow = due(course, {"ask"}, progress, 1, false);
    EXPECT_EQ(outcomeNow.verdict, true);
    EXPECT_TRUE(outcomeNow.completed);
    EXPECT_FALSE(outcomeNow.satisfied);
}

TEST_F(RulesTest, AsksForExactlyTheLessonCheck)
{
    course.lessons[0].completion.lessonCheck = 8;
    for (const char *page : {"one", "several"})
        answer(page, 1);
    answer("order", 0.3999);
    EXPECT_EQ(due(course, {"ask"}, progress, 1, true).verdict, false);
    answer("order", 0.4);
    EXPECT_EQ(due(course, {"ask"}, progress, 1, true).verdict, true);
}

TEST_F(RulesTest, FailsOncePerTryAndNeverAfterAPass)
{
    answer("one", 0);
    EXPECT_EQ(due(course, {"ask"}, progress, 1, true).verdict, false);
    outcome(false, 0);
    EXPECT_TRUE(due(course, {"ask"}, progress, 1, true).none());
    answer("one", 0, 2);
    EXPECT_EQ(due(course, {"ask"}, progress, 2, true).verdict, false);
    outcome(true, 0.7, 2);
    answer("one", 0, 3);
    EXPECT_TRUE(due(course, {"ask"}, progress, 3, true).none());
    EXPECT_EQ(askStanding().mark, 7.0);
    EXPECT_EQ(askStanding().attemptsFinished, 2);
}

TEST_F(RulesTest, SatisfiesTheCourseOnceWhenEveryLessonIsDone)
{
    outcome(true, 1);
    ask().completedAt = now;
    see("read", {"first"});
    EXPECT_TRUE(due(course, {"read"}, progress, 1, false).none());
    see("read", {"last"});
    const auto last = due(course, {"read"}, progress, 1, false);
    EXPECT_TRUE(last.completed);
    EXPECT_TRUE(last.satisfied);
    progress.lessons[{"read"}].completedAt = now;
    progress.satisfiedAt = now;
    EXPECT_TRUE(due(course, {"read"}, progress, 1, true).none());
    EXPECT_EQ(standing(course, progress).periodsCredited, 3);
}

TEST_F(RulesTest, StaysDoneWhenANewVersionAddsAQuestion)
{
    outcome(true, 1);
    ask().completedAt = now;
    course.lessons[0].pages.push_back(test::choicePage("new", false, {{"a", true}}));
    EXPECT_TRUE(askStanding().done);
    EXPECT_EQ(askStanding().mark, 10.0);
}

TEST_F(RulesTest, IsFullOnlyWhenSatisfied)
{
    see("ask", {"intro", "one", "several", "order"});
    EXPECT_DOUBLE_EQ(standing(course, progress).progress, 4.0 / 6);
    see("read", {"first", "last"});
    EXPECT_LT(standing(course, progress).progress, 1);
    progress.satisfiedAt = now;
    EXPECT_EQ(standing(course, progress).progress, 1);
}

TEST_F(RulesTest, ContinuesWithTheFirstLessonAndPageNotDone)
{
    EXPECT_EQ(nextLesson(course, progress).value, "ask");
    see("ask", {"intro"});
    EXPECT_EQ(nextPage(course.lessons[0], ask()).value, "one");
    outcome(true, 1);
    ask().completedAt = now;
    EXPECT_EQ(nextLesson(course, progress).value, "read");
    progress.lessons[{"read"}].completedAt = now;
    EXPECT_EQ(nextLesson(course, progress).value, "read");
    EXPECT_EQ(nextLesson({}, progress).value, "");
}

} // namespace
} // namespace kapok::learning
