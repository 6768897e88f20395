// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/roster/roster.h"
#include "core/store/pool.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kapok::report {

/// Which people, courses and days are counted.
struct Scope {
    std::vector<UnitId> tops; ///< branches
    std::string course;       ///< "" for all
    std::optional<Time> from; ///< completions before are not counted
    std::optional<Time> to;   ///< nor later ones
};

/// A unit with its whole branch counted. `assigned` and what follows count pairs of person and course.
struct UnitFigures {
    UnitId unit;
    int people = 0;
    int assigned = 0;
    int started = 0;
    int completed = 0;
    int late = 0; ///< past due and not completed
};

struct Figures {
    std::vector<UnitFigures> units; ///< parents first
    int devicesKnown = 0;
    int devicesSilent = 0; ///< not heard of for kSilent
};
inline constexpr std::chrono::hours kSilent{14 * 24};

/// One person and one course: assigned to her, or begun without.
struct ProgressRow {
    PersonId person;
    std::string name;
    std::string nameLanguage;
    std::string account;
    UnitId unit;
    std::string course;
    std::string state; ///< "not_started", "started", "completed"
    double progress = 0;
    std::optional<double> mark; ///< out of 10, one decimal
    std::optional<Time> date;   ///< completed, or started
    std::optional<Time> due;
    std::optional<Time> lastSeen;
};

/// Figures for administrators, from the rows core/lrs keeps up to date, not from statements.
/// Thread-safety: every function from any thread. Errors: those of store::Database.
class Report {
public:
    /// \p roster and \p clock must outlive it; \p file and \p migrations are the roster's.
    Report(const std::filesystem::path &file, std::span<const store::Migration> migrations,
           roster::Roster &roster, const Clock &clock);

    [[nodiscard]] Result<Figures> figures(const Scope &scope);
    /// By name as the name's language sorts, then course.
    [[nodiscard]] Result<std::vector<ProgressRow>> progress(const Scope &scope);

private:
    store::Pool m_pool;
    roster::Roster &m_roster;
    const Clock &m_clock;
};

} // namespace kapok::report
