// SPDX-License-Identifier: Apache-2.0
#include "core/learning/rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kapok::learning {
namespace {

/// Out of 10 with one decimal, cut and not rounded up: a mark that reads 5 really reaches 5. The small
/// addition evens out the floating point of means.
double markOf(double scaled)
{
    return std::floor(scaled * 100 + 1e-6) / 10;
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
        double best = 0;
        if (const auto found = progress.answers.find(page.id); found != progress.answers.end())
            for (const auto &[id, answer] : found->second)
                if (answer.attempt == attempt)
                    best = std::max(best, answer.scaled);
        sum += best;
    }
    return questions == 0 ? 0 : sum / questions;
}

/// attemptScore() of every try that has an answer, in one pass over the answers.
std::map<int, double> attemptScores(const course::Lesson &lesson, const LessonProgress &progress)
{
    std::map<int, double> sums;
    for (const auto &[page, answers] : progress.answers) // of whatever page: a try counts that got nothing
        for (const auto &[id, answer] : answers)
            sums.emplace(answer.attempt, 0);
    int questions = 0;
    for (const auto &page : lesson.pages) {
        if (!page.isQuestion())
            continue;
        ++questions;
        std::map<int, double> best;
        if (const auto found = progress.answers.find(page.id); found != progress.answers.end())
            for (const auto &[id, answer] : found->second)
                best[answer.attempt] = std::max(best[answer.attempt], answer.scaled);
        for (const auto &[attempt, scaled] : best)
            sums[attempt] += scaled;
    }
    for (auto &[attempt, score] : sums)
        score = questions == 0 ? 0 : score / questions;
    return sums;
}

/// The best score of any try; a recorded outcome counts even when the questions have changed since.
std::optional<double> bestScore(const course::Lesson &lesson, const LessonProgress &progress)
{
    std::optional<double> best;
    for (const auto &[attempt, score] : attemptScores(lesson, progress))
        best = std::max(best.value_or(0), score);
    for (const auto &[id, outcome] : progress.outcomes)
        best = std::max(best.value_or(0), outcome.scaled);
    return best;
}

bool allSeen(const course::Lesson &lesson, const LessonProgress &progress)
{
    return std::all_of(lesson.pages.begin(), lesson.pages.end(),
                       [&](const course::Page &page) { return progress.seen.contains(page.id); });
}

bool hasOutcome(const LessonProgress &progress, int attempt)
{
    return std::any_of(progress.outcomes.begin(), progress.outcomes.end(),
                       [&](const auto &entry) { return entry.second.attempt == attempt; });
}

void countQuestions(const course::Lesson &lesson, const LessonProgress &progress, LessonStanding &standing)
{
    standing.questions = lesson.questionCount();
    standing.allClosed = standing.questions > 0;
    for (const auto &page : lesson.pages) {
        standing.pagesSeen += progress.seen.contains(page.id) ? 1 : 0;
        if (!page.isQuestion())
            continue;
        const auto question = questionStanding(progress, page.id, standing.attempt);
        standing.answered += question.answers > 0 ? 1 : 0;
        standing.allClosed = standing.allClosed && question.closed;
    }
}

} // namespace

LessonStanding standing(const course::Lesson &lesson, const LessonProgress &progress, int attempt)
{
    LessonStanding out;
    out.pages = static_cast<int>(lesson.pages.size());
    out.attempt = std::max({1, attempt, progress.lastAttempt()});
    countQuestions(lesson, progress, out);
    std::set<int> finished;
    for (const auto &[id, outcome] : progress.outcomes)
        finished.insert(outcome.attempt);
    out.attemptsFinished = static_cast<int>(finished.size());
    if (out.questions > 0) {
        if (const auto best = bestScore(lesson, progress))
            out.mark = markOf(*best);
        if (out.answered > 0)
            out.attemptMark = markOf(attemptScore(lesson, progress, out.attempt));
    }
    out.started = progress.lastAt.has_value();
    out.passed = progress.passedAt().has_value();
    out.completed = progress.completedAt.has_value();
    out.done = out.completed && (out.questions == 0 || out.passed);
    return out;
}

QuestionStanding questionStanding(const LessonProgress &progress, const PageId &page, int attempt)
{
    QuestionStanding out;
    out.answers = progress.answerCount(page, attempt);
    if (const auto found = progress.answers.find(page); found != progress.answers.end())
        out.right = std::any_of(found->second.begin(), found->second.end(), [&](const auto &entry) {
            return entry.second.attempt == attempt && entry.second.right;
        });
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
    LessonStanding now = standing(*lesson, mine, attempt);
    if (now.questions > 0 && !now.passed && (finishing || now.allClosed)) {
        out.scaled = attemptScore(*lesson, mine, now.attempt);
        const bool enough = markOf(out.scaled) >= lesson->completion.lessonCheck;
        if (enough || !hasOutcome(mine, now.attempt))
            out.verdict = enough;
        now.passed = enough;
    }
    const bool pagesDone = !lesson->completion.allPages || allSeen(*lesson, mine);
    const bool markDone = now.questions == 0 || now.passed;
    out.completed = !now.completed && pagesDone && markDone &&
                    (finishing || lesson->completion.allPages || now.questions > 0);
    const bool done = (now.completed || out.completed) && markDone;
    const auto isDone = [&](const course::Lesson &each) {
        return each.id == lessonId ? done : standing(each, progress.lesson(each.id)).done;
    };
    out.satisfied =
        !progress.satisfiedAt && std::all_of(course.lessons.begin(), course.lessons.end(), isDone);
    return out;
}

LessonId nextLesson(const course::Course &course, const CourseProgress &progress)
{
    for (const auto &lesson : course.lessons)
        if (!standing(lesson, progress.lesson(lesson.id)).done)
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
