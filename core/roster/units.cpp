// SPDX-License-Identifier: Apache-2.0
#include "core/roster/json_text.h"
#include "core/roster/roster.h"

#include <algorithm>
#include <set>

namespace kapok::roster {
namespace {

constexpr const char *kColumns = "SELECT u.id, u.uuid, u.kind, ifnull(p.uuid, ''), u.names, u.codes, "
                                 "ifnull(u.valid_from, ''), ifnull(u.valid_to, '') FROM unit u "
                                 "LEFT JOIN unit p ON p.id = u.parent ";

Unit unitIn(const store::Query &row)
{
    return {row.integer(0),
            {row.text(1)},
            row.text(2),
            {row.text(3)},
            {fromJsonText(row.text(4))},
            fromJsonText(row.text(5)),
            row.text(6),
            row.text(7)};
}

std::optional<std::string> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

Error noUnit()
{
    return {ErrorCode::NotFound, "There is no such unit on this node."};
}

} // namespace

Result<std::int64_t> Roster::unitRow(store::Database &database, const UnitId &id)
{
    KAPOK_TRY_ASSIGN(const auto row, database.query("SELECT id FROM unit WHERE uuid = ?", {id.value})
                                         .one([](const store::Query &q) { return q.integer(0); }));
    if (!row)
        return noUnit();
    return *row;
}

Result<UnitId> Roster::addUnit(const Unit &unit)
{
    if (unit.names.empty() || unit.kind.empty())
        return Error{ErrorCode::InvalidInput, "A unit needs a kind and a name in at least one language."};
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    std::optional<std::int64_t> parent;
    if (!unit.parent.empty()) {
        KAPOK_TRY_ASSIGN(parent, unitRow(*database, unit.parent));
    }
    const UnitId id{uuidV7(now())};
    KAPOK_TRY(database->run("INSERT INTO unit (uuid, kind, parent, names, codes, valid_from, valid_to) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?)",
                            {id.value, unit.kind, parent, toJsonText(unit.names.byLanguage),
                             toJsonText(unit.codes), orNull(unit.validFrom), orNull(unit.validTo)}));
    return id;
}

Result<Unit> Roster::unit(const UnitId &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto found,
                     database->query(std::string(kColumns) + "WHERE u.uuid = ?", {id.value}).one(unitIn));
    if (!found)
        return noUnit();
    return *std::move(found);
}

Result<Unit> Roster::unitByCode(const std::string &scheme, const std::string &code)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto all, database->query(kColumns).all(unitIn));
    const auto found = std::ranges::find_if(all, [&](const Unit &unit) {
        const auto value = unit.codes.find(scheme);
        return value != unit.codes.end() && value->second == code;
    });
    if (found == all.end())
        return noUnit();
    return *found;
}

Result<std::vector<Unit>> Roster::branch(std::span<const UnitId> tops)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    std::vector<Unit> units;
    std::set<std::string> seen;
    for (const UnitId &top : tops) {
        // Depth first would also be parents first; by depth keeps siblings together.
        KAPOK_TRY_ASSIGN(
            auto found,
            database
                ->query("WITH RECURSIVE b(id, depth) AS (SELECT id, 0 FROM unit WHERE uuid = ? "
                        "UNION SELECT c.id, b.depth + 1 FROM unit c JOIN b ON c.parent = b.id) " +
                            std::string(kColumns) + "JOIN b ON b.id = u.id ORDER BY b.depth, u.id",
                        {top.value})
                .all(unitIn));
        for (Unit &unit : found)
            if (seen.insert(unit.id.value).second)
                units.push_back(std::move(unit));
    }
    return units;
}

Result<bool> Roster::isWithin(const UnitId &unit, std::span<const UnitId> tops)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        const auto above,
        database
            ->query("WITH RECURSIVE a(id, uuid, parent) AS (SELECT id, uuid, parent FROM unit WHERE uuid = ? "
                    "UNION SELECT p.id, p.uuid, p.parent FROM unit p JOIN a ON a.parent = p.id) "
                    "SELECT uuid FROM a",
                    {unit.value})
            .all([](const store::Query &row) { return row.text(0); }));
    return std::ranges::any_of(above, [tops](const std::string &uuid) {
        return std::ranges::find(tops, UnitId{uuid}) != tops.end();
    });
}

} // namespace kapok::roster
