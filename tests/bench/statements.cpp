// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/statements.h"

#include "core/learning/grading.h"
#include "core/xapi/builder.h"
#include "tests/support/sample_course.h"

namespace kapok::bench {

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
