// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/builder.h"

#include "core/xapi/reader.h"
#include "core/xapi/validate.h"
#include "core/xapi/vocabulary.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;

const Time kNow = *parseIso8601("2026-11-22T08:05:00.250Z");

SessionContext session()
{
    return {
        {"https://n.example", "mai"},
        {"https://kapok.example/courses/c1", {{{"vi", "Khoá"}, {"zh", "课程"}, {"en", "Course"}}}},
        {"https://kapok.example/courses/c1/lessons/l1", {{{"vi", "Bài"}, {"zh", "课"}, {"en", "Lesson"}}}},
        {"0190a000-0000-7000-8000-000000000005"},
        "vi",
        std::chrono::milliseconds{-1200},
        {}};
}

TEST(Builder, AgreesOnOnceOnlyIdsAcrossDevices)
{
    const auto first = completed(session(), std::chrono::minutes{3}, kNow);
    auto elsewhere = session();
    elsewhere.session.value = "0190a000-0000-7000-8000-000000000006";
    const auto second = completed(elsewhere, std::chrono::minutes{9}, kNow + std::chrono::hours{1});
    EXPECT_EQ(first.id, second.id);
    EXPECT_TRUE(isOnceOnly(first.id));
    EXPECT_NE(first.id, passed(session(), 1, 1, {}, kNow).id);
    EXPECT_FALSE(isOnceOnly(failed(session(), 0, 1, {}, kNow).id));
    auto other = session();
    other.actor.name = "lan";
    EXPECT_NE(first.id, completed(other, {}, kNow).id);
}

