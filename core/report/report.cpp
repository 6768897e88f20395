// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kapok::report {
namespace {

/// `tops` is filled by the caller; `pair` is a person and a course with the due date that holds: her own,
/// else that of the nearest unit. Begun without being assigned: assigned is 0.
constexpr const char *kPairs =
    "WITH RECURSIVE branch(id) AS (SELECT id FROM unit WHERE uuid IN (SELECT value FROM json_each(?1)) "
    "UNION SELECT c.id FROM unit c JOIN branch b ON c.parent = b.id), "
    "above(unit, id, distance) AS (SELECT id, id, 1 FROM branch "
    "UNION SELECT a.unit, u.parent, a.distance + 1 FROM above a JOIN unit u ON u.id = a.id WHERE u.parent IS "
    "NOT NULL), "
    "given(person, course, due, distance) AS ("
    "SELECT p.id, a.course, a.due, 0 FROM person p JOIN branch b ON b.id = p.unit JOIN assignment a ON "
    "a.person = p.id "
    "UNION ALL SELECT p.id, a.course, a.due, x.distance FROM person p JOIN above x ON x.unit = p.unit "
    "JOIN assignment a ON a.unit = x.id), "
    "nearest(person, course, due, distance) AS (SELECT person, course, due, min(distance) FROM given GROUP "
    "BY person, course), "
    "learnt(person, course, started, completed, last_seen, lessons_done, mark) AS ("
    "SELECT p.id, v.course, f.started, f.completed, f.last_seen, f.lessons_done, f.mark FROM person p "
    "JOIN branch b ON b.id = p.unit JOIN agent a ON a.ifi = 'account ' || (SELECT home_page FROM node) || ' "
    "' || p.account "
    "JOIN figure f ON f.agent = a.id JOIN activity c ON c.id = f.course "
    "JOIN course_version v ON v.iri = c.iri AND v.newest = 1), "
    "pair(person, course, due, assigned) AS (SELECT person, course, due, 1 FROM nearest UNION ALL "
    "SELECT person, course, NULL, 0 FROM learnt l WHERE NOT EXISTS (SELECT 1 FROM nearest n WHERE n.person = "
    "l.person "
    "AND n.course = l.course)) "
    "SELECT p.uuid, p.name, p.name_language, p.account, u.uuid, r.course, l.started, l.completed, "
    "l.last_seen, "
    "l.lessons_done, l.mark, r.due, ifnull(v.lessons, 0), r.assigned FROM pair r JOIN person p ON p.id = "
    "r.person "
    "JOIN unit u ON u.id = p.unit LEFT JOIN learnt l ON l.person = r.person AND l.course = r.course "
    "LEFT JOIN course_version v ON v.course = r.course AND v.newest = 1 WHERE ?2 = '' OR r.course = ?2 "
    "ORDER BY p.sort_key, p.account, r.course";

struct Pair {
    ProgressRow row;
    std::optional<Time> started;
    std::optional<Time> completed;
    bool assigned = false;
};

std::string idList(const std::vector<UnitId> &ids)
{
    std::string list = "[";
    for (const UnitId &id : ids)
        if (isUuid(id.value)) // so there is nothing to escape
            list += (list.size() > 1 ? ",\"" : "\"") + id.value + "\"";
    return list + "]";
}

std::optional<Time> micros(const store::Query &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return Time(std::chrono::milliseconds(row.integer(column) / 1000));
}

Pair pairIn(const store::Query &row)
{
    Pair pair;
    pair.row = {{row.text(0)},
                row.text(1),
                row.text(2),
                row.text(3),
                {row.text(4)},
                row.text(5),
                "not_started",
                0,
                {},
                {},
                {},
                {}};
    pair.started = micros(row, 6);
    pair.completed = micros(row, 7);
    pair.row.lastSeen = micros(row, 8);
    if (!row.isNull(10))
        pair.row.mark = std::round(row.real(10) * 100) / 10;
    if (!row.isNull(11))
        pair.row.due = Time(std::chrono::milliseconds(row.integer(11)));
    const auto lessons = static_cast<double>(row.integer(12));
    pair.row.progress = lessons > 0 ? std::min(1.0, static_cast<double>(row.integer(9)) / lessons) : 0;
    pair.assigned = row.integer(13) == 1;
    return pair;
}

/// State and date as they were at the end of the period.
void settle(Pair &pair, const Scope &scope)
{
    const auto within = [&scope](const std::optional<Time> &time) {
        return time && (!scope.to || *time <= *scope.to);
    };
    if (within(pair.completed)) {
        pair.row.state = "completed";
        pair.row.date = pair.completed;
        pair.row.progress = 1;
    } else if (within(pair.started)) {
        pair.row.state = "started";
        pair.row.date = pair.started;
    }
}

void add(UnitFigures &to, const UnitFigures &from)
{
    to.people += from.people;
    to.assigned += from.assigned;
    to.started += from.started;
    to.completed += from.completed;
    to.late += from.late;
}

Result<std::vector<Pair>> readPairs(store::Database &database, const Scope &scope)
{
    KAPOK_TRY_ASSIGN(auto pairs, database.query(kPairs, {idList(scope.tops), scope.course}).all(pairIn));
    for (Pair &pair : pairs)
        settle(pair, scope);
    return pairs;
}

/// Counts for each unit what belongs to it directly.
void count(const std::vector<Pair> &pairs, const Scope &scope, Time now,
           std::map<std::string, UnitFigures> &direct)
{
    for (const Pair &pair : pairs) {
        if (!pair.assigned)
            continue;
        UnitFigures &figures = direct[pair.row.unit.value];
        const bool done = pair.row.state == "completed";
        ++figures.assigned;
        figures.started += pair.row.state != "not_started" ? 1 : 0;
        figures.completed += done && (!scope.from || *pair.completed >= *scope.from) ? 1 : 0;
        figures.late +=
            !done && pair.row.due && *pair.row.due < std::min(now, scope.to.value_or(now)) ? 1 : 0;
    }
}

} // namespace

