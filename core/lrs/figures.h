// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/micros.h"
#include "core/store/database.h"
#include "core/xapi/json_document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The tables figure and figure_lesson: what each learner reached in each course, folded from statements. The
/// fold is commutative and idempotent, so that order of arrival and repeats do not matter.
namespace kapok::lrs {

/// What one statement says about a learner's way through a course.
struct FigureEvent {
    std::string agent;  ///< ifi of the actor
    std::string course; ///< IRI
    std::string lesson; ///< IRI; "" when it says nothing of a whole lesson
    Micros at = 0;      ///< the device's time, set right by its measured offset, never after `stored`
    Micros seen = 0;    ///< she was there again, when it is later than `at`
    bool lessonCompleted = false;
    bool courseSatisfied = false;
    std::optional<double> scaled; ///< 0..1, of the lesson
};

/// Nothing when the statement is none of a course: not a verb of docs/protocol.md, or no grouping.
[[nodiscard]] std::optional<FigureEvent> figureEventOf(xapi::JsonValue statement, Micros stored);
/// Of JSON; nothing for what is none.
[[nodiscard]] std::optional<FigureEvent> figureEventOfText(std::string_view json, Micros stored);

/// Adds \p event, but not to the sums of the units above the learner: FigureBatch does both.
Status foldFigure(store::Database &database, const FigureEvent &event);

/// Deletes the figures of one learner.
Status forgetFigures(store::Database &database, std::int64_t agent);

/// Makes the figures of one learner anew, from the statements that are not voided.
Status refoldAgent(store::Database &database, std::int64_t agent);
/// Makes all figures anew, and all sums of units.
Status refoldEverybody(store::Database &database);

} // namespace kapok::lrs
