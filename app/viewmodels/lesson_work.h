// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/home_state.h"
#include "app/viewmodels/worker.h"
#include "core/course/captions.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What a lesson asks of core, on the worker's thread: each function is one job.
namespace kapok::viewmodels {

/// A lesson that was opened, with what was done in it.
struct OpenedLesson {
    std::shared_ptr<const course::Course> course;
    learner::LessonVisit visit;
    learning::LessonProgress progress;
    int page = 0; ///< index of the page to show
    std::filesystem::path blobs;

    [[nodiscard]] const course::Lesson *lesson() const { return course->find(visit.lesson); }
};

/// What is needed beside the page itself to show it.
struct PageEntered {
    Status saved; ///< whether it was recorded that she saw it
    learning::LessonProgress progress;
    learner::PagePlace place;
    std::map<std::string, std::vector<course::Cue>> captions; ///< by language
    std::filesystem::path media;                              ///< of a video or audio page
    std::filesystem::path poster;
    std::filesystem::path image;
};

struct AnswerSaved {
    learner::AnswerRecorded recorded;
    learning::LessonProgress progress;
};

/// The end of a lesson, and what it means for the course and her hours.
struct LessonFinished {
    learning::LessonStanding lesson;
    learning::CourseStanding course;
    learning::LessonProgress progress;
    std::optional<LessonId> next; ///< the lesson to go on with
    Hours hours;                  ///< of everything, this course included
    int waiting = 0;              ///< lessons that wait to be sent, this one included
    std::optional<Time> satisfiedAt;
    std::optional<library::CourseEntry> nextCourse; ///< another assigned one that is not finished
};

/// Opens \p lesson (or, when empty, the one to go on with) at the place where she stopped.
[[nodiscard]] Result<OpenedLesson> openLesson(Desk &desk, const CourseId &course, const LessonId &lesson,
                                              const std::string &language);
/// Records that the page was shown and reads what it needs. Fails only when nothing of it can be read.
[[nodiscard]] Result<PageEntered> enterPage(Desk &desk, const OpenedLesson &opened, const PageId &page);
[[nodiscard]] Result<AnswerSaved> saveAnswer(Desk &desk, const OpenedLesson &opened, const PageId &page,
                                             const std::vector<std::string> &response,
                                             std::chrono::milliseconds duration);
/// How many lessons of the person who is in wait to be sent.
[[nodiscard]] int lessonsWaiting(Desk &desk);
[[nodiscard]] Result<LessonFinished> finishLesson(Desk &desk, const OpenedLesson &opened,
                                                  const PersonId &person);

} // namespace kapok::viewmodels