Report::Report(const std::filesystem::path &file, std::span<const store::Migration> migrations,
               roster::Roster &roster, const Clock &clock)
    : m_pool(file, migrations), m_roster(roster), m_clock(clock)
{}

Result<Figures> Report::figures(const Scope &scope)
{
    KAPOK_TRY_ASSIGN(const auto units, m_roster.branch(scope.tops));
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    std::map<std::string, UnitFigures> sums;
    KAPOK_TRY_ASSIGN(const auto pairs, readPairs(*database, scope));
    count(pairs, scope, m_clock.now(), sums);
    static const std::string kBranch =
        "WITH RECURSIVE branch(id) AS (SELECT id FROM unit WHERE uuid IN (SELECT value FROM json_each(?1)) "
        "UNION SELECT c.id FROM unit c JOIN branch b ON c.parent = b.id) ";
    KAPOK_TRY_ASSIGN(const auto people,
                     database
                         ->query(kBranch +
                                     "SELECT u.uuid, count(*) FROM person p JOIN branch b ON b.id = p.unit "
                                     "JOIN unit u ON u.id = p.unit GROUP BY u.uuid",
                                 {idList(scope.tops)})
                         .all([](const store::Query &row) {
                             return std::pair(row.text(0), static_cast<int>(row.integer(1)));
                         }));
    for (const auto &[unit, number] : people)
        sums[unit].people = number;
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) // children first
        if (!unit->parent.empty())
            add(sums[unit->parent.value], sums[unit->id.value]);
    Figures figures;
    for (const auto &unit : units) {
        figures.units.push_back(sums[unit.id.value]);
        figures.units.back().unit = unit.id;
    }
    const std::int64_t silentSince = (m_clock.now() - kSilent).time_since_epoch().count();
    KAPOK_TRY(database
                  ->query(kBranch + "SELECT count(*), ifnull(sum(used < ?2), 0) FROM (SELECT "
                                    "max(c.last_used) AS used FROM credential c "
                                    "JOIN person p ON p.id = c.person JOIN branch b ON b.id = p.unit "
                                    "GROUP BY ifnull(nullif(c.device, ''), c.key))",
                          {idList(scope.tops), silentSince})
                  .one([&figures](const store::Query &row) {
                      figures.devicesKnown = static_cast<int>(row.integer(0));
                      figures.devicesSilent = static_cast<int>(row.integer(1));
                      return true;
                  }));
    return figures;
}

Result<std::vector<ProgressRow>> Report::progress(const Scope &scope)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto pairs, readPairs(*database, scope));
    std::vector<ProgressRow> rows;
    for (Pair &pair : pairs) {
        // Completed before the period: done with, and not of this period.
        if (pair.row.state == "completed" && scope.from && *pair.completed < *scope.from)
            continue;
        rows.push_back(std::move(pair.row));
    }
    return rows;
}

} // namespace kapok::report
