// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/worker.h"
#include "core/sync/sync_status.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

/// What the sync sheet lists: what waits, by lesson, as a person would name it.
namespace kapok::viewmodels {

/// What a lesson is called. \p number is 0 when it is not known any more.
struct LessonName {
    int number = 0;
    LocalizedText title;
};

/// What is read for the sheet on the worker's thread.
struct SyncReading {
    std::vector<learner::WaitingLesson> lessons; ///< waiting and set aside, the latest first
    std::vector<learner::WaitingItem> refused;   ///< those set aside, one by one
    std::vector<library::CourseEntry> courses;
    std::map<std::string, LocalizedText> courseTitles;                     ///< by course IRI
    std::map<std::pair<std::string, std::string>, LessonName> lessonNames; ///< by course IRI and lesson
    std::map<std::string, LocalizedText> pageTitles;                       ///< by activity, of `refused`

    /// How many of `lessons` wait (set aside ones do not).
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] const learner::WaitingLesson *find(const learner::WaitingLesson &lesson) const;
};

/// Reads what waits of the person who is in, with every name it needs.
[[nodiscard]] SyncReading readSync(Desk &desk);

/// A lesson that left the outbox while the app was open: the server has all of it.
struct SentLesson {
    int number = 0; ///< of this person's sent lessons since the app was started
    learner::WaitingLesson lesson;
    SyncReading names; ///< those of the lesson, for it is read no more
    Time at{};
};

/// The sentences of the sheet's rows.
class SyncWords {
public:
    SyncWords(const SyncReading &reading, Reading languages, Time now)
        : m_reading(&reading), m_languages(std::move(languages)), m_now(now)
    {}

    /// "Lesson 2 · Asking well"; of a course itself, its title.
    [[nodiscard]] QString title(const learner::WaitingLesson &lesson) const;
    /// "5 answers, finished · today at 08:05".
    [[nodiscard]] QString facts(const learner::WaitingLesson &lesson) const;
    /// What one set-aside statement is: "Answer: Which request is clearer?".
    [[nodiscard]] QString refusedTitle(const learner::WaitingItem &item) const;
    /// When it was done, and the server's reason.
    [[nodiscard]] QString refusedDetail(const learner::WaitingItem &item) const;
    /// "" unless lessons of several courses wait.
    [[nodiscard]] QString course(const learner::WaitingLesson &lesson) const;

private:
    const SyncReading *m_reading;
    Reading m_languages;
    Time m_now;
};

/// What \p reading calls \p lesson and its course, in every language; nothing else of it.
[[nodiscard]] SyncReading namesOf(const SyncReading &reading, const learner::WaitingLesson &lesson);

/// The lessons that waited before, and of which nothing waits or is set aside now: they were sent.
[[nodiscard]] std::vector<learner::WaitingLesson> sentBetween(const SyncReading &before,
                                                              const SyncReading &after);

} // namespace kapok::viewmodels
