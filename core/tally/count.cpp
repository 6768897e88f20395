// SPDX-License-Identifier: Apache-2.0
#include "core/tally/count.h"

#include "core/tally/tally.h"

#include <algorithm>
#include <set>

namespace kapok::tally {
namespace {

using store::Database;
using store::Query;

struct Done {
    std::int64_t startedDay = 0;
    std::optional<std::int64_t> completedDay;
};

/// Courses that are assigned, and their dues.
using Assigned = std::map<std::string, std::optional<std::int64_t>>;

struct Learner {
    std::int64_t unit = 0;
    Assigned assigned; ///< to her alone
    std::map<std::string, Done> done;
};

/// By row number.
using Learners = std::map<std::int64_t, Learner>;

/// Which people: a column of `person`, and its value.
struct Who {
    const char *column;
    std::int64_t value;

    [[nodiscard]] std::string sql(const char *before, const char *after = "") const
    {
        return std::string(before) + " p." + column + " = ?" + after;
    }
};

std::optional<std::int64_t> integerAt(const Query &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

/// Of two assignments of one course the earliest due counts.
void assign(Assigned &assigned, const std::string &course, std::optional<std::int64_t> due)
{
    const auto [at, isNew] = assigned.try_emplace(course, due);
    if (!isNew && due && (!at->second || *due < *at->second))
        at->second = due;
}

Result<Learners> readLearners(Database &database, const Who &who)
{
    Learners learners;
    auto rows = database.query(who.sql("SELECT p.id, p.unit FROM person p WHERE",
                                       " AND EXISTS (SELECT 1 FROM person_role r WHERE r.person = p.id"
                                       " AND r.role = 'learner')"),
                               {who.value});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
        if (!isRow)
            return learners;
        learners[rows.integer(0)].unit = rows.integer(1);
    }
}

/// What is assigned to everybody of \p unit.
Result<Assigned> readAssigned(Database &database, std::int64_t unit)
{
    Assigned assigned;
    auto rows = database.query("WITH RECURSIVE above (id) AS (SELECT id FROM unit WHERE id = ?"
                               " UNION ALL SELECT u.parent FROM unit u JOIN above a ON u.id = a.id"
                               "  WHERE u.parent IS NOT NULL)"
                               " SELECT a.course, a.due FROM above CROSS JOIN assignment a"
                               " WHERE a.unit = above.id",
                               {unit});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
        if (!isRow)
            return assigned;
        assign(assigned, rows.text(0), integerAt(rows, 1));
    }
}

Status readOwnAssigned(Database &database, const Who &who, Learners &learners)
{
    auto rows = database.query(who.sql("SELECT a.person, a.course, a.due FROM person p"
                                       " CROSS JOIN assignment a WHERE a.person = p.id AND"),
                               {who.value});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
        if (!isRow)
            return success();
        if (const auto learner = learners.find(rows.integer(0)); learner != learners.end())
            assign(learner->second.assigned, rows.text(1), integerAt(rows, 2));
    }
}

/// Offered courses only. SQLite goes through the tables in this order.
Status readDone(Database &database, const Who &who, Learners &learners)
{
    auto rows = database.query(
        who.sql("SELECT p.id, o.course, f.started, f.completed, n.utc_offset FROM node n CROSS JOIN person p"
                " CROSS JOIN agent a CROSS JOIN figure f CROSS JOIN activity t CROSS JOIN course_version o"
                " WHERE a.ifi = 'account ' || n.home_page || ' ' || p.account AND f.agent = a.id"
                " AND t.id = f.course AND o.iri = t.iri AND o.newest = 1 AND"),
        {who.value});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
        if (!isRow)
            return success();
        const auto learner = learners.find(rows.integer(0));
        if (learner == learners.end())
            continue;
        const std::int64_t offset = rows.integer(4);
        Done done{dayOf(rows.integer(2), offset), {}};
        if (const auto completed = integerAt(rows, 3))
            done.completedDay = dayOf(*completed, offset);
        learner->second.done.insert_or_assign(rows.text(1), done);
    }
}

