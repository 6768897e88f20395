// SPDX-License-Identifier: Apache-2.0
// Writes the dictionary of typical statements (core/xapi/dictionary) to standard output: what statements
// about the courses given as folders are made of. Run by scripts/make-dictionary. The same courses give the
// same bytes.
#include "core/course/source.h"
#include "core/learning/grading.h"
#include "core/xapi/builder.h"
#include "core/xapi/packing.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace kapok;

const Time kNow = *parseIso8601("2026-11-23T08:00:00.000Z");
constexpr std::chrono::milliseconds kSpent{12'340};

xapi::SessionContext contextOf(const course::Course &course, const course::Lesson &lesson)
{
    xapi::SessionContext context{{std::string(xapi::kHomePageOfAny), "a"},
                                 {course.activityId(), course.title},
                                 {course.activityId(lesson.id), lesson.title},
                                 {"0000000000000000"},
                                 "vi",
                                 std::chrono::milliseconds{-500},
                                 {}};
    if (lesson.questionCount() > 0)
        context.masteryScore = lesson.completion.lessonCheck / 10.0;
    return context;
}

/// Where what is said of the person, the session and the moment ends, and what is said of the lesson or page
/// begins.
std::size_t seam(const std::string &text)
{
    const auto offset = text.find(R"(clock-offset":)");
    return text.find_first_of(",}", offset);
}

/// What the statement begins with, without what is random in it; as the first of a body.
std::string headOf(const xapi::Made &made)
{
    std::string text = "[" + made.json.substr(0, seam(made.json));
    for (const std::string &id : {made.id.value, made.parsed.registration.value})
        text.replace(text.find(id), id.size(), "00000000-0000-0000-0000-000000000000");
    return text;
}

/// The rest of it, as the last of a body.
std::string tailOf(const xapi::Made &made)
{
    return made.json.substr(seam(made.json)) + "]";
}

xapi::Made answered(const xapi::SessionContext &context, const xapi::Activity &activity,
                    const course::Page &page, bool isRight)
{
    const auto interaction = learning::interactionOf(page);
    const xapi::AnswerResult result{interaction.correct, isRight ? 1.0 : 0.0, isRight, kSpent, 1};
    return xapi::answered(context, activity, interaction, result, kNow);
}

/// What is said of pages: that a question was answered, and that it was seen.
struct PageTails {
    std::string answered;
    std::string seen;
};

void addPages(const course::Course &course, PageTails &out)
{
    for (const auto &lesson : course.lessons) {
        const auto context = contextOf(course, lesson);
        for (const auto &page : lesson.pages) {
            const xapi::Activity activity{course.activityId(lesson.id, page.id), page.title};
            if (page.isQuestion())
                out.answered += tailOf(answered(context, activity, page, true));
            out.seen += tailOf(xapi::experienced(context, activity, kNow));
        }
    }
}

/// What is said of a lesson, and of the course in it; the most frequent last.
std::string lessonTails(const xapi::SessionContext &context, double periods)
{
    std::vector<xapi::Made> all{xapi::satisfied(context, kNow, periods),
                                xapi::abandoned(context, kSpent, kNow)};
    if (context.masteryScore) {
        all.push_back(xapi::failed(context, 0.25, 1, kSpent, kNow));
        all.push_back(xapi::passed(context, 1, 1, kSpent, kNow));
    }
    const auto moveOn = context.masteryScore ? xapi::MoveOn::CompletedAndPassed : xapi::MoveOn::Completed;
    all.push_back(xapi::completed(context, kSpent, kNow));
    all.push_back(xapi::terminated(context, kSpent, kNow));
    all.push_back(xapi::launched(context, moveOn, xapi::LaunchMode::Normal, kNow));
    all.push_back(xapi::initialized(context, kNow));
    std::string out;
    for (const auto &made : all)
        out += tailOf(made);
    return out;
}

/// What no page's or lesson's has: the end of a wrong answer, a review, and both kinds of heads.
std::string heads(const course::Course &course)
{
    const auto &lesson = course.lessons.front();
    const auto &page = *std::find_if(lesson.pages.begin(), lesson.pages.end(),
                                     [](const course::Page &each) { return each.isQuestion(); });
    const auto context = contextOf(course, lesson);
    const auto wrong = answered(context, {"", {}}, page, false);
    const auto review =
        tailOf(xapi::launched(context, xapi::MoveOn::Completed, xapi::LaunchMode::Review, kNow));
    const std::string end = tailOf(wrong);
    return review.substr(0, review.find(R"(},"platform")")) + end.substr(end.rfind(R"(","score")")) +
           headOf(wrong) + headOf(xapi::initialized(context, kNow));
}

} // namespace

int main(int argc, char **argv)
{
    PageTails pages;
    std::string lessons;
    std::string last;
    for (int i = 1; i < argc; ++i) {
        const auto report = course::readSource(argv[i]);
        if (!report.course) {
            std::fprintf(stderr, "make_statement_dictionary: %s is no course without mistakes\n", argv[i]);
            return 1;
        }
        addPages(*report.course, pages);
        for (const auto &lesson : report.course->lessons)
            lessons += lessonTails(contextOf(*report.course, lesson), report.course->periods);
        if (last.empty())
            last = heads(*report.course);
    }
    // What is nearer to the end is pointed to with fewer bits; a statement begins with the very end.
    const std::string out = pages.answered + lessons + pages.seen + last;
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
