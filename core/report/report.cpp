// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include <algorithm>
#include <limits>

namespace kapok::report {
namespace {

using store::Database;
using store::Query;

/// Figures are kept in microseconds, the roster in milliseconds.
constexpr std::int64_t kMicrosPerMilli = 1000;

/// ?1 is the unit. member: the branch's people. pair: what is assigned to whom, once per person and course
/// with the earliest due. done: the figures, by person and course id.
constexpr const char *kTables = R"(
WITH RECURSIVE
branch (id) AS (SELECT id FROM unit WHERE uuid = ?1
    UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id),
member (id, account) AS (SELECT id, account FROM person WHERE unit IN (SELECT id FROM branch)
    AND EXISTS (SELECT 1 FROM person_role r WHERE r.person = person.id AND r.role = 'learner')),
above (person, unit) AS (SELECT p.id, p.unit FROM person p WHERE p.id IN (SELECT id FROM member)
    UNION ALL SELECT a.person, u.parent FROM above a JOIN unit u ON u.id = a.unit WHERE u.parent IS NOT NULL),
given (person, course, due) AS (
    SELECT b.person, a.course, a.due FROM assignment a JOIN above b ON b.unit = a.unit
    UNION ALL SELECT a.person, a.course, a.due FROM assignment a WHERE a.person IN (SELECT id FROM member)),
pair (person, course, due) AS (SELECT person, course, min(due) FROM given
    WHERE (?2 = '' OR course = ?2) GROUP BY person, course),
offer (course, iri, lessons) AS (SELECT course, iri, lessons FROM course_version WHERE newest = 1),
done (person, course, started, completed, last_seen, lessons_done, lessons, mark) AS (
    SELECT m.id, o.course, f.started, f.completed, f.last_seen, f.lessons_done, o.lessons, f.mark
    FROM member m JOIN agent a ON a.ifi = 'account ' || (SELECT home_page FROM node) || ' ' || m.account
    JOIN figure f ON f.agent = a.id JOIN activity t ON t.id = f.course JOIN offer o ON o.iri = t.iri
    WHERE (?2 = '' OR o.course = ?2))
)";

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

Result<UnitFigures> countUnit(Database &database, const UnitId &unit, const Question &question,
                              std::int64_t now)
{
    const Bounds bounds = boundsOf(question);
    const std::string sql =
        std::string(kTables) +
        " SELECT (SELECT count(*) FROM member), count(p.person),"
        " count(d.started) FILTER (WHERE d.started < ?4),"
        " count(d.completed) FILTER (WHERE d.completed >= ?3 AND d.completed < ?4),"
        " count(p.person) FILTER (WHERE p.due < ?5 AND d.completed IS NULL),"
        " (SELECT count(DISTINCT person) FROM done WHERE completed >= ?3 AND completed < ?4),"
        " count(DISTINCT p.person) FILTER (WHERE p.due < ?5 AND d.completed IS NULL),"
        " min(p.due) FILTER (WHERE p.due < ?5 AND d.completed IS NULL)"
        " FROM pair p LEFT JOIN done d ON d.person = p.person AND d.course = p.course";
    const auto count = [](const Query &row, int column) { return static_cast<int>(row.integer(column)); };
    KAPOK_TRY_ASSIGN(const auto counted,
                     database.query(sql, {unit.value, question.course, bounds.from, bounds.to, now})
                         .one([&](const Query &row) {
                             return UnitFigures{unit,          count(row, 0), count(row, 1),
                                                count(row, 2), count(row, 3), count(row, 4),
                                                count(row, 5), count(row, 6), millisAt(row, 7)};
                         }));
    return counted.value_or(UnitFigures{unit});
}

/// Devices that somebody of the branch below one of \p units signed in on.
Result<Devices> countDevices(Database &database, const std::vector<UnitId> &units, std::int64_t silentBefore)
{
    std::string marks;
    std::vector<store::Value> values;
    values.emplace_back(silentBefore);
    for (const auto &unit : units) {
        marks += marks.empty() ? "?" : ", ?";
        values.emplace_back(unit.value);
    }
    const std::string sql = "SELECT count(*), count(*) FILTER (WHERE heard < ?) FROM ("
                            " SELECT max(c.last_used) AS heard FROM credential c"
                            " JOIN person p ON p.id = c.person WHERE c.device <> '' AND p.unit IN"
                            " (SELECT id FROM unit WHERE uuid IN (" +
                            marks + ")) GROUP BY c.device) AS device";
    KAPOK_TRY_ASSIGN(const auto devices, database.query(sql, values).one([](const Query &row) {
        return Devices{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))};
    }));
    return devices.value_or(Devices{});
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

} // namespace

Result<Figures> Report::figures(const std::vector<UnitId> &units, const Question &question)
{
    const std::int64_t now = m_clock.now().time_since_epoch().count();
    Figures figures;
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    for (const auto &unit : units) {
        KAPOK_TRY_ASSIGN(const UnitFigures counted, countUnit(*database, unit, question, now));
        figures.units.push_back(counted);
    }
    const auto silent = std::chrono::duration_cast<std::chrono::milliseconds>(kSilentAfter).count();
    KAPOK_TRY_ASSIGN(figures.devices, countDevices(*database, units, now - silent));
    return figures;
}

Result<ProgressPage> Report::progress(const UnitId &unit, const Question &question, const Page &page)
{
    const Bounds bounds = boundsOf(question);
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
    const std::string sql =
        std::string(kTables) +
        ", listed (person, course) AS (SELECT person, course FROM pair UNION SELECT person, course FROM done)"
        " SELECT p.uuid, p.name, p.name_language, p.account, u.uuid, l.course, g.due, d.started, d.completed,"
        " d.last_seen, d.lessons_done, d.lessons, d.mark"
        " FROM listed l JOIN person p ON p.id = l.person JOIN unit u ON u.id = p.unit"
        " LEFT JOIN pair g ON g.person = l.person AND g.course = l.course"
        " LEFT JOIN done d ON d.person = l.person AND d.course = l.course"
        " WHERE (d.completed IS NULL OR (d.completed >= ?3 AND d.completed < ?4))"
        " AND (?5 = '' OR (p.sort_key, p.id, l.course) >"
        " ((SELECT sort_key FROM person WHERE uuid = ?5), (SELECT id FROM person WHERE uuid = ?5), ?6))"
        " ORDER BY p.sort_key, p.id, l.course LIMIT ?7";
    const std::int64_t most = page.limit > 0 ? page.limit + 1 : std::numeric_limits<std::int64_t>::max();
    ProgressPage out;
    KAPOK_TRY_ASSIGN(
        out.rows,
        database->query(sql, {unit.value, question.course, bounds.from, bounds.to, person, course, most})
            .all(progressAt));
    if (page.limit > 0 && out.rows.size() > static_cast<std::size_t>(page.limit)) {
        out.rows.pop_back();
        out.next = out.rows.back().person.value + "/" + out.rows.back().course;
    }
    return out;
}

} // namespace kapok::report
