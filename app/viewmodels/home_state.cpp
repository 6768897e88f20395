// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/home_state.h"

#include "core/base/log.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kapok::viewmodels {
namespace {

using ProgressByIri = std::map<std::string, learning::CourseProgress>;

/// The progress of a course that is not installed: its IRI is not known, but ends with its id.
const learning::CourseProgress *byEnding(const ProgressByIri &progress, const std::string &id)
{
    const std::string ending = "/" + id;
    for (const auto &[iri, value] : progress) {
        if (iri.ends_with(ending))
            return &value;
    }
    return nullptr;
}

/// Says that the course is finished when its lessons were finished on several devices and so nobody has yet.
void settle(Desk &desk, CourseState &state)
{
    const course::Course &course = *state.course;
    if (state.standing.satisfied || state.standing.lessonsDone < state.standing.lessons)
        return;
    const auto settled = desk.record->settleCourse(course);
    if (!settled)
        log::warn("course {} was not settled: {}", course.id.value, settled.error().detail);
    if (!settled || !*settled)
        return;
    state.justSettled = true;
    if (const auto progress = desk.record->progress(course.iri)) {
        state.progress = *progress;
        state.standing = learning::standing(course, state.progress);
    }
}

void addProgress(Desk &desk, const ProgressByIri &progress, CourseState &state)
{
    if (state.entry.isInstalled() && !progress.empty()) {
        if (auto course = desk.library->course(state.entry.id))
            state.course = *course;
        else
            log::warn("course {} cannot be read: {}", state.entry.id.value, course.error().detail);
    }
    if (state.course) {
        if (const auto at = progress.find(state.course->iri); at != progress.end())
            state.progress = at->second;
        state.standing = learning::standing(*state.course, state.progress);
        if (desk.record && state.standing.started)
            settle(desk, state);
    } else if (const auto *found = byEnding(progress, state.entry.id.value)) {
        state.progress = *found;
        state.standing.started = true;
        state.standing.lessons = state.entry.lessons;
        state.standing.satisfied = found->satisfiedAt.has_value();
        state.standing.periodsCredited = state.standing.satisfied ? state.entry.periods : 0;
        state.standing.progress = state.standing.satisfied ? 1 : 0;
    }
    if (state.standing.lessons == 0)
        state.standing.lessons = state.entry.lessons;
}

/// The mean of the lessons' best results out of 10, as the record holds them.
std::optional<double> markOf(const learning::CourseProgress &progress)
{
    double sum = 0;
    int marked = 0;
    for (const auto &[lesson, done] : progress.lessons) {
        const std::optional<double> best = done.bestOutcome();
        if (!best)
            continue;
        sum += *best * 10;
        ++marked;
    }
    return marked > 0 ? std::optional(std::round(sum / marked * 10) / 10) : std::nullopt;
}

bool isKnown(const std::vector<CourseState> &courses, const std::string &iri)
{
    return std::any_of(courses.begin(), courses.end(),
                       [&](const CourseState &state) { return iri.ends_with("/" + state.entry.id.value); });
}

/// The name of a lesson she finished in the course \p iri, as her record knows it; empty without one.
Result<LocalizedText> lessonInRecord(Desk &desk, const std::string &iri,
                                     const learning::CourseProgress &progress)
{
    course::Course known;
    known.iri = iri;
    for (const auto &[lesson, done] : progress.lessons) {
        KAPOK_TRY_ASSIGN(LocalizedText name, desk.record->nameInRecord(iri, known.activityId(lesson)));
        if (!name.empty())
            return name;
    }
    return LocalizedText();
}

/// The courses of \p progress that are not among \p courses, with title and periods of the record. Of one
/// that is not finished nobody knows how many lessons it has.
Result<std::vector<CourseState>> goneCourses(Desk &desk, const ProgressByIri &progress,
                                             const std::vector<CourseState> &courses)
{
    std::vector<CourseState> gone;
    for (const auto &[iri, done] : progress) {
        if (!done.startedAt || isKnown(courses, iri))
            continue;
        CourseState state;
        const bool finished = done.satisfiedAt.has_value();
        state.entry.id.value = iri.substr(iri.rfind('/') + 1);
        KAPOK_TRY_ASSIGN(state.entry.title, desk.record->nameInRecord(iri, iri));
        KAPOK_TRY_ASSIGN(const auto periods, desk.record->periodsInRecord(iri));
        state.entry.periods = finished ? periods.value_or(0) : 0;
        state.progress = done;
        state.standing.started = true;
        state.standing.satisfied = finished;
        state.standing.progress = finished ? 1 : 0;
        state.standing.periodsCredited = state.entry.periods;
        state.standing.mark = finished ? markOf(done) : std::nullopt;
        state.standing.lessonsDone =
            static_cast<int>(std::count_if(done.lessons.begin(), done.lessons.end(), [](const auto &entry) {
                return entry.second.passedAt.has_value() || entry.second.completedAt.has_value();
            }));
        state.standing.lessons = state.standing.lessonsDone;
        if (state.entry.title.empty()) {
            KAPOK_TRY_ASSIGN(state.lessonName, lessonInRecord(desk, iri, done));
        }
        gone.push_back(std::move(state));
    }
    return gone;
}

} // namespace

