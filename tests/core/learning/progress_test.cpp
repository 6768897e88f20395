// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kapok::learning {
namespace {

constexpr const char *kCourse = "https://kapok.example/courses/c1";

/// Few ids, times and values, so that ties and contradictions happen often.
rc::Gen<xapi::Parsed> anyStatement()
{
    namespace verb = xapi::verb;
    const auto verbs = rc::gen::element(verb::kLaunched, verb::kInitialized, verb::kExperienced,
                                        verb::kAnswered, verb::kCompleted, verb::kPassed, verb::kFailed,
                                        verb::kSatisfied, verb::kTerminated, verb::kAbandoned, verb::kVoided);
    const std::string iri = kCourse;
    const std::vector<std::string> ids{iri,
                                       iri + "/lessons/l1",
                                       iri + "/lessons/l2",
                                       iri + "/lessons/l1/pages/p1",
                                       iri + "/lessons/l1/pages/p2",
                                       iri + "/lessons/l2/pages/p1",
                                       iri + "/elsewhere",
                                       "https://other.example/x"};
    const auto objects = rc::gen::elementOf(ids);
    return rc::gen::apply(
        [](std::string_view verbId, std::string object, int id, int time, int score, bool success,
           int attempt) {
            xapi::Parsed statement;
            statement.id.value = std::to_string(id);
            statement.verb = verbId;
            statement.objectId = std::move(object);
            statement.timestamp = Time{std::chrono::milliseconds{time}};
            statement.scaled = score / 4.0;
            statement.success = success;
            statement.attempt = attempt;
            statement.response = std::to_string(score);
            return statement;
        },
        verbs, objects, rc::gen::inRange(0, 30), rc::gen::inRange(0, 20), rc::gen::inRange(0, 5),
        rc::gen::arbitrary<bool>(), rc::gen::inRange(1, 4));
}

CourseProgress folded(const std::vector<xapi::Parsed> &statements)
{
    CourseProgress progress;
    for (const auto &statement : statements)
        fold(progress, statement, kCourse);
    return progress;
}

RC_GTEST_PROP(Fold, IsTheSameForAnyOrderAndRepetition, ())
{
    const auto statements = *rc::gen::container<std::vector<xapi::Parsed>>(anyStatement());
    auto shuffled = statements;
    const auto swaps = *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(
        rc::gen::pair(rc::gen::arbitrary<std::size_t>(), rc::gen::arbitrary<std::size_t>()));
    for (const auto &[from, to] : swaps) {
        if (shuffled.empty())
            break;
        std::swap(shuffled[from % shuffled.size()], shuffled[to % shuffled.size()]);
        shuffled.push_back(shuffled[from % shuffled.size()]); // once more
    }
    RC_ASSERT(folded(shuffled) == folded(statements));
}

RC_GTEST_PROP(Fold, IsTheSameForAnySplit, ())
{
    const auto statements = *rc::gen::container<std::vector<xapi::Parsed>>(anyStatement());
    const auto sides = *rc::gen::container<std::vector<bool>>(statements.size(), rc::gen::arbitrary<bool>());
    std::vector<xapi::Parsed> left;
    std::vector<xapi::Parsed> right;
    for (std::size_t i = 0; i < statements.size(); ++i)
        (sides[i] ? left : right).push_back(statements[i]);
    auto merged = folded(left);
    merge(merged, folded(right));
    RC_ASSERT(merged == folded(statements));
    auto other = folded(right);
    merge(other, folded(left));
    merge(other, merged); // and merging again changes nothing
    RC_ASSERT(other == merged);
}

RC_GTEST_PROP(Fold, SurvivesItsStoredForm, ())
{
    const auto progress = folded(*rc::gen::container<std::vector<xapi::Parsed>>(anyStatement()));
    for (const auto &[id, lesson] : progress.lessons) {
        const auto back = lessonProgressFromJson(toJson(lesson));
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == lesson);
    }
}

TEST(Progress, KeepsEveryLetterAndDigitInItsStoredForm)
{
    LessonProgress lesson;
    lesson.seen[{"p"}] = Time{std::chrono::milliseconds{-1}};
    lesson.seen[{"\"q\\"}] = Time::max();
    lesson.tries[1].answers[{"p"}] = {
        {{"1"}, {Time::min(), 1.0 / 3, true, "a[,]b \"\\\n\x01\x7f Hoàng 中文"}},
        {{"2"}, {Time{}, 1, false, ""}}};
    lesson.tries[1].answers[{"none"}] = {};
    lesson.tries[1'000'000].outcomes[{"3"}] = {Time{}, 5e-324, true};
    lesson.passedAt = Time{};
    lesson.completedAt = lesson.lastAt = Time{};
    const auto back = lessonProgressFromJson(toJson(lesson));
    ASSERT_TRUE(back.ok());
    lesson.tries[1].answers.erase({"none"}); // a page without an answer says nothing
    EXPECT_EQ(*back, lesson);
    EXPECT_EQ(*lessonProgressFromJson(toJson({})), LessonProgress());
    lesson.tries[1].answers[{"p"}][{"1"}].response = "a\xff";
    EXPECT_EQ(lessonProgressFromJson(toJson(lesson))->tries[1].answers[{"p"}][{"1"}].response, "a\uFFFD");
}

TEST(Progress, TakesTheLatestAnswerByTimeAndThenId)
{
    LessonProgress lesson;
    const Time time{std::chrono::milliseconds{5}};
    lesson.tries[1].answers[{"p"}] = {{{"2"}, {time, 1, true, "two"}}, {{"1"}, {time, 0, false, "one"}}};
    lesson.tries[2].answers[{"p"}] = {{{"9"}, {time - std::chrono::seconds{1}, 0, false, "old"}}};
    EXPECT_EQ(lesson.latest({"p"})->response, "two");
    EXPECT_EQ(lesson.latest({"p"}, 2)->response, "old");
    EXPECT_EQ(lesson.latest({"q"}), nullptr);
    EXPECT_EQ(lesson.best({"p"}), 1);
    EXPECT_EQ(lesson.lastAttempt(), 2);
}

TEST(Progress, KnowsWhichActivityIdsAreOfTheCourse)
{
    const auto page = placeOf("https://x/c/lessons/l1/pages/p1", "https://x/c");
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->lesson.value, "l1");
    EXPECT_EQ(page->page.value, "p1");
    EXPECT_TRUE(placeOf("https://x/c", "https://x/c").has_value());
    for (const char *other :
         {"https://x/cc", "https://x/c/lessons/", "https://x/c/lessons/l1/", "https://x/c/lessons/l1/pages/",
          "https://x/c/lessons/l1/pages/p/q", "https://x/"})
        EXPECT_FALSE(placeOf(other, "https://x/c").has_value()) << other;
}

TEST(Progress, SaysThatARowIsDamaged)
{
    for (const char *text : {"", "{", "[]", "{}", R"({"seen":{"p":"x"},"tries":{}})",
                             R"({"seen":{},"tries":{"x":{"answers":{},"outcomes":{}}}})"})
        EXPECT_EQ(lessonProgressFromJson(text).error().code, ErrorCode::Corrupt) << text;
}

} // namespace
} // namespace kapok::learning
