// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/worker.h"
#include "core/learning/rules.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the screens about courses show, read on the worker's thread in one go.
namespace kapok::viewmodels {

/// One course with what the person did in it.
struct CourseState {
    library::CourseEntry entry;
    std::shared_ptr<const course::Course> course; ///< null when it is not installed, or not needed
    learning::CourseProgress progress;
    learning::CourseStanding standing;
    std::optional<library::Assignment> assignment;
    LocalizedText lessonName; ///< of a course whose own name is not known any more: one of its lessons
    bool justSettled = false; ///< reading it recorded that it is satisfied; that is to be sent

    /// When she last did something in it.
    [[nodiscard]] std::optional<Time> lastAt() const { return progress.lastAt; }
    [[nodiscard]] bool isStarted() const { return progress.startedAt.has_value(); }
    [[nodiscard]] bool isDone() const { return progress.satisfiedAt.has_value(); }
};

/// Training hours: credited, and what was assigned altogether.
struct Hours {
    double earned = 0;
    double planned = 0;        ///< of assigned and of credited courses, each once
    std::optional<Time> until; ///< the latest date something assigned is due

    [[nodiscard]] double share() const { return planned > 0 ? std::min(1.0, earned / planned) : 0; }
    [[nodiscard]] double left() const { return std::max(0.0, planned - earned); }
};

struct HomeState {
    std::vector<CourseState> courses; ///< by id
    std::vector<CourseState>
        gone; ///< those of her record that are neither here nor offered, as far as it knows them
    std::vector<std::string> found; ///< ids that the search found, best first
    Hours hours;
};

/// One course for its page.
struct CourseDetail {
    CourseState state;
    std::optional<library::Library::Signature> signature; ///< of the installed version
    std::map<LessonId, int> attempts;                     ///< the try each lesson is in
    std::map<LessonId, PageId> places;                    ///< where she stopped in each lesson
};

/// Reads every course for \p person. \p search is what the library is searched for; "" for nothing.
[[nodiscard]] Result<HomeState> readHome(Desk &desk, const PersonId &person, const std::string &search);
[[nodiscard]] Result<CourseDetail> readCourseDetail(Desk &desk, const PersonId &person, const CourseId &id);
[[nodiscard]] Hours hoursOf(const std::vector<CourseState> &courses);

} // namespace kapok::viewmodels
