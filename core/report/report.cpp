// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include "core/tally/tally.h"

#include <algorithm>
#include <limits>
#include <set>

namespace kapok::report {
namespace {

using store::Database;
using store::Query;

/// Figures are kept in microseconds, the roster in milliseconds.
constexpr std::int64_t kMicrosPerMilli = 1000;
constexpr std::int64_t kEverybody = std::numeric_limits<std::int64_t>::max() / 2;

/// ?1 is the unit, ?2 the course or "", ?3 and ?4 microseconds, ?5 and ?6 the person and course behind which
/// the list goes on, @people how many. member: these people, by name; with all that is told of them, for
/// PostgreSQL would read everybody to join it later. pair: what is assigned to whom, once per person and
/// course with the earliest due. done: the figures, by person and course id. Who has nothing to list comes
/// with one row that is not listed.
constexpr const char *kPeople = R"(
WITH RECURSIVE
branch (id) AS (SELECT id FROM unit WHERE uuid = ?1
    UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id),
member (id, uuid, name, name_language, account, unit, sort_key) AS (
    SELECT p.id, p.uuid, p.name, p.name_language, p.account, p.unit, p.sort_key
    FROM person p WHERE p.unit IN (SELECT id FROM branch)
    AND (SELECT 1 FROM person_role r WHERE r.person = p.id AND r.role = 'learner' LIMIT 1) IS NOT NULL
    AND (?5 = '' OR (p.sort_key, p.id) >=
        ((SELECT sort_key FROM person WHERE uuid = ?5), (SELECT id FROM person WHERE uuid = ?5)))
    ORDER BY p.sort_key, p.id LIMIT @people),
above (person, unit) AS (SELECT id, unit FROM member
    UNION ALL SELECT a.person, u.parent FROM above a JOIN unit u ON u.id = a.unit WHERE u.parent IS NOT NULL),
given (person, course, due) AS (
    SELECT b.person, a.course, a.due FROM assignment a JOIN above b ON b.unit = a.unit
    UNION ALL SELECT a.person, a.course, a.due FROM assignment a WHERE a.person IN (SELECT id FROM member)),
pair (person, course, due) AS (SELECT person, course, min(due) FROM given
    WHERE (?2 = '' OR course = ?2) GROUP BY person, course),
offer (course, iri, lessons) AS (SELECT course, iri, lessons FROM course_version WHERE newest = 1),
done (person, course, started, completed, last_seen, lessons_done, lessons, mark) AS (
    SELECT m.id, o.course, f.started, f.completed, f.last_seen, f.lessons_done, o.lessons, f.mark
    FROM member m
    JOIN agent a ON a.ifi = 'account ' || (SELECT home_page FROM node) || ' ' || m.account
    JOIN figure f ON f.agent = a.id JOIN activity t ON t.id = f.course JOIN offer o ON o.iri = t.iri
    WHERE (?2 = '' OR o.course = ?2)),
listed (person, course) AS (SELECT person, course FROM pair UNION SELECT person, course FROM done)
SELECT m.uuid, m.name, m.name_language, m.account, u.uuid, l.course, g.due, d.started, d.completed,
    d.last_seen, d.lessons_done, d.lessons, d.mark,
    CASE WHEN l.course IS NULL OR d.completed < ?3 OR d.completed >= ?4 OR (m.uuid = ?5 AND l.course <= ?6)
        THEN 0 ELSE 1 END
FROM member m JOIN unit u ON u.id = m.unit
    LEFT JOIN listed l ON l.person = m.id
    LEFT JOIN pair g ON g.person = l.person AND g.course = l.course
    LEFT JOIN done d ON d.person = l.person AND d.course = l.course
ORDER BY m.sort_key, m.id, l.course)";
/// Behind every course id.
constexpr const char *kBehindAll = "\x7f";

struct Bounds {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
};

Bounds boundsOf(const Question &question)
{
    Bounds bounds;
    if (question.from)
        bounds.from = question.from->time_since_epoch().count() * kMicrosPerMilli;
    if (question.to)
        bounds.to = question.to->time_since_epoch().count() * kMicrosPerMilli;
    return bounds;
}

std::optional<Time> microsAt(const Query &row, int column)
{
    if (row.isNull(column))
        return {};
    return Time{std::chrono::milliseconds{row.integer(column) / kMicrosPerMilli}};
}

std::optional<Time> millisAt(const Query &row, int column)
{
    if (row.isNull(column))
        return {};
    return Time{std::chrono::milliseconds{row.integer(column)}};
}

/// What a unit's sums are asked for.
struct Asked {
    std::string course;
    std::int64_t from = -1; ///< days as core/tally numbers them
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
    std::int64_t now = 0; ///< milliseconds
};

Result<Asked> askedOf(Database &database, const Question &question, std::int64_t now)
{
    KAPOK_TRY_ASSIGN(
        const auto found,
        database.query("SELECT utc_offset FROM node").one([](const Query &row) { return row.integer(0); }));
    const std::int64_t offset = found.value_or(0);
    const Bounds bounds = boundsOf(question);
    Asked asked;
    asked.course = question.course;
    asked.now = now;
    if (question.from)
        asked.from = tally::dayOf(bounds.from, offset);
    if (question.to)
        asked.to = tally::dayOf(bounds.to, offset);
    return asked;
}

int countAt(const Query &row, int column)
{
    return static_cast<int>(row.integer(column));
}

/// Who finished something in the time asked for although she had finished something before it.
Result<int> countAgain(Database &database, std::int64_t unit, const Asked &asked)
{
    if (asked.from < 0 || !asked.course.empty())
        return 0;
    KAPOK_TRY_ASSIGN(const auto again,
                     database
                         .query("SELECT sum(people) FROM branch_again WHERE unit = ? AND day >= ?"
                                " AND day < ? AND previous < ?",
                                {unit, asked.from, asked.to, asked.from})
                         .one([](const Query &row) { return countAt(row, 0); }));
    return again.value_or(0);
}

/// Reads the sums of one unit.
Result<UnitFigures> readUnit(Database &database, const UnitId &id, const Asked &asked)
{
    UnitFigures figures{id};
    KAPOK_TRY_ASSIGN(const auto unit, database.query("SELECT id FROM unit WHERE uuid = ?", {id.value})
                                          .one([](const Query &row) { return row.integer(0); }));
    if (!unit)
        return figures;
    auto totals = database.query("SELECT (SELECT people FROM branch_total WHERE unit = ?1 AND course = ''),"
                                 " (SELECT assigned FROM branch_total WHERE unit = ?1 AND course = ?2)",
                                 {*unit, asked.course});
    KAPOK_TRY(totals.one([&](const Query &row) {
        figures.people = countAt(row, 0);
        figures.assigned = countAt(row, 1);
        return true;
    }));
    auto days = database.query("SELECT sum(started), sum(CASE WHEN day >= ?4 THEN completed ELSE 0 END),"
                               " sum(CASE WHEN day >= ?4 THEN finished ELSE 0 END) FROM branch_day"
                               " WHERE unit = ?1 AND course = ?2 AND day < ?3",
                               {*unit, asked.course, asked.to, asked.from});
    KAPOK_TRY(days.one([&](const Query &row) {
        figures.started = countAt(row, 0);
        figures.completed = countAt(row, 1);
        figures.finished = countAt(row, 2);
        return true;
    }));
    auto dues = database.query("SELECT sum(open), sum(people), min(due) FROM branch_due"
                               " WHERE unit = ? AND course = ? AND due < ?",
                               {*unit, asked.course, asked.now});
    KAPOK_TRY(dues.one([&](const Query &row) {
        figures.late = countAt(row, 0);
        figures.latePeople = countAt(row, 1);
        figures.lateSince = millisAt(row, 2);
        return true;
    }));
    KAPOK_TRY_ASSIGN(const int again, countAgain(database, *unit, asked));
    figures.finished += again;
    return figures;
}

/// Those of \p units that lie in the branch of none of the others.
Result<std::vector<std::int64_t>> topmost(Database &database, const std::vector<UnitId> &units)
{
    std::vector<std::vector<std::int64_t>> paths; // each with its unit first
    std::set<std::int64_t> asked;
    for (const auto &unit : units) {
        KAPOK_TRY_ASSIGN(auto path, database
                                        .query("WITH RECURSIVE above (id, height) AS ("
                                               " SELECT id, 0 FROM unit WHERE uuid = ? UNION ALL"
                                               " SELECT u.parent, a.height + 1 FROM unit u"
                                               "  JOIN above a ON u.id = a.id WHERE u.parent IS NOT NULL)"
                                               " SELECT id FROM above ORDER BY height",
                                               {unit.value})
                                        .all([](const Query &row) { return row.integer(0); }));
        if (!path.empty() && asked.insert(path.front()).second)
            paths.push_back(std::move(path));
    }
    std::vector<std::int64_t> top;
    for (const auto &path : paths) {
        if (std::none_of(path.begin() + 1, path.end(), [&](std::int64_t id) { return asked.contains(id); }))
            top.push_back(path.front());
    }
    return top;
}

Progress progressAt(const Query &row)
{
    Progress one;
    one.person.value = row.text(0);
    one.name = row.text(1);
    one.nameLanguage = row.text(2);
    one.account = row.text(3);
    one.unit.value = row.text(4);
    one.course = row.text(5);
    one.due = millisAt(row, 6);
    one.lastSeen = microsAt(row, 9);
    one.date = microsAt(row, 8);
    one.state = one.date ? "completed" : row.isNull(7) ? "not_started" : "started";
    if (one.date)
        one.progress = 1;
    else if (row.integer(11) > 0)
        one.progress =
            std::min(1.0, static_cast<double>(row.integer(10)) / static_cast<double>(row.integer(11)));
    if (!row.isNull(12))
        one.mark = row.real(12) * 10;
    return one;
}

/// Of a list of people: behind this person and course.
struct Place {
    std::string person;
    std::string course;
};

/// kPeople for so many: as a value, PostgreSQL would plan for a tenth of all there are.
std::string sqlOf(std::int64_t people)
{
    constexpr std::string_view kPlace = "@people";
    std::string sql = kPeople;
    return sql.replace(sql.find(kPlace), kPlace.size(), std::to_string(people));
}

/// Adds the rows of so many \p people behind \p place, and moves it behind them. Whether that was everybody.
Result<bool> addPeople(Database &database, const UnitId &unit, const Question &question, std::int64_t people,
                       Place &place, std::vector<Progress> &into)
{
    const Bounds bounds = boundsOf(question);
    auto rows = database.query(
        sqlOf(people), {unit.value, question.course, bounds.from, bounds.to, place.person, place.course});
    std::string last;
    for (std::int64_t seen = 0;;) {
        KAPOK_TRY_ASSIGN(const bool isRow, rows.step());
        if (!isRow) {
            place = {last, kBehindAll};
            return seen < people;
        }
        if (rows.text(0) != last) {
            last = rows.text(0);
            ++seen;
        }
        if (rows.integer(13) != 0)
            into.push_back(progressAt(rows));
    }
}

/// Whether a unit of the branch is still to be counted.
Result<bool> isCountingIn(Database &database, const UnitId &unit)
{
    KAPOK_TRY_ASSIGN(const auto one,
                     database
                         .query("WITH RECURSIVE branch (id) AS (SELECT id FROM unit WHERE uuid = ?"
                                " UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id)"
                                " SELECT 1 FROM branch b JOIN tally_uncounted c ON c.unit = b.id LIMIT 1",
                                {unit.value})
                         .one([](const Query &) { return true; }));
    return one.value_or(false);
}

} // namespace

