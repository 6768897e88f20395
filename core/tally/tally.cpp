// SPDX-License-Identifier: Apache-2.0
#include "core/tally/tally.h"

#include "core/tally/count.h"

#include <algorithm>

namespace kapok::tally {
namespace {

using store::Database;
using store::Query;

constexpr std::int64_t kMicrosPerMinute = 60'000'000;
constexpr std::int64_t kMicrosPerDay = 86'400'000'000;
constexpr std::int64_t kMillisPerHour = 3'600'000;
/// Days before 1970 at which the numbers begin, so that none is negative.
constexpr std::int64_t kFirstDay = 100'000;

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

} // namespace

Status Change::ofPerson(std::int64_t person)
{
    if (std::find(m_people.begin(), m_people.end(), person) != m_people.end())
        return success();
    m_people.push_back(person);
    return addCounted(m_difference, countPerson(*m_database, person), -1);
}

Status Change::ofAgent(std::int64_t agent)
{
    KAPOK_TRY_ASSIGN(const auto person,
                     m_database
                         ->query("SELECT p.id FROM node n CROSS JOIN agent a CROSS JOIN person p"
                                 " WHERE a.id = ? AND p.account = substr(a.ifi, length(n.home_page) + 10)"
                                 " AND a.ifi = 'account ' || n.home_page || ' ' || p.account",
                                 {agent})
                         .one([](const Query &row) { return row.integer(0); }));
    return person ? ofPerson(*person) : success();
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

Status recountBranch(Database &database, std::int64_t unit)
{
    KAPOK_TRY_ASSIGN(const Cells before, readRows(database, unit));
    KAPOK_TRY(clearBranch(database, unit));
    KAPOK_TRY(countBranch(database, unit));
    KAPOK_TRY_ASSIGN(Cells difference, readRows(database, unit));
    add(difference, before, -1);
    KAPOK_TRY_ASSIGN(const auto parent,
                     database.query("SELECT parent FROM unit WHERE id = ? AND parent IS NOT NULL", {unit})
                         .one([](const Query &row) { return row.integer(0); }));
    return parent ? addToRows(database, *parent, difference, true) : success();
}

Status recountEverything(Database &database)
{
    KAPOK_TRY(clearEverything(database));
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
