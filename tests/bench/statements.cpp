// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/statements.h"

#include "core/learning/grading.h"
#include "core/xapi/builder.h"
#include "tests/support/sample_course.h"

namespace kapok::bench {
namespace {

constexpr int kLessons = 12;
constexpr int kQuestions = 13;

} // namespace

course::Course bigCourse()
{
    auto course = test::sampleCourse();
    course.lessons.clear();
    for (int l = 0; l < kLessons; ++l) {
        course::Lesson lesson;
        lesson.id.value = "lesson-" + std::to_string(l);
        lesson.title = test::inAll("lesson");
        for (int q = 0; q < kQuestions; ++q)
            lesson.pages.push_back(test::choicePage("question-" + std::to_string(q), false,
                                                    {{"a", false}, {"b", true}, {"c", false}}));
        course.lessons.push_back(std::move(lesson));
    }
    return course;
}

Status fillOutbox(learner::Record &record, int count)
{
    const auto course = bigCourse();
    int recorded = 0;
    while (recorded < count) {
        for (const auto &lesson : course.lessons) {
            KAPOK_TRY_ASSIGN(auto visit, record.openLesson(course, lesson.id, "vi"));
            for (const auto &page : lesson.pages)
                if (auto answered = record.answer(visit, course, page.id, {"a"}, std::chrono::seconds{10});
                    !answered.ok())
                    return answered.error();
            KAPOK_TRY(record.retryLesson(visit));
        }
        KAPOK_TRY_ASSIGN(const auto counts, record.outbox().counts());
        recorded = counts.queued;
    }
    return success();
}

std::vector<std::string> answeredStatements(std::size_t count)
{
    constexpr std::size_t kLearners = 20;
    const auto course = test::sampleCourse();
    const auto &lesson = course.lessons.front();
    const auto &page = lesson.pages.at(1);
    const Time start = SystemClock().now();
    std::vector<std::string> statements;
    for (std::size_t i = 0; i < count; ++i) {
        xapi::SessionContext context;
        context.actor = {"https://node.example", "learner-" + std::to_string(i % kLearners)};
        context.course = {course.iri, course.title};
        context.lesson = {course.activityId(lesson.id), lesson.title};
        context.session = {uuidV7(start.time_since_epoch().count())};
        context.language = "vi";
        const xapi::AnswerResult result{{"b"}, 1.0, true, std::chrono::seconds{12}, 1};
        statements.push_back(xapi::answered(context, {course.activityId(lesson.id, page.id), page.title},
                                            learning::interactionOf(page), result,
                                            start + std::chrono::milliseconds(i))
                                 .json);
    }
    return statements;
}

} // namespace kapok::bench