void countAssigned(Cells &cells, const Learner &learner, const Assigned &assigned)
{
    std::optional<std::int64_t> earliest;
    for (const auto &[course, due] : assigned) {
        const auto found = learner.done.find(course);
        const Done *done = found == learner.done.end() ? nullptr : &found->second;
        for (const std::string &row : {course, std::string()}) {
            ++cells[{Table::Total, row, 0, 0}][1];
            if (done)
                ++cells[{Table::Day, row, done->startedDay, 0}][0];
            if (done && done->completedDay)
                ++cells[{Table::Day, row, *done->completedDay, 0}][1];
            else if (due)
                ++cells[{Table::Due, row, *due, 0}][0];
        }
        if (!due || (done && done->completedDay))
            continue;
        ++cells[{Table::Due, course, *due, 0}][1];
        earliest = std::min(earliest.value_or(*due), *due);
    }
    if (earliest)
        ++cells[{Table::Due, {}, *earliest, 0}][1];
}

void countFinished(Cells &cells, const Learner &learner)
{
    std::set<std::int64_t> days;
    for (const auto &[course, done] : learner.done) {
        if (!done.completedDay)
            continue;
        ++cells[{Table::Day, course, *done.completedDay, 0}][2];
        days.insert(*done.completedDay);
    }
    std::optional<std::int64_t> previous;
    for (const std::int64_t day : days) {
        if (previous)
            ++cells[{Table::Again, {}, day, *previous}][0];
        else
            ++cells[{Table::Day, {}, day, 0}][2];
        previous = day;
    }
}

Result<Cells> countLearners(Database &database, const Who &who, std::int64_t unit, Learners &learners)
{
    KAPOK_TRY_ASSIGN(const Assigned toAll, readAssigned(database, unit));
    KAPOK_TRY(readOwnAssigned(database, who, learners));
    KAPOK_TRY(readDone(database, who, learners));
    Cells cells;
    for (auto &[id, learner] : learners) {
        for (const auto &[course, due] : toAll)
            assign(learner.assigned, course, due);
        ++cells[{Table::Total, {}, 0, 0}][0];
        countAssigned(cells, learner, learner.assigned);
        countFinished(cells, learner);
    }
    return cells;
}

/// Devices last used by somebody that \p condition on person p or credential c holds for: unit and hour.
Result<std::vector<std::pair<std::int64_t, std::int64_t>>>
readDevices(Database &database, const char *from, const char *condition, const store::Value &value)
{
    const std::string sql = std::string("SELECT p.unit, c.last_used FROM ") + from +
                            " AND c.device <> '' AND " + condition +
                            " = ? AND NOT EXISTS (SELECT 1 FROM credential o WHERE o.device = c.device"
                            " AND (o.last_used, o.key) > (c.last_used, c.key))";
    return database.query(sql, {value}).all([](const Query &row) {
        return std::pair(row.integer(0), hourOf(row.integer(1)));
    });
}

} // namespace

Result<Cells> countOwn(Database &database, std::int64_t unit)
{
    const Who who{"unit", unit};
    KAPOK_TRY_ASSIGN(Learners learners, readLearners(database, who));
    Cells cells;
    if (!learners.empty()) {
        KAPOK_TRY_ASSIGN(cells, countLearners(database, who, unit, learners));
    }
    KAPOK_TRY_ASSIGN(
        const auto devices,
        readDevices(database, "person p CROSS JOIN credential c WHERE c.person = p.id", "p.unit", unit));
    for (const auto &[where, hour] : devices)
        ++cells[{Table::Device, {}, hour, 0}][0];
    return cells;
}

Result<std::optional<std::pair<std::int64_t, Cells>>> countPerson(Database &database, std::int64_t person)
{
    std::optional<std::pair<std::int64_t, Cells>> counted;
    const Who who{"id", person};
    KAPOK_TRY_ASSIGN(Learners learners, readLearners(database, who));
    if (learners.empty())
        return counted;
    const std::int64_t unit = learners.begin()->second.unit;
    KAPOK_TRY_ASSIGN(auto cells, countLearners(database, who, unit, learners));
    counted.emplace(unit, std::move(cells));
    return counted;
}

Result<std::optional<std::pair<std::int64_t, Cells>>> countDevice(Database &database,
                                                                  const std::string &device)
{
    std::optional<std::pair<std::int64_t, Cells>> counted;
    KAPOK_TRY_ASSIGN(
        const auto rows,
        readDevices(database, "credential c CROSS JOIN person p WHERE p.id = c.person", "c.device", device));
    if (!rows.empty())
        counted.emplace(rows.front().first, Cells{{{Table::Device, {}, rows.front().second, 0}, {1, 0, 0}}});
    return counted;
}

} // namespace kapok::tally
