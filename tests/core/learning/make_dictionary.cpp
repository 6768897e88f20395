// SPDX-License-Identifier: Apache-2.0
// Writes the dictionary of typical statements (core/xapi/dictionary) to standard output: what statements
// about the courses given as folders are made of. Run by scripts/make-dictionary. The same courses give the
// same bytes.
#include "core/course/source.h"
#include "core/learning/grading.h"
#include "core/xapi/builder.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace kapok;

const Time kNow = *parseIso8601("2026-11-23T08:00:00.000Z");
constexpr const char *kSomeId = "019ab000-0000-7000-8000-000000000000";

xapi::SessionContext contextOf(const course::Course &course, const course::Lesson &lesson)
{
    return {{"https://kapok.example", "a"},
            {course.activityId(), course.title},
            {course.activityId(lesson.id), lesson.title},
            {kSomeId},
            "vi",
            std::chrono::milliseconds{-500},
            0.5};
}

/// The statement without what is random in it.
std::string textOf(const xapi::Made &made)
{
    std::string text = made.json;
    for (auto at = text.find(made.id.value); at != std::string::npos; at = text.find(made.id.value))
        text.replace(at, made.id.value.size(), kSomeId);
    return text + ",";
}

/// What the statement says of its object, and what follows it.
std::string objectOf(const xapi::Made &made)
{
    const auto from = made.json.find(R"("object":{)");
    auto to = made.json.find(R"(,"result":)");
    if (to == std::string::npos)
        to = made.json.find(R"(,"timestamp":)");
    return made.json.substr(from, to - from + 1);
}

/// What the statement says of course and lesson.
std::string groupingOf(const xapi::Made &made)
{
    const auto from = made.json.find(R"("contextActivities":{)");
    return made.json.substr(from, made.json.find(R"("extensions":{)") - from);
}

xapi::Made answered(const xapi::SessionContext &context, const xapi::Activity &activity,
                    const course::Page &page)
{
    const auto interaction = learning::interactionOf(page);
    const xapi::AnswerResult result{interaction.correct, 1, true, std::chrono::seconds{12}, 1};
    return xapi::answered(context, activity, interaction, result, kNow);
}

/// The objects of a course.
void addCourse(const course::Course &course, std::vector<std::string> &questions,
               std::vector<std::string> &others)
{
    for (const auto &lesson : course.lessons) {
        const auto context = contextOf(course, lesson);
        const auto begun = xapi::initialized(context, kNow);
        others.push_back(objectOf(begun));
        others.push_back(groupingOf(begun));
        others.push_back(groupingOf(xapi::experienced(context, context.lesson, kNow)));
        for (const auto &page : lesson.pages) {
            const xapi::Activity activity{course.activityId(lesson.id, page.id), page.title};
            if (page.isQuestion())
                questions.push_back(objectOf(answered(context, activity, page)));
            others.push_back(objectOf(xapi::experienced(context, activity, kNow)));
        }
    }
}

/// One statement of each kind, the most frequent last.
std::string oneOfEach(const course::Course &course)
{
    const course::Lesson &lesson = course.lessons.front();
    const auto context = contextOf(course, lesson);
    const auto &page = *std::find_if(lesson.pages.begin(), lesson.pages.end(),
                                     [](const course::Page &each) { return each.isQuestion(); });
    const xapi::Activity activity{course.activityId(lesson.id, page.id), page.title};
    constexpr std::chrono::seconds kSpent{83};
    std::string out;
    for (const auto &made :
         {xapi::satisfied(context, kNow, 3), xapi::abandoned(context, kSpent, kNow),
          xapi::failed(context, 0.25, 1, kSpent, kNow), xapi::passed(context, 0.75, 1, kSpent, kNow),
          xapi::completed(context, kSpent, kNow), xapi::terminated(context, kSpent, kNow),
          xapi::launched(context, xapi::MoveOn::CompletedAndPassed, xapi::LaunchMode::Normal, kNow),
          xapi::initialized(context, kNow), answered(context, activity, page),
          xapi::experienced(context, activity, kNow)})
        out += textOf(made);
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::string> questions;
    std::vector<std::string> others;
    std::string kinds;
    for (int i = 1; i < argc; ++i) {
        const auto report = course::readSource(argv[i]);
        if (!report.course) {
            std::fprintf(stderr, "make_statement_dictionary: %s is no course without mistakes\n", argv[i]);
            return 1;
        }
        addCourse(*report.course, questions, others);
        if (kinds.empty())
            kinds = oneOfEach(*report.course);
    }
    std::string out;
    for (const auto &list : {questions, others})
        for (const std::string &each : list)
            out += each;
    out += kinds;
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
