// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"
#include "core/learning/progress.h"

#include <optional>

/// What progress means: marks, tries, completion, what comes next (domain.md 4: all pages opened, each
/// lesson check at least 5 of 10, retry allowed, best mark kept, attempts counted; time is never a
/// condition).
///
/// A *try* at a lesson is a number: 1 at first, one more each time she chooses to repeat the lesson. The mark
/// of a try is the mean over the lesson's questions of the best answer within it (unanswered: 0); the
/// lesson's mark is the best try's. A question is *closed* in a try when it was answered right or
/// kTriesPerQuestion times. Pure; from any thread.
namespace kapok::learning {

inline constexpr int kTriesPerQuestion = 2;

/// Where she stands in one lesson.
struct LessonStanding {
    int pages = 0;
    int pagesSeen = 0;
    int questions = 0;
    int attempt = 1;                   ///< the current try
    int attemptsFinished = 0;          ///< tries that ended in passed or failed
    int answered = 0;                  ///< questions answered in the current try
    bool allClosed = false;            ///< every question of the current try is closed
    std::optional<double> mark;        ///< best, out of 10; nothing without questions or answers
    std::optional<double> attemptMark; ///< of the current try, out of 10; likewise
    bool started = false;
    bool passed = false;
    bool completed = false;
    bool done = false; ///< she may move on
};
/// \p attempt is the current try as chosen on this device; a higher one in the progress wins.
[[nodiscard]] LessonStanding standing(const course::Lesson &lesson, const LessonProgress &progress,
                                      int attempt = 1);

/// Where she stands in one question within one try.
struct QuestionStanding {
    int answers = 0;
    int triesLeft = kTriesPerQuestion;
    bool right = false; ///< in this try
    bool closed = false;
    const Answer *latest = nullptr; ///< in this try; lives as long as the progress
};
[[nodiscard]] QuestionStanding questionStanding(const LessonProgress &progress, const PageId &page,
                                                int attempt);

struct CourseStanding {
    int lessons = 0;
    int lessonsDone = 0;
    double progress = 0;        ///< 0..1: share of pages seen; 1 only when satisfied
    std::optional<double> mark; ///< mean of the lessons' marks, out of 10
    bool started = false;
    bool satisfied = false;
    double periodsCredited = 0; ///< the course's periods once satisfied, else 0
};
[[nodiscard]] CourseStanding standing(const course::Course &course, const CourseProgress &progress);

/// Statements that became due by what \p progress holds now, in the order to record them.
struct Due {
    std::optional<bool> verdict; ///< true: passed, false: failed
    double scaled = 0;           ///< of the verdict
    bool completed = false;
    bool satisfied = false;

    [[nodiscard]] bool none() const { return !verdict && !completed && !satisfied; }
};
/// \p finishing: she ends the try at the lesson's last page; else a verdict falls only once every question
/// is closed. passed and completed come once; failed once per try and never after passed.
[[nodiscard]] Due due(const course::Course &course, const LessonId &lesson, const CourseProgress &progress,
                      int attempt, bool finishing);

/// The lesson to continue with: the first in order that is not done, else the last. Empty without lessons.
[[nodiscard]] LessonId nextLesson(const course::Course &course, const CourseProgress &progress);
/// The page to open a lesson at when no place was kept: the first unseen one, else the first.
[[nodiscard]] PageId nextPage(const course::Lesson &lesson, const LessonProgress &progress);

} // namespace kapok::learning