TEST(Builder, WritesAnAnswerWithItsWholeQuestion) // Data 2.4.4.1
{
    Interaction interaction;
    interaction.question.byLanguage = {{"vi", "Hỏi?"}, {"zh", "问？"}};
    interaction.choices = {{"a", {{{"vi", "A"}, {"zh", "甲"}}}}, {"b", {{{"vi", "B"}, {"zh", "乙"}}}}};
    interaction.correct = {"a", "b"};
    const Activity page{session().lesson.id + "/pages/p1", {{{"vi", "Trang"}}}};
    const auto statement = answered(session(), page, interaction,
                                    {{"b"}, 1.0 / 3, false, std::chrono::milliseconds{12'345}, 2}, kNow);
    ASSERT_TRUE(validateText(statement.json).ok()) << validateText(statement.json).error().detail;
    const json text = json::parse(statement.json);
    const json &definition = text["object"]["definition"];
    EXPECT_EQ(definition["interactionType"], "choice");
    EXPECT_EQ(text["verb"]["display"]["vi"], "đã trả lời");
    EXPECT_EQ(definition["correctResponsesPattern"], json::array({"a[,]b"}));
    EXPECT_EQ(definition["choices"][1]["description"]["zh"], "乙");
    EXPECT_EQ(text["result"]["score"]["scaled"], 0.3333);
    EXPECT_EQ(text["result"]["duration"], "PT12.34S");
    EXPECT_EQ(text["timestamp"], "2026-11-22T08:05:00.250Z");
    EXPECT_EQ(text["context"]["contextActivities"]["parent"][0]["id"], session().lesson.id);
    EXPECT_FALSE(text["context"]["contextActivities"].contains("category"));
    EXPECT_EQ(text["context"]["extensions"][std::string(extension::kClockOffset)], -1200);
    const auto parsed = *readText(statement.json);
    EXPECT_EQ(parsed.attempt, 2);
    EXPECT_EQ(parsed.session, session().session);
    EXPECT_EQ(parsed.groupingId, session().course.id);
}

TEST(Builder, MarksMoveOnStatementsAsCmi5Does) // cmi5 9.6.2.2
{
    const auto categories = [](const Statement &statement) {
        return json::parse(statement.json)["context"]["contextActivities"]
            .value("category", json::array())
            .size();
    };
    EXPECT_EQ(categories(initialized(session(), kNow)), 1U);
    EXPECT_EQ(categories(completed(session(), {}, kNow)), 2U);
    EXPECT_EQ(categories(passed(session(), 1, 1, {}, kNow)), 2U);
    EXPECT_EQ(categories(experienced(session(), session().lesson, kNow)), 0U);
    auto judged = session();
    judged.masteryScore = 0.5;
    const json open =
        json::parse(launched(judged, MoveOn::CompletedAndPassed, LaunchMode::Normal, kNow).json);
    EXPECT_EQ(open["context"]["extensions"][std::string(extension::kMoveOn)], "CompletedAndPassed");
    EXPECT_EQ(open["context"]["extensions"][std::string(extension::kMasteryScore)], 0.5);
}

TEST(Builder, SaysWhatAVerdictWasMeasuredAgainst)
{
    auto judged = session();
    judged.masteryScore = 0.5;
    const std::string mastery(extension::kMasteryScore);
    const json right = json::parse(passed(judged, 0.5, 1, {}, kNow).json);
    EXPECT_EQ(right["context"]["extensions"][mastery], 0.5);
    const json wrong = json::parse(failed(judged, 0.49999, 1, {}, kNow).json); // rounds to 0.5
    EXPECT_EQ(wrong["context"]["extensions"][mastery], 0.5);
    EXPECT_EQ(wrong["result"]["score"]["scaled"], 0.4999);
    EXPECT_FALSE(
        json::parse(passed(session(), 1, 1, {}, kNow).json)["context"]["extensions"].contains(mastery));
}

TEST(Builder, NamesTheCourseAndTheLessonAsGrouping) // cmi5 9.6.2.3
{
    const json text = json::parse(initialized(session(), kNow).json);
    const json &grouping = text["context"]["contextActivities"]["grouping"];
    ASSERT_EQ(grouping.size(), 2U);
    EXPECT_EQ(grouping[0]["id"], session().course.id);
    EXPECT_EQ(grouping[1]["id"], session().lesson.id);
}

TEST(Builder, LaunchesForReview) // cmi5 9.6.3.3
{
    const json open = json::parse(launched(session(), MoveOn::Completed, LaunchMode::Review, kNow).json);
    EXPECT_EQ(open["context"]["extensions"][std::string(extension::kLaunchMode)], "Review");
}

std::vector<Made> oneOfEach(const SessionContext &context)
{
    Interaction choice;
    choice.question.byLanguage = {{"vi", "Hỏi \"gì\"?"}, {"zh", "问？"}};
    choice.choices = {{"a", {{{"vi", "A\\B"}, {"zh", "甲"}}}}, {"b", {{{"en", "line\nbreak"}}}}};
    choice.correct = {"a", "b"};
    Interaction order = choice;
    order.type = Interaction::Type::Sequencing;
    const Activity page{context.lesson.id + "/pages/p1", {{{"vi", "Trang"}}}};
    const std::chrono::milliseconds spent{61'230};
    return {launched(context, MoveOn::CompletedAndPassed, LaunchMode::Normal, kNow),
            launched(context, MoveOn::Completed, LaunchMode::Review, kNow),
            initialized(context, kNow),
            experienced(context, page, kNow),
            experienced(context, {page.id, {}}, kNow),
            answered(context, page, choice, {{"b", "a"}, 1.0 / 3, false, spent, 3}, kNow),
            answered(context, page, order, {{"a"}, 1, true, spent, 1}, kNow),
            completed(context, spent, kNow),
            passed(context, 0.87654321, 2, spent, kNow),
            failed(context, 0, 1, {}, kNow),
            terminated(context, spent, kNow),
            abandoned(context, spent, kNow),
            satisfied(context, kNow, 3.5),
            satisfied(context, kNow)};
}

TEST(Builder, WritesWhatAJsonLibraryWouldWriteAndSaysWhatReadingItGives)
{
    auto bare = session();
    bare.language.clear();
    bare.clockOffset.reset();
    auto judged = session();
    judged.masteryScore = 0.5;
    for (const auto &context : {session(), bare, judged}) {
        for (const Made &made : oneOfEach(context)) {
            // In the order in which it is written.
            EXPECT_EQ(nlohmann::ordered_json::parse(made.json, nullptr, false).dump(), made.json);
            ASSERT_TRUE(validateText(made.json).ok()) << validateText(made.json).error().detail << made.json;
            EXPECT_EQ(made.parsed, *readText(made.json)) << made.json;
            EXPECT_EQ(made.id, made.parsed.id);
        }
    }
}

TEST(Builder, NeverFailsOnAnyText)
{
    auto broken = session();
    broken.lesson.name.byLanguage["vi"] = "\xff\xfe";
    EXPECT_TRUE(readText(initialized(broken, kNow).json).ok());
}

} // namespace
} // namespace kapok::xapi