Result<std::vector<UnitFigures>> Report::figures(const std::vector<UnitId> &units, const Question &question)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const Asked asked,
                     askedOf(*database, question, m_clock.now().time_since_epoch().count()));
    std::vector<UnitFigures> figures;
    figures.reserve(units.size());
    for (const auto &unit : units) {
        KAPOK_TRY_ASSIGN(auto one, readUnit(*database, unit, asked));
        figures.push_back(std::move(one));
    }
    return figures;
}

Result<bool> Report::isCounting(const std::vector<UnitId> &units)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        const auto any,
        database->query("SELECT 1 FROM tally_uncounted LIMIT 1").one([](const Query &) { return true; }));
    for (std::size_t i = 0; any && i < units.size(); ++i) {
        KAPOK_TRY_ASSIGN(const bool isCounted, isCountingIn(*database, units[i]));
        if (isCounted)
            return true;
    }
    return false;
}

Result<Devices> Report::devices(const std::vector<UnitId> &units)
{
    const Time silentBefore = m_clock.now() - kSilentAfter;
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto top, topmost(*database, units));
    Devices devices;
    for (const std::int64_t unit : top) {
        auto sums = database->query("SELECT sum(devices), sum(CASE WHEN heard < ?2 THEN devices ELSE 0 END)"
                                    " FROM branch_device WHERE unit = ?1",
                                    {unit, tally::hourOf(silentBefore.time_since_epoch().count())});
        KAPOK_TRY(sums.one([&](const Query &row) {
            devices.known += countAt(row, 0);
            devices.silent += countAt(row, 1);
            return true;
        }));
    }
    return devices;
}

