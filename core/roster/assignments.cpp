// SPDX-License-Identifier: Apache-2.0
#include "core/roster/roster.h"

#include <set>

namespace kapok::roster {

Result<std::string> Roster::assign(const NewAssignment &assignment)
{
    if (assignment.unit.empty() == assignment.account.empty())
        return Error{ErrorCode::InvalidInput, "Assign to a unit or to a person: exactly one of them."};
    KAPOK_TRY(course(assignment.course));
    std::optional<std::int64_t> unit;
    std::optional<std::int64_t> who;
    if (!assignment.account.empty()) {
        KAPOK_TRY_ASSIGN(const Person person, personByAccount(assignment.account));
        who = person.row;
    }
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    if (!assignment.unit.empty()) {
        KAPOK_TRY_ASSIGN(unit, unitRow(*database, assignment.unit));
    }
    std::optional<std::int64_t> due;
    if (assignment.due)
        due = assignment.due->time_since_epoch().count();
    KAPOK_TRY(database->run("INSERT INTO assignment (uuid, course, unit, person, due, assigned, programme) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (course, ifnull(unit, 0), "
                            "ifnull(person, 0)) DO UPDATE SET due = ?5, programme = ?7",
                            {uuidV7(now()), assignment.course, unit, who, due, now(), assignment.programme}));
    KAPOK_TRY_ASSIGN(const auto id,
                     database
                         ->query("SELECT uuid FROM assignment WHERE course = ? AND ifnull(unit, 0) = ? AND "
                                 "ifnull(person, 0) = ?",
                                 {assignment.course, unit.value_or(0), who.value_or(0)})
                         .one([](const store::Query &row) { return row.text(0); }));
    return id.value_or("");
}

Result<std::vector<Assignment>> Roster::assignmentsOf(const Person &person)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        auto all,
        database
            ->query("WITH RECURSIVE above(id, distance) AS (SELECT ?1, 1 UNION SELECT u.parent, distance + 1 "
                    "FROM unit u JOIN above ON above.id = u.id WHERE u.parent IS NOT NULL) "
                    "SELECT a.uuid, a.course, a.due, a.assigned, ifnull(u.uuid, ''), a.programme, 0 AS rank "
                    "FROM assignment a LEFT JOIN unit u ON u.id = a.unit WHERE a.person = ?2 "
                    "UNION ALL SELECT a.uuid, a.course, a.due, a.assigned, u.uuid, a.programme, distance "
                    "FROM assignment a JOIN above ON above.id = a.unit JOIN unit u ON u.id = a.unit "
                    "ORDER BY rank, a.course",
                    {person.unit.row, person.row})
            .all([](const store::Query &row) {
                Assignment assignment;
                assignment.id = row.text(0);
                assignment.course = row.text(1);
                if (!row.isNull(2))
                    assignment.due = Time(std::chrono::milliseconds(row.integer(2)));
                assignment.assigned = Time(std::chrono::milliseconds(row.integer(3)));
                assignment.unit.value = row.text(4);
                assignment.programme = row.text(5);
                return assignment;
            }));
    std::set<std::string> seen;
    std::erase_if(all, [&seen](const Assignment &one) { return !seen.insert(one.course).second; });
    return all;
}

} // namespace kapok::roster
