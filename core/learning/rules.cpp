// SPDX-License-Identifier: Apache-2.0
#include "core/learning/rules.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kapok::learning {
namespace {

/// Out of 10 with one decimal, cut and not rounded up: a mark that reads 5 really reaches 5. The small
/// addition evens out the floating point of means.
double markOf(double scaled)
{
    return std::floor(scaled * 100 + 1e-6) / 10;
}

/// The best of some answers to one question; 0 when there is none.
double bestOf(const std::map<StatementId, Answer> *answers)
{
    double best = 0;
    if (answers)
        for (const auto &[id, answer] : *answers)
            best = std::max(best, answer.scaled);
    return best;
}

/// The mean over the lesson's questions of the best answer within \p attempt.
double attemptScore(const course::Lesson &lesson, const LessonProgress &progress, int attempt)
{
    double sum = 0;
    int questions = 0;
    for (const auto &page : lesson.pages) {
        if (!page.isQuestion())
            continue;
        ++questions;
        sum += bestOf(progress.answersTo(page.id, attempt));
    }
    return questions == 0 ? 0 : sum / questions;
}

/// The best score of any try; a recorded outcome counts even when the questions have changed since.
std::optional<double> bestScore(const course::Lesson &lesson, const LessonProgress &progress)
{
    std::optional<double> best = progress.bestOutcome();
    for (const auto &[attempt, each] : progress.tries)
        if (!each.answers.empty()) // of whatever page: a try counts that got nothing
            best = std::max(best.value_or(0), attemptScore(lesson, progress, attempt));
    return best;
}

bool allSeen(const course::Lesson &lesson, const LessonProgress &progress)
{
    return std::all_of(lesson.pages.begin(), lesson.pages.end(),
                       [&](const course::Page &page) { return progress.seen.contains(page.id); });
}

bool hasOutcome(const LessonProgress &progress, int attempt)
{
    const auto found = progress.tries.find(attempt);
    return found != progress.tries.end() && !found->second.outcomes.empty();
}

/// Whether every question is closed in \p attempt; not of a lesson without questions.
bool allClosed(const course::Lesson &lesson, const LessonProgress &progress, int attempt)
{
    bool asks = false;
    for (const auto &page : lesson.pages) {
        if (!page.isQuestion())
            continue;
        asks = true;
        if (!questionStanding(progress, page.id, attempt).closed)
            return false;
    }
    return asks;
}

bool asksAnything(const course::Lesson &lesson)
{
    return std::any_of(lesson.pages.begin(), lesson.pages.end(),
                       [](const course::Page &page) { return page.isQuestion(); });
}

/// As LessonStanding::done.
bool isDone(const course::Lesson &lesson, const LessonProgress &progress)
{
    return progress.completedAt && (progress.passedAt || !asksAnything(lesson));
}

int currentAttempt(const LessonProgress &progress, int attempt)
{
    return std::max({1, attempt, progress.lastAttempt()});
}

void countQuestions(const course::Lesson &lesson, const LessonProgress &progress, LessonStanding &standing)
{
    standing.questions = lesson.questionCount();
    for (const auto &page : lesson.pages) {
        standing.pagesSeen += progress.seen.contains(page.id) ? 1 : 0;
        if (page.isQuestion() && progress.answersTo(page.id, standing.attempt))
            ++standing.answered;
    }
    standing.allClosed = allClosed(lesson, progress, standing.attempt);
}

} // namespace

LessonStanding standing(const course::Lesson &lesson, const LessonProgress &progress, int attempt)
{
    LessonStanding out;
    out.pages = static_cast<int>(lesson.pages.size());
    out.attempt = currentAttempt(progress, attempt);
    countQuestions(lesson, progress, out);
    out.attemptsFinished =
        static_cast<int>(std::count_if(progress.tries.begin(), progress.tries.end(),
                                       [](const auto &each) { return !each.second.outcomes.empty(); }));
    if (out.questions > 0) {
        if (const auto best = bestScore(lesson, progress))
            out.mark = markOf(*best);
        if (out.answered > 0)
            out.attemptMark = markOf(attemptScore(lesson, progress, out.attempt));
    }
    out.started = progress.lastAt.has_value();
    out.passed = progress.passedAt.has_value();
    out.completed = progress.completedAt.has_value();
    out.done = isDone(lesson, progress);
    return out;
}