Result<ProgressPage> Report::progress(const UnitId &unit, const Question &question, const Page &page)
{
    const auto slash = page.after.find('/');
    if (!page.after.empty() && slash == std::string::npos)
        return Error{ErrorCode::InvalidInput, "parameter after: is not a place in this list"};
    const std::string person = page.after.substr(0, slash);
    const std::string course = page.after.empty() ? "" : page.after.substr(slash + 1);
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto found,
                     database->query("SELECT 1 FROM person WHERE uuid = ?", {person}).one([](const Query &) {
                         return true;
                     }));
    if (!page.after.empty() && !found)
        return Error{ErrorCode::InvalidInput,
                     "parameter after: is no longer a place in this list; begin anew"};
    const bool isPart = page.limit > 0;
    ProgressPage out;
    Place place{person, course};
    for (std::int64_t people = isPart ? page.limit + 2 : kEverybody;; people *= 2) {
        KAPOK_TRY_ASSIGN(const bool isEnd, addPeople(*database, unit, question, people, place, out.rows));
        const bool isFull = isPart && out.rows.size() > static_cast<std::size_t>(page.limit);
        if (isFull) {
            out.rows.resize(static_cast<std::size_t>(page.limit));
            out.next = out.rows.back().person.value + "/" + out.rows.back().course;
        }
        if (isFull || isEnd)
            return out;
    }
}

} // namespace kapok::report
