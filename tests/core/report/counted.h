// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <limits>

/// What core/report reads from sums, counted from everybody's rows instead: slow, and plainly right.
namespace kapok::test {

/// ?1 is the unit, ?2 the course or "", ?3 and ?4 microseconds, ?5 now in milliseconds.
inline constexpr const char *kCounting = R"(
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
done (person, course, started, completed) AS (
    SELECT m.id, o.course, f.started, f.completed
    FROM member m JOIN agent a ON a.ifi = 'account ' || (SELECT home_page FROM node) || ' ' || m.account
    JOIN figure f ON f.agent = a.id JOIN activity t ON t.id = f.course
    JOIN course_version o ON o.iri = t.iri AND o.newest = 1 WHERE (?2 = '' OR o.course = ?2))
SELECT (SELECT count(*) FROM member), count(p.person),
    count(d.started) FILTER (WHERE d.started < ?4),
    count(d.completed) FILTER (WHERE d.completed >= ?3 AND d.completed < ?4),
    count(p.person) FILTER (WHERE p.due < ?5 AND d.completed IS NULL),
    (SELECT count(DISTINCT person) FROM done WHERE completed >= ?3 AND completed < ?4),
    count(DISTINCT p.person) FILTER (WHERE p.due < ?5 AND d.completed IS NULL),
    min(p.due) FILTER (WHERE p.due < ?5 AND d.completed IS NULL)
FROM pair p LEFT JOIN done d ON d.person = p.person AND d.course = p.course)";

/// The figures of one unit. The times of \p question are midnights where the node is.
inline Result<report::UnitFigures> countUnit(store::Database &database, const UnitId &unit,
                                             const report::Question &question, Time now)
{
    const auto micros = [](const std::optional<Time> &time, std::int64_t otherwise) {
        return time ? time->time_since_epoch().count() * 1000 : otherwise;
    };
    using Limits = std::numeric_limits<std::int64_t>;
    const auto count = [](const store::Query &row, int column) {
        return static_cast<int>(row.integer(column));
    };
    KAPOK_TRY_ASSIGN(
        const auto counted,
        database
            .query(kCounting, {unit.value, question.course, micros(question.from, Limits::min()),
                               micros(question.to, Limits::max()), now.time_since_epoch().count()})
            .one([&](const store::Query &row) {
                report::UnitFigures figures{unit,          count(row, 0), count(row, 1),
                                            count(row, 2), count(row, 3), count(row, 4),
                                            count(row, 5), count(row, 6), {}};
                if (!row.isNull(7))
                    figures.lateSince = Time{std::chrono::milliseconds{row.integer(7)}};
                return figures;
            }));
    return counted.value_or(report::UnitFigures{unit});
}

} // namespace kapok::test
