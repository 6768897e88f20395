// SPDX-License-Identifier: Apache-2.0
#include "core/tally/tally.h"

#include "core/tally/count.h"

#include <algorithm>
#include <thread>

namespace kapok::tally {
namespace {

using store::Database;
using store::Query;

constexpr std::int64_t kMicrosPerMinute = 60'000'000;
constexpr std::int64_t kMicrosPerDay = 86'400'000'000;
constexpr std::int64_t kMillisPerHour = 3'600'000;
/// Days before 1970 at which the numbers begin, so that none is negative.
constexpr std::int64_t kFirstDay = 100'000;
/// A transaction of countSome(): until so many learners are counted, some 20 ms, or so many units without
/// any.
constexpr std::int64_t kPeopleAtOnce = 300;
constexpr std::int64_t kUnitsAtOnce = 100;

using Counted = Result<std::optional<std::pair<std::int64_t, Cells>>>;

Status addCounted(std::map<std::int64_t, Cells> &difference, Counted counted, std::int64_t factor)
{
    KAPOK_TRY_ASSIGN(const auto found, std::move(counted));
    if (found)
        add(difference[found->first], found->second, factor);
    return success();
}

struct Place {
    std::int64_t unit = 0;
    std::int64_t depth = 0;
};

/// Makes the rows of a branch that has none.
Status countBranch(Database &database, std::int64_t root)
{
    KAPOK_TRY_ASSIGN(const auto places,
                     database
                         .query("WITH RECURSIVE branch (id, depth) AS (SELECT id, 0 FROM unit WHERE id = ?"
                                " UNION ALL SELECT u.id, b.depth + 1 FROM unit u"
                                "  JOIN branch b ON u.parent = b.id)"
                                " SELECT id, depth FROM branch ORDER BY depth, id",
                                {root})
                         .all([](const Query &row) {
                             return Place{row.integer(0), row.integer(1)};
                         }));
    for (const Place &place : places) {
        KAPOK_TRY_ASSIGN(const Cells own, countOwn(database, place.unit));
        KAPOK_TRY(addToRows(database, place.unit, own, false));
    }
    for (std::int64_t depth = places.empty() ? 0 : places.back().depth; depth > 0; --depth)
        KAPOK_TRY(addToParents(database, root, depth));
    return success();
}

/// Counts a unit's own people anew for one course that is marked, and removes the mark. Learners.
Result<std::int64_t> countMark(Database &database, std::int64_t unit, const std::string &course)
{
    KAPOK_TRY_ASSIGN(Cells difference, countOwn(database, unit));
    const auto total = difference.find({Table::Total, {}, 0, 0});
    const std::int64_t people = total == difference.end() ? 0 : total->second.front();
    if (people > 0) { // whoever went took what she counted along
        std::erase_if(difference, [&](const auto &one) {
            const Cell &cell = one.first;
            return !isOfAssignments(cell.table) || (!cell.course.empty() && cell.course != course);
        });
        KAPOK_TRY_ASSIGN(const Cells held, readAssigned(database, unit, course));
        add(difference, held, -1);
        KAPOK_TRY(addToRows(database, unit, difference, true));
    }
    KAPOK_TRY(database.send("DELETE FROM tally_uncounted WHERE unit = ? AND course = ?", {unit, course}));
    return people;
}

Status countMarksOf(Database &database, std::int64_t unit)
{
    KAPOK_TRY_ASSIGN(
        const auto courses,
        database.query("SELECT course FROM tally_uncounted WHERE unit = ?", {unit}).all([](const Query &row) {
            return row.text(0);
        }));
    for (const std::string &course : courses)
        KAPOK_TRY(countMark(database, unit, course));
    return success();
}

/// One transaction of countSome().
Status countPiece(Database &database, const Piece &piece)
{
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    KAPOK_TRY_ASSIGN(
        const auto marks,
        database
            .query("SELECT unit, course FROM tally_uncounted ORDER BY unit, course LIMIT ?", {piece.units})
            .all([](const Query &row) { return std::pair(row.integer(0), row.text(1)); }));
    std::int64_t people = 0;
    for (const auto &[unit, course] : marks) {
        KAPOK_TRY_ASSIGN(const auto counted, countMark(database, unit, course));
        people += counted;
        if (people >= piece.people)
            break;
    }
    return transaction.commit();
}

} // namespace

Status Change::ofPerson(std::int64_t person)
{
    KAPOK_TRY_ASSIGN(const auto marked,
                     m_database
                         ->query("SELECT unit FROM person p WHERE id = ? AND EXISTS"
                                 " (SELECT 1 FROM tally_uncounted u WHERE u.unit = p.unit)",
                                 {person})
                         .one([](const Query &row) { return row.integer(0); }));
    if (marked)
        KAPOK_TRY(countMarksOf(*m_database, *marked));
    return ofCountedPerson(person);
}

Status Change::ofCountedPerson(std::int64_t person)
{
    if (std::find(m_people.begin(), m_people.end(), person) != m_people.end())
        return success();
    m_people.push_back(person);
    return addCounted(m_difference, countPerson(*m_database, person), -1);
}

Status Change::ofAgent(std::int64_t agent)
{
    KAPOK_TRY_ASSIGN(
        const auto found,
        m_database
            ->query("SELECT p.id, (SELECT count(*) FROM tally_uncounted u WHERE u.unit = p.unit)"
                    " FROM node n CROSS JOIN agent a CROSS JOIN person p"
                    " WHERE a.id = ? AND p.account = substr(a.ifi, length(n.home_page) + 10)"
                    " AND a.ifi = 'account ' || n.home_page || ' ' || p.account",
                    {agent})
            .one([](const Query &row) { return std::pair(row.integer(0), row.integer(1) != 0); }));
    if (!found)
        return success();
    return found->second ? ofPerson(found->first) : ofCountedPerson(found->first);
}

Status Change::ofDevice(const std::string &device)
{
    if (device.empty() || std::find(m_devices.begin(), m_devices.end(), device) != m_devices.end())
        return success();
    m_devices.push_back(device);
    return addCounted(m_difference, countDevice(*m_database, device), -1);
}

Status Change::ofDevicesOf(std::int64_t person)
{
    KAPOK_TRY_ASSIGN(const auto devices,
                     m_database->query("SELECT DISTINCT device FROM credential WHERE person = ?", {person})
                         .all([](const Query &row) { return row.text(0); }));
    for (const std::string &device : devices)
        KAPOK_TRY(ofDevice(device));
    return success();
}

Status Change::finish()
{
    for (const std::int64_t person : m_people)
        KAPOK_TRY(addCounted(m_difference, countPerson(*m_database, person), 1));
    for (const std::string &device : m_devices)
        KAPOK_TRY(addCounted(m_difference, countDevice(*m_database, device), 1));
    for (const auto &[unit, cells] : m_difference)
        KAPOK_TRY(addToRows(*m_database, unit, cells, true));
    m_people.clear();
    m_devices.clear();
    m_difference.clear();
    return success();
}

Status markBranch(Database &database, std::int64_t unit, const std::string &course)
{
    return database.run("INSERT INTO tally_uncounted (unit, course)"
                        " WITH RECURSIVE branch (id) AS (SELECT id FROM unit WHERE id = ?"
                        " UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id)"
                        " SELECT id, ? FROM branch WHERE true ON CONFLICT DO NOTHING",
                        {unit, course});
}

Result<bool> countSome(Database &database, const Piece &piece)
{
    const auto isMarked = [&]() -> Result<bool> {
        KAPOK_TRY_ASSIGN(
            const auto one,
            database.query("SELECT 1 FROM tally_uncounted LIMIT 1").one([](const Query &) { return true; }));
        return one.value_or(false);
    };
    KAPOK_TRY_ASSIGN(const bool isWork, isMarked());
    if (!isWork)
        return false;
    KAPOK_TRY(countPiece(database, piece));
    return isMarked();
}

Status countMarked(Database &database)
{
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isMore, countSome(database));
        if (!isMore)
            return success();
        std::this_thread::sleep_for(kPause);
    }
}

