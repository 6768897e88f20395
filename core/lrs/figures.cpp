// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figures.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <array>

namespace kapok::lrs {
namespace {

bool isOfCourse(const StatementKeys &keys)
{
    namespace verb = xapi::verb;
    static constexpr std::array kVerbs = {verb::kLaunched, verb::kInitialized, verb::kExperienced,
                                          verb::kAnswered, verb::kCompleted,   verb::kPassed,
                                          verb::kFailed,   verb::kTerminated,  verb::kSatisfied};
    return !keys.learner.empty() && !keys.course.empty() && !keys.activity.empty() &&
           std::ranges::find(kVerbs, std::string_view(keys.verb)) != kVerbs.end();
}

struct Place {
    std::int64_t agent = 0;
    std::int64_t course = 0;
};

Status countLesson(store::Database &database, const Place &at, std::int64_t lesson,
                   std::optional<Instant> completed, std::optional<double> scaled)
{
    KAPOK_TRY(database.run(
        "INSERT INTO figure_lesson (agent, course, lesson, completed, best) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT DO UPDATE SET "
        "completed = ifnull(min(completed, ?4), ifnull(completed, ?4)), "
        "best = ifnull(max(best, ?5), ifnull(best, ?5))",
        {at.agent, at.course, lesson, completed, scaled}));
    return database.run(
        "UPDATE figure SET (lessons_done, mark) = (SELECT count(completed), avg(best) FROM "
        "figure_lesson l WHERE l.agent = ?1 AND l.course = ?2) WHERE agent = ?1 AND course = ?2",
        {at.agent, at.course});
}

} // namespace

Status countIn(store::Database &database, const StatementKeys &keys, Instant stored, const Intern &agent,
               const Intern &activity)
{
    if (!isOfCourse(keys))
        return success();
    const Instant when = std::min(keys.timestamp.value_or(stored), stored);
    Place at;
    KAPOK_TRY_ASSIGN(at.agent, agent(keys.learner));
    KAPOK_TRY_ASSIGN(at.course, activity(keys.course));
    std::optional<Instant> satisfied;
    if (keys.verb == xapi::verb::kSatisfied)
        satisfied = when;
    KAPOK_TRY(
        database.run("INSERT INTO figure (agent, course, started, completed, last_seen, lessons_done) "
                     "VALUES (?1, ?2, ?3, ?4, ?3, 0) ON CONFLICT DO UPDATE SET started = min(started, ?3), "
                     "completed = ifnull(min(completed, ?4), ifnull(completed, ?4)), "
                     "last_seen = max(last_seen, ?3)",
                     {at.agent, at.course, when, satisfied}));
    const bool completed = keys.verb == xapi::verb::kCompleted;
    const bool scored = (keys.verb == xapi::verb::kPassed || keys.verb == xapi::verb::kFailed) && keys.scaled;
    if (!completed && !scored)
        return success();
    KAPOK_TRY_ASSIGN(const std::int64_t lesson, activity(keys.activity));
    return countLesson(database, at, lesson, completed ? std::optional(when) : std::nullopt,
                       scored ? keys.scaled : std::nullopt);
}

} // namespace kapok::lrs
