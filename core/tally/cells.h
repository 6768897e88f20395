// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>

/// Rows of the tables branch_*, all five alike: a key and up to three sums. Private to this folder.
namespace kapok::tally {

enum class Table : std::uint8_t { Total, Day, Again, Due, Device };

/// The key of a row beside its unit; members that a table does not have stay empty.
struct Cell {
    Table table = Table::Total;
    std::string course;      ///< "": all together
    std::int64_t first = 0;  ///< day, due or hour
    std::int64_t second = 0; ///< previous day

    auto operator<=>(const Cell &) const = default;
};

/// In the order of the table's columns.
using Sums = std::array<std::int64_t, 3>;
using Cells = std::map<Cell, Sums>;

/// Adds \p factor times \p other to \p cells.
void add(Cells &cells, const Cells &other, std::int64_t factor = 1);

/// Adds \p cells to the rows of \p unit, and of all units above it when \p andAbove; drops rows that become
/// zero.
Status addToRows(store::Database &database, std::int64_t unit, const Cells &cells, bool andAbove);
/// Whether what is assigned to whom changes rows of this table.
[[nodiscard]] bool isOfAssignments(Table table);
/// What the rows hold of a unit's own people and assignments of \p course: its rows of isOfAssignments()
/// tables, of the course and of all together, less those of the units below it.
Result<Cells> readAssigned(store::Database &database, std::int64_t unit, const std::string &course);
/// Deletes all rows.
Status clearEverything(store::Database &database);
/// Adds the rows of the units \p depth below \p root to those of their parents.
Status addToParents(store::Database &database, std::int64_t root, std::int64_t depth);

} // namespace kapok::tally
