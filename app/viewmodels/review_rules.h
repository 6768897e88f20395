// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_types.h"

#include <QDate>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What a reviewer sees, computed from what the server said: which units stand where in the tree, which
/// people are listed and in what order, and which days a period has. Pure: no disk, no clock, no words.
namespace kapok::viewmodels {

/// The time that figures count.
enum class Period { SchoolYear, Semester, Month, All };

/// Days, both inclusive; an invalid one is open.
struct DateSpan {
    QDate from;
    QDate to;

    bool operator==(const DateSpan &) const = default;
};

/// The days of \p period on \p today. \p country ("VN", "CN") decides when a year and a semester begin: the
/// table of school calendars in review_rules.cpp.
[[nodiscard]] DateSpan daysOf(Period period, QDate today, std::string_view country);

/// One visible row of the tree of units.
struct UnitRow {
    const sync::Unit *unit = nullptr;
    int depth = 0;
    bool hasChildren = false;
    bool isOpen = false;
};

/// The rows of the tree, parents first, in the order of \p units. A unit whose parent is not among them
/// stands at the top. \p open are the units whose children show. With a \p search only units that match it in
/// any of their languages are there, and the ones above them, all open. Units that form a ring are left out.
[[nodiscard]] std::vector<UnitRow> unitRows(const std::vector<sync::Unit> &units,
                                            const std::set<UnitId> &open, std::string_view search);
/// The units at the top of the tree.
[[nodiscard]] std::vector<UnitId> topUnits(const std::vector<sync::Unit> &units);
/// The children of \p parent, in order.
[[nodiscard]] std::vector<const sync::Unit *> childrenOf(const std::vector<sync::Unit> &units,
                                                         const UnitId &parent);
/// \p unit and everything below it.
[[nodiscard]] std::set<UnitId> branchOf(const std::vector<sync::Unit> &units, const UnitId &unit);

/// 0..1 of what is assigned; not set when nothing is, which is not the same as zero.
[[nodiscard]] std::optional<double> completedShare(const sync::UnitFigures *figures);

/// Whether \p row was due before \p now and is not completed.
[[nodiscard]] bool isLate(const sync::PersonProgress &row, Time now);
/// Whole days since it was due, at least 1 when it is late; else 0.
[[nodiscard]] int daysLate(const sync::PersonProgress &row, Time now);

/// What is listed, and how.
struct PeopleFilter {
    enum class Sort { Name, State, Date };
    enum class Show { Everybody, Late, NotStarted, Started, Completed };

    std::set<UnitId> branch;
    std::string search; ///< in names and accounts, as matchesSearch()
    Show show = Show::Everybody;
    Sort sort = Sort::Name;
    bool descending = false;
    Time now{};
};

/// The rows of \p people that \p filter lets through. By name: nameSortKey(). By state: late, not started,
/// started, completed. By date: the day it was completed, rows without one always last. Equal ones by name.
[[nodiscard]] std::vector<const sync::PersonProgress *>
listedPeople(const std::vector<sync::PersonProgress> &people, const PeopleFilter &filter);

/// The furthest row of each account: completed before started before not started, then by progress. These
/// stand for the person where only one row can.
[[nodiscard]] std::set<const sync::PersonProgress *>
furthestRows(const std::vector<const sync::PersonProgress *> &rows);

/// Counts of people, not of courses.
struct PeopleCounts {
    int listed = 0;      ///< with any course
    int finished = 0;    ///< who completed at least one
    int late = 0;        ///< who are late with at least one
    int longestLate = 0; ///< days
};
[[nodiscard]] PeopleCounts countPeople(const std::vector<sync::PersonProgress> &people,
                                       const std::set<UnitId> &branch, Time now);

} // namespace kapok::viewmodels