Hours hoursOf(const std::vector<CourseState> &courses)
{
    Hours hours;
    for (const CourseState &course : courses) {
        const double credited = course.isDone() ? course.entry.periods : 0;
        hours.earned += credited;
        if (credited > 0 || course.assignment)
            hours.planned += course.entry.periods;
        if (course.assignment && course.assignment->due &&
            (!hours.until || *hours.until < *course.assignment->due))
            hours.until = course.assignment->due;
    }
    return hours;
}

Result<HomeState> readHome(Desk &desk, const PersonId &person, const std::string &search)
{
    HomeState state;
    KAPOK_TRY_ASSIGN(const std::vector<library::CourseEntry> entries, desk.library->courses());
    KAPOK_TRY_ASSIGN(const library::Assignments assignments, desk.library->assignments(person));
    ProgressByIri progress;
    if (desk.record) {
        KAPOK_TRY_ASSIGN(progress, desk.record->allProgress());
    }
    for (const library::CourseEntry &entry : entries) {
        CourseState course;
        course.entry = entry;
        addProgress(desk, progress, course);
        for (const library::Assignment &assignment : assignments.list) {
            if (assignment.course == entry.id)
                course.assignment = assignment;
        }
        state.courses.push_back(std::move(course));
    }
    if (desk.record) {
        KAPOK_TRY_ASSIGN(state.gone, goneCourses(desk, progress, state.courses));
    }
    state.hours = hoursOf(state.courses);
    for (const CourseState &course : state.gone) {
        state.hours.earned += course.entry.periods;
        state.hours.planned += course.entry.periods;
    }
    if (!search.empty()) {
        KAPOK_TRY_ASSIGN(const std::vector<library::SearchHit> hits, desk.library->search(search, 200));
        std::set<std::string> seen;
        for (const library::SearchHit &hit : hits) {
            if (seen.insert(hit.course.value).second)
                state.found.push_back(hit.course.value);
        }
    }
    return state;
}

Result<CourseDetail> readCourseDetail(Desk &desk, const PersonId &person, const CourseId &id)
{
    CourseDetail detail;
    CourseState &state = detail.state;
    KAPOK_TRY_ASSIGN(state.entry, desk.library->entry(id));
    KAPOK_TRY_ASSIGN(const library::Assignments assignments, desk.library->assignments(person));
    for (const library::Assignment &assignment : assignments.list) {
        if (assignment.course == id)
            state.assignment = assignment;
    }
    ProgressByIri progress;
    if (desk.record) {
        KAPOK_TRY_ASSIGN(progress, desk.record->allProgress());
    }
    if (state.entry.isInstalled()) {
        KAPOK_TRY_ASSIGN(state.course, desk.library->course(id));
        if (auto signature = desk.library->signature(id))
            detail.signature = std::move(*signature);
    }
    addProgress(desk, progress, state);
    if (!state.course || !desk.record)
        return detail;
    const RegistrationId registration = desk.record->registration(state.course->iri);
    for (const course::Lesson &lesson : state.course->lessons) {
        KAPOK_TRY_ASSIGN(detail.attempts[lesson.id], desk.record->attempt(state.course->iri, lesson.id));
        KAPOK_TRY_ASSIGN(const std::optional<PageId> page,
                         desk.record->places().page(registration, state.course->activityId(lesson.id)));
        if (page)
            detail.places[lesson.id] = *page;
    }
    return detail;
}

} // namespace kapok::viewmodels
