// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/sync/server_types.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::viewmodels {

/// The people of one unit with its branch, by name.
struct PeopleList {
    Time asOf{};
    std::vector<sync::PersonProgress> rows;
    bool isWhole = true; ///< false: only the first ones were fetched

    bool operator==(const PeopleList &) const = default;
};

/// The answers of the server to one choice of course and period: figures of the units a reviewer answers for
/// (of many thousands the upper ones, and those below the units she opened), and the people of those units
/// she opened.
struct ReviewAnswer {
    sync::Figures figures;
    std::map<UnitId, PeopleList> lists;
};

/// The figures a reviewer saw last, kept in her profile so that they open without a connection.
struct ReviewData {
    /// More choices than these are not kept; the oldest go.
    static constexpr std::size_t kKept = 12;
    /// Nor more rows of people than these, of all choices and units together.
    static constexpr std::size_t kKeptRows = 20'000;

    std::vector<sync::Unit> units;               ///< parents first
    std::string country;                         ///< of the node, "VN" or "CN"; "" when not known
    std::map<std::string, ReviewAnswer> answers; ///< by a name for the choice

    /// Keeps \p answer under \p choice, and not more than kKept of them.
    void keep(const std::string &choice, ReviewAnswer answer);
    /// Keeps newer figures under \p choice; its lists of people stay.
    void keepFigures(const std::string &choice, sync::Figures figures);
    /// Keeps the people of \p unit under \p choice, and not more than kKeptRows altogether: the oldest lists
    /// go, this one never.
    void keepPeople(const std::string &choice, const UnitId &unit, PeopleList list);
    /// The list that tells the people of \p unit under \p choice: its own, or a whole one of a unit above it,
    /// whichever is newer. Null when none was fetched.
    [[nodiscard]] const PeopleList *peopleOf(const std::string &choice, const UnitId &unit) const;
};

/// Adds the rows of \p below to \p figures; a row of a unit that is there takes the place of the older one.
void addFigures(sync::Figures &figures, const sync::Figures &below);
/// Those of \p opened that have units right below them of which \p figures say nothing.
[[nodiscard]] std::vector<UnitId> openedWithoutFigures(const std::vector<sync::Unit> &units,
                                                       const std::set<UnitId> &opened,
                                                       const sync::Figures &figures);

[[nodiscard]] std::string toJson(const ReviewData &data);
/// Empty data for anything that is not what toJson() wrote: the figures come anew.
[[nodiscard]] ReviewData reviewDataFromJson(std::string_view json);

/// PROFILE/review.json. Names of teachers are in it, so only the owner of the process may read it.
[[nodiscard]] ReviewData loadReviewData(const std::filesystem::path &profile);
/// StorageFull or StorageBroken; what was kept before is then still whole.
[[nodiscard]] Status saveReviewData(const std::filesystem::path &profile, const ReviewData &data);

} // namespace kapok::viewmodels