QuestionStanding questionStanding(const LessonProgress &progress, const PageId &page, int attempt)
{
    QuestionStanding out;
    if (const auto *answers = progress.answersTo(page, attempt)) {
        out.answers = static_cast<int>(answers->size());
        out.right =
            std::any_of(answers->begin(), answers->end(), [](const auto &each) { return each.second.right; });
    }
    out.triesLeft = out.right ? 0 : std::max(0, kTriesPerQuestion - out.answers);
    out.closed = out.right || out.triesLeft == 0;
    out.latest = progress.latest(page, attempt);
    return out;
}

CourseStanding standing(const course::Course &course, const CourseProgress &progress)
{
    CourseStanding out;
    out.lessons = static_cast<int>(course.lessons.size());
    int pages = 0;
    int seen = 0;
    double marks = 0;
    int marked = 0;
    for (const auto &lesson : course.lessons) {
        const auto each = standing(lesson, progress.lesson(lesson.id));
        pages += each.pages;
        seen += each.pagesSeen;
        out.lessonsDone += each.done ? 1 : 0;
        if (each.mark) {
            marks += *each.mark;
            ++marked;
        }
    }
    if (marked > 0)
        out.mark = std::round(marks / marked * 10) / 10;
    out.started = progress.startedAt.has_value();
    out.satisfied = progress.satisfiedAt.has_value();
    out.periodsCredited = out.satisfied ? course.periods : 0;
    // Full only when there is nothing left to do: all pages seen can still lack a pass.
    const double share = pages == 0 ? 0 : static_cast<double>(seen) / pages;
    out.progress = out.satisfied ? 1.0 : std::min(share, 0.99);
    return out;
}

Due due(const course::Course &course, const LessonId &lessonId, const CourseProgress &progress, int attempt,
        bool finishing)
{
    Due out;
    const course::Lesson *lesson = course.find(lessonId);
    if (!lesson)
        return out;
    const LessonProgress &mine = progress.lesson(lessonId);
    const int current = currentAttempt(mine, attempt);
    const bool asks = asksAnything(*lesson);
    bool passed = mine.passedAt.has_value();
    if (asks && !passed && (finishing || allClosed(*lesson, mine, current))) {
        out.scaled = attemptScore(*lesson, mine, current);
        passed = markOf(out.scaled) >= lesson->completion.lessonCheck;
        if (passed || !hasOutcome(mine, current))
            out.verdict = passed;
    }
    const bool markDone = !asks || passed;
    out.completed = !mine.completedAt && markDone &&
                    (!lesson->completion.allPages || allSeen(*lesson, mine)) &&
                    (finishing || lesson->completion.allPages || asks);
    const bool done = (mine.completedAt || out.completed) && markDone;
    const auto moved = [&](const course::Lesson &each) {
        return each.id == lessonId ? done : isDone(each, progress.lesson(each.id));
    };
    out.satisfied =
        done && !progress.satisfiedAt && std::all_of(course.lessons.begin(), course.lessons.end(), moved);
    return out;
}

LessonId nextLesson(const course::Course &course, const CourseProgress &progress)
{
    for (const auto &lesson : course.lessons)
        if (!isDone(lesson, progress.lesson(lesson.id)))
            return lesson.id;
    return course.lessons.empty() ? LessonId{} : course.lessons.back().id;
}

PageId nextPage(const course::Lesson &lesson, const LessonProgress &progress)
{
    for (const auto &page : lesson.pages)
        if (!progress.seen.contains(page.id))
            return page.id;
    return lesson.pages.empty() ? PageId{} : lesson.pages.front().id;
}

} // namespace kapok::learning
