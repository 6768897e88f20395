// SPDX-License-Identifier: Apache-2.0
#include "core/learner/outbox.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kapok::learner {
namespace {

/// Activities are COURSE, COURSE/lessons/LESSON and COURSE/lessons/LESSON/pages/PAGE (course/course.h).
constexpr const char *kSums =
    "WITH open AS (SELECT state, course, verb, at, seq,"
    "  CASE WHEN substr(activity, 1, length(course) + 9) = course || '/lessons/'"
    "       THEN substr(activity, length(course) + 10) || '/' ELSE '/' END AS rest"
    "  FROM statement WHERE state <> 1)"
    " SELECT state, course, substr(rest, 1, instr(rest, '/') - 1), verb, count(*), max(at), min(seq)"
    " FROM open GROUP BY 1, 2, 3, 4";

void add(WaitingLesson &lesson, std::string_view verb, int count)
{
    namespace verbs = xapi::verb;
    lesson.statements += count;
    if (verb == verbs::kAnswered)
        lesson.answers += count;
    else if (verb == verbs::kExperienced)
        lesson.pages += count;
    else if (verb == verbs::kCompleted || verb == verbs::kPassed || verb == verbs::kSatisfied)
        lesson.finished = true;
}

} // namespace

Result<std::vector<WaitingLesson>> Outbox::lessons()
{
    std::map<std::tuple<bool, std::string, std::string>, WaitingLesson> found;
    auto sums = m_database->query(kSums);
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool more, sums.step());
        if (!more)
            break;
        const bool aside = sums.integer(0) == 2;
        WaitingLesson &lesson = found[{aside, sums.text(1), sums.text(2)}];
        lesson.first = lesson.statements == 0 ? sums.integer(6) : std::min(lesson.first, sums.integer(6));
        lesson.courseIri = sums.text(1);
        lesson.lesson.value = sums.text(2);
        lesson.setAside = aside;
        lesson.latest = std::max(lesson.latest, Time{std::chrono::milliseconds{sums.integer(5)}});
        add(lesson, sums.text(3), static_cast<int>(sums.integer(4)));
    }
    std::vector<WaitingLesson> lessons;
    for (auto &[key, lesson] : found)
        lessons.push_back(std::move(lesson));
    std::stable_sort(lessons.begin(), lessons.end(), [](const WaitingLesson &a, const WaitingLesson &b) {
        return std::tie(a.latest, a.first) > std::tie(b.latest, b.first);
    });
    return lessons;
}

Result<int> Outbox::lessonsWaiting()
{
    KAPOK_TRY_ASSIGN(const auto all, lessons());
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const WaitingLesson &lesson) { return !lesson.setAside; }));
}

} // namespace kapok::learner