Status recountEverything(Database &database)
{
    KAPOK_TRY(clearEverything(database));
    KAPOK_TRY(database.run("DELETE FROM tally_uncounted"));
    KAPOK_TRY_ASSIGN(const auto roots, database.query("SELECT id FROM unit WHERE parent IS NULL ORDER BY id")
                                           .all([](const Query &row) { return row.integer(0); }));
    for (const std::int64_t root : roots)
        KAPOK_TRY(countBranch(database, root));
    return database.run("UPDATE tally_state SET missing = 0");
}

Status recountIfMissing(Database &database)
{
    const auto isMissing = [&]() -> Result<bool> {
        KAPOK_TRY_ASSIGN(const auto missing,
                         database.query("SELECT missing FROM tally_state").one([](const Query &row) {
                             return row.integer(0) != 0;
                         }));
        return missing.value_or(false);
    };
    KAPOK_TRY_ASSIGN(const bool wasMissing, isMissing());
    if (!wasMissing)
        return success();
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    KAPOK_TRY_ASSIGN(const bool isStill, isMissing()); // another server may have made them meanwhile
    if (isStill)
        KAPOK_TRY(recountEverything(database));
    return transaction.commit();
}

std::int64_t dayOf(std::int64_t micros, std::int64_t utcOffsetMinutes)
{
    return std::max<std::int64_t>(
        0, (micros + utcOffsetMinutes * kMicrosPerMinute + kFirstDay * kMicrosPerDay) / kMicrosPerDay);
}

std::int64_t hourOf(std::int64_t millis)
{
    return millis / kMillisPerHour;
}

} // namespace kapok::tally
