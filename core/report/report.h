// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/pool.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// What reviewers see: counts per branch, out of the sums that core/tally keeps, and who stands where, out of
/// the figures that the statement store keeps (core/lrs), joined with people and assignments (core/roster).
namespace kapok::report {

/// Which course and when. Empty fields mean no limit. Figures count whole days where the node is: those in
/// which `from` and `to` lie.
struct Question {
    std::string course;
    std::optional<Time> from; ///< completions at or after this
    std::optional<Time> to;   ///< and before this
};

/// One unit with its whole branch. A person counts once per course that is assigned to her.
struct UnitFigures {
    UnitId unit;
    int people = 0; ///< learners
    int assigned = 0;
    int started = 0;    ///< of those assigned: begun, completed ones included
    int completed = 0;  ///< of those assigned: completed in the time asked for
    int late = 0;       ///< of those assigned: past their due and not completed
    int finished = 0;   ///< people who completed a course, assigned or not, in the time asked for
    int latePeople = 0; ///< people with at least one that is late
    std::optional<Time> lateSince = {}; ///< the earliest due of those that are late

    bool operator==(const UnitFigures &) const = default;
};

struct Devices {
    int known = 0;
    int silent = 0; ///< not heard from for kSilentAfter
};

/// One person and one course that is assigned to her or that she began.
struct Progress {
    PersonId person;
    std::string name;
    std::string nameLanguage;
    std::string account;
    UnitId unit;
    std::string course;
    std::string state;          ///< "not_started", "started", "completed"
    double progress = 0;        ///< 0..1: lessons done of the course's lessons
    std::optional<double> mark; ///< out of 10
    std::optional<Time> date;   ///< of completion
    std::optional<Time> due;
    std::optional<Time> lastSeen;
};

/// A part of a long list. An empty one is the whole list.
struct Page {
    int limit = 0;     ///< rows at most; 0: all
    std::string after; ///< goes on behind this place; "" from the beginning
};

/// Part of a list, and the place to go on from; "" at the end.
struct ProgressPage {
    std::vector<Progress> rows;
    std::string next;
};

/// Thread-safety: everything from any thread. Errors are those of store::Database.
class Report {
public:
    static constexpr std::chrono::days kSilentAfter{14};

    Report(store::Pool &pool, const Clock &clock) : m_pool(pool), m_clock(clock) {}

    /// In the order of \p units, zeros for one that is not there. Takes as long for a large branch as for a
    /// small one.
    [[nodiscard]] Result<std::vector<UnitFigures>> figures(const std::vector<UnitId> &units,
                                                           const Question &question);
    /// Whether an assignment to a large branch is still being counted for a unit of these branches: its own
    /// people count as before (tally::markBranch()).
    [[nodiscard]] Result<bool> isCounting(const std::vector<UnitId> &units);
    /// Of the branches of all \p units together, each device where it was last used.
    [[nodiscard]] Result<Devices> devices(const std::vector<UnitId> &units);
    /// Everybody of the branch below \p unit, by name. A page never breaks off between two calls: who is
    /// added or removed meanwhile moves nobody else. InvalidInput for a place that was not given by an
    /// earlier page.
    [[nodiscard]] Result<ProgressPage> progress(const UnitId &unit, const Question &question,
                                                const Page &page = {});

private:
    store::Pool &m_pool;
    const Clock &m_clock;
};

} // namespace kapok::report
