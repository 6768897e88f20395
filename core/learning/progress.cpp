// SPDX-License-Identifier: Apache-2.0
#include "core/learning/progress.h"

#include "core/course/course.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>

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

const Answer *latestOf(const LessonProgress &progress, const PageId &page, std::optional<int> attempt)
{
    const auto found = progress.answers.find(page);
    if (found == progress.answers.end())
        return nullptr;
    const Answer *latest = nullptr;
    for (const auto &[id, answer] : found->second) // ids ascend, so a tie goes to the larger id
        if ((!attempt || answer.attempt == *attempt) && (!latest || answer.at >= latest->at))
            latest = &answer;
    return latest;
}

void mergeLesson(LessonProgress &into, const LessonProgress &from)
{
    for (const auto &[page, time] : from.seen)
        keepLeast(into.seen, page, time);
    for (const auto &[page, answers] : from.answers)
        for (const auto &[id, answer] : answers)
            keepLeast(into.answers[page], id, answer);
    for (const auto &[id, outcome] : from.outcomes)
        keepLeast(into.outcomes, id, outcome);
    keepEarliest(into.completedAt, from.completedAt);
    keepLatest(into.lastAt, from.lastAt);
}

void foldPage(LessonProgress &lesson, const PageId &page, const xapi::Parsed &statement)
{
    if (statement.verb == verb::kExperienced)
        keepLeast(lesson.seen, page, statement.timestamp);
    else if (statement.verb == verb::kAnswered)
        keepLeast(lesson.answers[page], statement.id,
                  Answer{statement.timestamp, statement.scaled.value_or(0), statement.success.value_or(false),
                         statement.attempt, statement.response});
}

void foldLesson(LessonProgress &lesson, const xapi::Parsed &statement)
{
    if (statement.verb == verb::kCompleted)
        keepEarliest(lesson.completedAt, statement.timestamp);
    else if (statement.verb == verb::kPassed || statement.verb == verb::kFailed)
        keepLeast(lesson.outcomes, statement.id,
                  Outcome{statement.timestamp, statement.scaled.value_or(0), statement.verb == verb::kPassed,
                          statement.attempt});
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
    return latestOf(*this, page, std::nullopt);
}

const Answer *LessonProgress::latest(const PageId &page, int attempt) const
{
    return latestOf(*this, page, attempt);
}

std::optional<double> LessonProgress::best(const PageId &page) const
{
    const auto found = answers.find(page);
    std::optional<double> best;
    if (found != answers.end())
        for (const auto &[id, answer] : found->second)
            best = std::max(best.value_or(0), answer.scaled);
    return best;
}

int LessonProgress::answerCount(const PageId &page, int attempt) const
{
    const auto found = answers.find(page);
    if (found == answers.end())
        return 0;
    return static_cast<int>(std::count_if(found->second.begin(), found->second.end(), [&](const auto &entry) {
        return entry.second.attempt == attempt;
    }));
}

int LessonProgress::lastAttempt() const
{
    int last = 0;
    for (const auto &[page, list] : answers)
        for (const auto &[id, answer] : list)
            last = std::max(last, answer.attempt);
    for (const auto &[id, outcome] : outcomes)
        last = std::max(last, outcome.attempt);
    return last;
}

std::optional<Time> LessonProgress::passedAt() const
{
    std::optional<Time> earliest;
    for (const auto &[id, outcome] : outcomes)
        if (outcome.passed)
            keepEarliest(earliest, outcome.at);
    return earliest;
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
