// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/xapi/reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Progress is a fold over a set of statements. Everything here is a set or an extreme, so folding is
/// commutative, associative and idempotent: two devices agree once they hold the same statements, in
/// whatever order, split and repetition they arrived. Marks and states are derived in rules.h.
namespace kapok::learning {

/// One answer to one question.
struct Answer {
    Time at{};
    double scaled = 0;
    bool right = false;
    std::string response; ///< ids joined with "[,]"

    auto operator<=>(const Answer &) const = default;
};

/// The end of a try at a lesson (passed or failed).
struct Outcome {
    Time at{};
    double scaled = 0;
    bool passed = false;

    auto operator<=>(const Outcome &) const = default;
};

/// One try at a lesson.
struct Try {
    std::map<PageId, std::map<StatementId, Answer>> answers;
    std::map<StatementId, Outcome> outcomes;

    bool operator==(const Try &) const = default;
};

struct LessonProgress {
    std::map<PageId, Time> seen; ///< pages shown, with the first time
    /// By number, from 1. Those that nothing happened in are left out. Apart, so that what an answer asks
    /// for costs the same however often the lesson was repeated.
    std::map<int, Try> tries;
    std::optional<Time> passedAt;    ///< earliest
    std::optional<Time> completedAt; ///< earliest
    std::optional<Time> lastAt;      ///< latest statement of this lesson

    /// The latest answer by (time, statement id), or null.
    [[nodiscard]] const Answer *latest(const PageId &page) const;
    /// The latest answer within one try, or null.
    [[nodiscard]] const Answer *latest(const PageId &page, int attempt) const;
    /// The best score this question ever got; nothing when never answered.
    [[nodiscard]] std::optional<double> best(const PageId &page) const;
    /// The best score a try ended with; nothing when none has ended.
    [[nodiscard]] std::optional<double> bestOutcome() const;
    /// The answers to \p page within one try, or null.
    [[nodiscard]] const std::map<StatementId, Answer> *answersTo(const PageId &page, int attempt) const;
    /// The highest try that has an answer or outcome; 0 when there is none.
    [[nodiscard]] int lastAttempt() const { return tries.empty() ? 0 : tries.rbegin()->first; }

    bool operator==(const LessonProgress &) const = default;
};

struct CourseProgress {
    std::map<LessonId, LessonProgress> lessons;
    std::optional<Time> satisfiedAt; ///< earliest
    std::optional<Time> startedAt;   ///< earliest statement
    std::optional<Time> lastAt;      ///< latest statement

    /// The lesson's progress; an empty one when nothing was done in it.
    [[nodiscard]] const LessonProgress &lesson(const LessonId &id) const;

    bool operator==(const CourseProgress &) const = default;
};

/// Which page of which lesson an activity id means within the course \p courseIri; empty ids where it is
/// less deep, nothing when it does not belong to the course.
struct Place {
    LessonId lesson;
    PageId page;
};
[[nodiscard]] std::optional<Place> placeOf(std::string_view activityId, std::string_view courseIri);

/// Takes one statement in. A statement of another course, or of a verb without meaning here, changes
/// nothing; tells whether it had a meaning. Voided statements must be left out by the caller.
bool fold(CourseProgress &progress, const xapi::Parsed &statement, std::string_view courseIri);

/// Takes all of \p other in.
void merge(CourseProgress &progress, const CourseProgress &other);

/// The stored form of a lesson's progress (JSON, for the cache in the learner's database). Corrupt when it
/// cannot be read back; the cache is then rebuilt from the statements.
[[nodiscard]] std::string toJson(const LessonProgress &progress);
[[nodiscard]] Result<LessonProgress> lessonProgressFromJson(std::string_view json);

} // namespace kapok::learning
