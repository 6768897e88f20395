// SPDX-License-Identifier: Apache-2.0
#include "core/tally/cells.h"

#include <span>
#include <vector>

namespace kapok::tally {
namespace {

using store::Database;
using store::Query;
using store::Value;

/// How a table of sums is laid out.
struct Layout {
    Table table;
    const char *name;
    bool hasCourse;
    std::vector<std::string> keys; ///< beside unit and course
    std::vector<std::string> sums;
};

const std::array<Layout, 5> &layouts()
{
    static const std::array<Layout, 5> all = {{
        {Table::Total, "branch_total", true, {}, {"people", "assigned"}},
        {Table::Day, "branch_day", true, {"day"}, {"started", "completed", "finished"}},
        {Table::Again, "branch_again", false, {"day", "previous"}, {"people"}},
        {Table::Due, "branch_due", true, {"due"}, {"open", "people"}},
        {Table::Device, "branch_device", false, {"heard"}, {"devices"}},
    }};
    return all;
}

constexpr const char *kBranch = "WITH RECURSIVE branch (id, depth) AS (SELECT id, 0 FROM unit WHERE id = ?"
                                " UNION ALL SELECT u.id, b.depth + 1 FROM unit u"
                                "  JOIN branch b ON u.parent = b.id)";
constexpr const char *kAbove = "WITH RECURSIVE above (id) AS (SELECT id FROM unit WHERE id = ?"
                               " UNION ALL SELECT u.parent FROM unit u JOIN above a ON u.id = a.id"
                               "  WHERE u.parent IS NOT NULL)";
constexpr const char *kItself = "WITH above (id) AS (SELECT id FROM unit WHERE id = ?)";

/// The names of all key columns, a comma before each.
std::string keysOf(const Layout &layout, const std::string &prefix = {})
{
    std::string text = layout.hasCourse ? ", " + prefix + "course" : "";
    for (const auto &key : layout.keys)
        text += ", " + prefix + key;
    return text;
}

std::string columnsOf(const Layout &layout)
{
    std::string text = "unit" + keysOf(layout);
    for (const auto &sum : layout.sums)
        text += ", " + sum;
    return text;
}

/// What an INSERT does with a row that is there.
std::string addOnConflict(const Layout &layout)
{
    std::string text = " ON CONFLICT (unit" + keysOf(layout) + ") DO UPDATE SET ";
    for (std::size_t i = 0; i < layout.sums.size(); ++i) {
        const std::string &sum = layout.sums[i];
        text += (i > 0 ? ", " : "") + sum + " = " + layout.name + "." + sum + " + excluded." + sum;
    }
    return text;
}

std::string insertSql(const Layout &layout, bool andAbove)
{
    std::string marks;
    for (std::size_t i = 0; i < layout.keys.size() + layout.sums.size() + (layout.hasCourse ? 1 : 0); ++i)
        marks += ", ?";
    return std::string("INSERT INTO ") + layout.name + " (" + columnsOf(layout) + ") " +
           (andAbove ? kAbove : kItself) + " SELECT id" + marks + " FROM above WHERE true" +
           addOnConflict(layout);
}

std::string dropSql(const Layout &layout, bool andAbove)
{
    std::string where;
    for (const auto &sum : layout.sums)
        where += (where.empty() ? "" : " AND ") + sum + " = 0";
    if (layout.hasCourse)
        where += " AND course = ?";
    for (const auto &key : layout.keys)
        where += " AND " + key + " = ?";
    return std::string(andAbove ? kAbove : kItself) + " DELETE FROM " + layout.name +
           " WHERE unit IN (SELECT id FROM above) AND " + where;
}

/// Rows of a unit less those of the units right below it, of one course and of all together.
std::string ownSql(const Layout &layout)
{
    std::string text = "SELECT course";
    for (const auto &key : layout.keys)
        text += ", " + key;
    for (const auto &sum : layout.sums)
        text += ", sum(CASE WHEN unit = ?1 THEN " + sum + " ELSE -" + sum + " END)";
    return text + " FROM " + layout.name +
           " WHERE unit IN (SELECT id FROM unit WHERE id = ?1 OR parent = ?1)" +
           " AND course IN ('', ?2) GROUP BY course" + keysOf(layout).substr(std::string(", course").size());
}

/// Both statements of a table, by andAbove.
struct Statements {
    std::array<std::string, 2> insert, drop;
};

const Statements &statementsOf(const Layout &layout)
{
    static const auto all = [] {
        std::array<Statements, 5> made;
        for (const Layout &one : layouts())
            for (const bool andAbove : {false, true}) {
                auto &at = made.at(static_cast<std::size_t>(one.table));
                at.insert.at(andAbove ? 1 : 0) = insertSql(one, andAbove);
                at.drop.at(andAbove ? 1 : 0) = dropSql(one, andAbove);
            }
        return made;
    }();
    return all.at(static_cast<std::size_t>(layout.table));
}

std::vector<Value> keyValues(const Layout &layout, std::int64_t unit, const Cell &cell)
{
    std::vector<Value> values;
    values.reserve(1 + 3 + 3); // room for sums behind them
    values.emplace_back(unit);
    if (layout.hasCourse)
        values.emplace_back(cell.course);
    if (!layout.keys.empty())
        values.emplace_back(cell.first);
    if (layout.keys.size() > 1)
        values.emplace_back(cell.second);
    return values;
}

Status addCell(Database &database, std::int64_t unit, const Cell &cell, const Sums &sums, bool andAbove)
{
    const Layout &layout = layouts().at(static_cast<std::size_t>(cell.table));
    const Statements &statements = statementsOf(layout);
    std::vector<Value> values = keyValues(layout, unit, cell);
    const std::size_t keys = values.size();
    bool isLess = false;
    for (std::size_t i = 0; i < layout.sums.size(); ++i) {
        values.emplace_back(sums.at(i));
        isLess = isLess || sums.at(i) < 0;
    }
    KAPOK_TRY(database.send(statements.insert.at(andAbove ? 1 : 0), values));
    if (!isLess)
        return success();
    return database.send(statements.drop.at(andAbove ? 1 : 0), std::span(values).first(keys));
}

} // namespace

bool isOfAssignments(Table table)
{
    return table == Table::Total || table == Table::Day || table == Table::Due;
}

void add(Cells &cells, const Cells &other, std::int64_t factor)
{
    for (const auto &[cell, sums] : other) {
        Sums &into = cells[cell];
        for (std::size_t i = 0; i < into.size(); ++i)
            into.at(i) += factor * sums.at(i);
    }
}

Status addToRows(Database &database, std::int64_t unit, const Cells &cells, bool andAbove)
{
    for (const auto &[cell, sums] : cells) {
        if (sums != Sums{})
            KAPOK_TRY(addCell(database, unit, cell, sums, andAbove));
    }
    return success();
}

Result<Cells> readAssigned(Database &database, std::int64_t unit, const std::string &course)
{
    Cells cells;
    for (const Layout &layout : layouts()) {
        if (!isOfAssignments(layout.table))
            continue;
        auto rows = database.query(ownSql(layout), {unit, course});
        for (;;) {
            KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
            if (!isRow)
                break;
            int column = 0;
            Cell cell{layout.table, rows.text(column++), 0, 0};
            if (!layout.keys.empty())
                cell.first = rows.integer(column++);
            Sums &sums = cells[cell];
            for (std::size_t i = 0; i < layout.sums.size(); ++i)
                sums.at(i) = rows.integer(column++);
        }
    }
    return cells;
}

Status clearEverything(Database &database)
{
    for (const Layout &layout : layouts())
        KAPOK_TRY(database.run(std::string("DELETE FROM ") + layout.name));
    return success();
}

Status addToParents(Database &database, std::int64_t root, std::int64_t depth)
{
    for (const Layout &layout : layouts()) {
        std::string sums;
        for (const auto &sum : layout.sums)
            sums += ", sum(s." + sum + ")";
        const std::string keys = keysOf(layout, "s.");
        KAPOK_TRY(database.run(std::string("INSERT INTO ") + layout.name + " (" + columnsOf(layout) + ") " +
                                   kBranch + " SELECT u.parent" + keys + sums +
                                   " FROM branch b JOIN unit u ON u.id = b.id JOIN " + layout.name +
                                   " s ON s.unit = b.id WHERE b.depth = ? GROUP BY u.parent" + keys +
                                   addOnConflict(layout),
                               {root, depth}));
    }
    return success();
}

} // namespace kapok::tally
