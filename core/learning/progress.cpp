// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include "core/course/course.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <tuple>

namespace kapok::learning {
namespace {

namespace verb = xapi::verb;

void keepEarliest(std::optional<Time> &kept, const std::optional<Time> &time)
{
    if (time && (!kept || *time < *kept))
        kept = time;
}

void keepLatest(std::optional<Time> &kept, const std::optional<Time> &time)
{
    if (time && (!kept || *time > *kept))
        kept = time;
}

/// Keeps the lesser of two values for one key, so that even contradicting statements of one id fold to the
/// same result in any order.
template <class Map, class Key, class Value> void keepLeast(Map &map, const Key &key, const Value &value)
{
    const auto [place, isNew] = map.emplace(key, value);
    if (!isNew && value < place->second)
        place->second = value;
}

/// The latest by (time, id): ids ascend, so a tie goes to the larger id.
const Answer *latestOf(const std::map<StatementId, Answer> &answers)
{
    const Answer *latest = nullptr;
    for (const auto &[id, answer] : answers)
        if (!latest || answer.at >= latest->at)
            latest = &answer;
    return latest;
}

void mergeLesson(LessonProgress &into, const LessonProgress &from)
{
    for (const auto &[page, time] : from.seen)
        keepLeast(into.seen, page, time);
    for (const auto &[number, each] : from.tries) {
        Try &mine = into.tries[number];
        for (const auto &[page, answers] : each.answers)
            for (const auto &[id, answer] : answers)
                keepLeast(mine.answers[page], id, answer);
        for (const auto &[id, outcome] : each.outcomes)
            keepLeast(mine.outcomes, id, outcome);
    }
    keepEarliest(into.passedAt, from.passedAt);
    keepEarliest(into.completedAt, from.completedAt);
    keepLatest(into.lastAt, from.lastAt);
}

void foldPage(LessonProgress &lesson, const PageId &page, const xapi::Parsed &statement)
{
    if (statement.verb == verb::kExperienced)
        keepLeast(lesson.seen, page, statement.timestamp);
    else if (statement.verb == verb::kAnswered)
        keepLeast(lesson.tries[statement.attempt].answers[page], statement.id,
                  Answer{statement.timestamp, statement.scaled.value_or(0), statement.success.value_or(false),
                         statement.response});
}

void foldLesson(LessonProgress &lesson, const xapi::Parsed &statement)
{
    if (statement.verb == verb::kCompleted)
        keepEarliest(lesson.completedAt, statement.timestamp);
    if (statement.verb != verb::kPassed && statement.verb != verb::kFailed)
        return;
    const bool passed = statement.verb == verb::kPassed;
    keepLeast(lesson.tries[statement.attempt].outcomes, statement.id,
              Outcome{statement.timestamp, statement.scaled.value_or(0), passed});
    if (passed)
        keepEarliest(lesson.passedAt, statement.timestamp);
}

bool hasMeaning(std::string_view statementVerb)
{
    static constexpr std::string_view kVerbs[] = {
        verb::kLaunched, verb::kInitialized, verb::kExperienced, verb::kAnswered,  verb::kCompleted,
        verb::kPassed,   verb::kFailed,      verb::kTerminated,  verb::kSatisfied,
    };
    return std::find(std::begin(kVerbs), std::end(kVerbs), statementVerb) != std::end(kVerbs);
}

} // namespace

const Answer *LessonProgress::latest(const PageId &page) const
{
    const Answer *latest = nullptr;
    const StatementId *latestId = nullptr;
    for (const auto &[number, each] : tries) {
        const auto found = each.answers.find(page);
        if (found == each.answers.end())
            continue;
        for (const auto &[id, answer] : found->second) {
            if (latest && std::tie(answer.at, id) < std::tie(latest->at, *latestId))
                continue;
            latest = &answer;
            latestId = &id;
        }
    }
    return latest;
}

const Answer *LessonProgress::latest(const PageId &page, int attempt) const
{
    const auto *answers = answersTo(page, attempt);
    return answers ? latestOf(*answers) : nullptr;
}

std::optional<double> LessonProgress::best(const PageId &page) const
{
    std::optional<double> best;
    for (const auto &[number, each] : tries)
        if (const auto *answers = answersTo(page, number))
            for (const auto &[id, answer] : *answers)
                best = std::max(best.value_or(0), answer.scaled);
    return best;
}

std::optional<double> LessonProgress::bestOutcome() const
{
    std::optional<double> best;
    for (const auto &[number, each] : tries)
        for (const auto &[id, outcome] : each.outcomes)
            best = std::max(best.value_or(0), outcome.scaled);
    return best;
}

const std::map<StatementId, Answer> *LessonProgress::answersTo(const PageId &page, int attempt) const
{
    const auto found = tries.find(attempt);
    if (found == tries.end())
        return nullptr;
    const auto answers = found->second.answers.find(page);
    return answers == found->second.answers.end() ? nullptr : &answers->second;
}

const LessonProgress &CourseProgress::lesson(const LessonId &id) const
{
    static const LessonProgress kNone;
    const auto found = lessons.find(id);
    return found == lessons.end() ? kNone : found->second;
}

std::optional<Place> placeOf(std::string_view activityId, std::string_view courseIri)
{
    constexpr std::string_view kLessons = "/lessons/";
    constexpr std::string_view kPages = "/pages/";
    if (!activityId.starts_with(courseIri))
        return std::nullopt;
    activityId.remove_prefix(courseIri.size());
    if (activityId.empty())
        return Place{};
    if (!activityId.starts_with(kLessons))
        return std::nullopt;
    activityId.remove_prefix(kLessons.size());
    const auto lesson = activityId.substr(0, activityId.find('/'));
    activityId.remove_prefix(lesson.size());
    if (!course::isCourseId(lesson))
        return std::nullopt;
    if (activityId.empty())
        return Place{{std::string(lesson)}, {}};
    if (!activityId.starts_with(kPages) || !course::isCourseId(activityId.substr(kPages.size())))
        return std::nullopt;
    return Place{{std::string(lesson)}, {std::string(activityId.substr(kPages.size()))}};
}

bool fold(CourseProgress &progress, const xapi::Parsed &statement, std::string_view courseIri)
{
    const auto place = placeOf(statement.objectId, courseIri);
    if (!place || !hasMeaning(statement.verb))
        return false;
    keepEarliest(progress.startedAt, statement.timestamp);
    keepLatest(progress.lastAt, statement.timestamp);
    if (place->lesson.empty()) {
        if (statement.verb == verb::kSatisfied)
            keepEarliest(progress.satisfiedAt, statement.timestamp);
        return true;
    }
    LessonProgress &lesson = progress.lessons[place->lesson];
    keepLatest(lesson.lastAt, statement.timestamp);
    if (place->page.empty())
        foldLesson(lesson, statement);
    else
        foldPage(lesson, place->page, statement);
    return true;
}

void merge(CourseProgress &progress, const CourseProgress &other)
{
    for (const auto &[id, lesson] : other.lessons)
        mergeLesson(progress.lessons[id], lesson);
    keepEarliest(progress.satisfiedAt, other.satisfiedAt);
    keepEarliest(progress.startedAt, other.startedAt);
    keepLatest(progress.lastAt, other.lastAt);
}

} // namespace kapok::learning
