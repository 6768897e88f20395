// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figures.h"
#include "core/lrs/sqlite_statement_store.h"
#include "core/lrs/uuid_bytes.h"
#include "core/xapi/equality.h"

#include <array>
#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

/// Beyond this the cache of interned ids starts anew.
constexpr std::size_t kMaxInterned = 200'000;

struct Table {
    const char *find;
    const char *insert;
};

// In the order of SqliteStatementStore::Kind.
constexpr std::array<Table, 5> kTables = {{
    {"SELECT id FROM agent WHERE ifi = ?", "INSERT INTO agent (ifi) VALUES (?)"},
    {"SELECT id FROM verb WHERE iri = ?", "INSERT INTO verb (iri) VALUES (?)"},
    {"SELECT id FROM activity WHERE iri = ?", "INSERT INTO activity (iri) VALUES (?)"},
    {"SELECT id FROM registration WHERE uuid = ?", "INSERT INTO registration (uuid) VALUES (?)"},
    {"SELECT id FROM authority WHERE json = ?", "INSERT INTO authority (json) VALUES (?)"},
}};

std::string versionText(xapi::Version version)
{
    return version == xapi::Version::V2_0_0 ? "2.0.0" : "1.0.0";
}

} // namespace

Result<std::int64_t> SqliteStatementStore::intern(store::Database &database, Kind kind,
                                                  const std::string &value)
{
    const std::string cached = std::to_string(static_cast<int>(kind)) + value;
    if (const auto found = m_interned.find(cached); found != m_interned.end())
        return found->second;
    if (m_interned.size() > kMaxInterned)
        m_interned.clear();
    const Table &table = kTables[static_cast<std::size_t>(kind)];
    const store::Value key =
        kind == Kind::Registration ? store::Value(store::Blob{value}) : store::Value(value);
    KAPOK_TRY_ASSIGN(const auto known, database.query(table.find, {key}).one([](const store::Query &row) {
        return row.integer(0);
    }));
    std::int64_t id = known.value_or(0);
    if (!known) {
        KAPOK_TRY(database.run(table.insert, {key}));
        id = database.lastInsertId();
    }
    m_interned.emplace(cached, id);
    return id;
}

void SqliteStatementStore::add(std::vector<Incoming> batch, Origin origin, Done done)
{
    m_writer->submit([this, batch = std::move(batch), origin = std::move(origin)](
                         store::Database &database) { return addBatch(database, batch, origin); },
                     std::move(done));
}

Result<bool> SqliteStatementStore::isNew(store::Database &database, const Incoming &statement,
                                         xapi::Version version)
{
    const std::string id = uuidBytes(statement.id.value);
    KAPOK_TRY_ASSIGN(const auto there,
                     database.query("SELECT json FROM statement WHERE id = ?", {store::Blob{id}})
                         .one([](const store::Query &row) { return row.text(0); }));
    if (!there)
        return true;
    if (!xapi::matchesText(*there, statement.json, version))
        return Error{ErrorCode::Conflict,
                     "$.id: another statement with id " + statement.id.value + " is stored"};
    return false;
}

Status SqliteStatementStore::addBatch(store::Database &database, const std::vector<Incoming> &batch,
                                      const Origin &origin)
{
    // All is looked at before anything is written, so a refusal has nothing to undo.
    std::vector<const Incoming *> fresh;
    for (const Incoming &statement : batch) {
        KAPOK_TRY_ASSIGN(const bool isFresh, isNew(database, statement, origin.version));
        if (!isFresh)
            continue;
        fresh.push_back(&statement);
        if (!statement.keys.voids)
            continue;
        const std::string target = uuidBytes(statement.keys.target);
        KAPOK_TRY_ASSIGN(const auto voidsToo,
                         database.query("SELECT voids FROM statement WHERE id = ?", {store::Blob{target}})
                             .one([](const store::Query &row) { return row.integer(0) == 1; }));
        if (voidsToo.value_or(false))
            return Error{ErrorCode::InvalidInput, "$.object.id: a voiding statement cannot be voided"};
    }
    for (const Incoming *statement : fresh)
        KAPOK_TRY(insert(database, *statement, origin));
    return success();
}

Status SqliteStatementStore::insert(store::Database &database, const Incoming &statement,
                                    const Origin &origin)
{
    const StatementKeys &keys = statement.keys;
    const std::string id = uuidBytes(statement.id.value);
    const std::string target = uuidBytes(keys.target);
    KAPOK_TRY_ASSIGN(const std::int64_t verb, intern(database, Kind::Verb, keys.verb));
    KAPOK_TRY_ASSIGN(const std::int64_t authority, intern(database, Kind::Authority, origin.authority));
    std::optional<std::int64_t> registration;
    if (!keys.registration.empty()) {
        KAPOK_TRY_ASSIGN(registration, intern(database, Kind::Registration, uuidBytes(keys.registration)));
    }
    // Voided by a statement that came first.
    KAPOK_TRY_ASSIGN(
        const auto voider,
        database.query("SELECT 1 FROM statement WHERE target = ? AND voids = 1", {store::Blob{id}})
            .one([](const store::Query &) { return true; }));
    const bool voided = voider.has_value() && !keys.voids;
    const Instant stored = m_writer->nextStored();
    KAPOK_TRY(
        database.run("INSERT INTO statement (stored, id, verb, registration, authority, version, target, "
                     "voids, voided, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     {stored, store::Blob{id}, verb, registration, authority, versionText(origin.version),
                      target.empty() ? store::Value(nullptr) : store::Value(store::Blob{target}), keys.voids,
                      voided, statement.json}));
    KAPOK_TRY(insertKeys(database, statement, stored));
    if (keys.voids)
        return applyVoiding(database, statement);
    return voided ? success() : count(database, keys, stored);
}

Status SqliteStatementStore::insertKeys(store::Database &database, const Incoming &statement, Instant stored)
{
    for (const std::string &ifi : statement.keys.agents) {
        KAPOK_TRY_ASSIGN(const std::int64_t agent, intern(database, Kind::Agent, ifi));
        KAPOK_TRY(database.run("INSERT INTO statement_agent (agent, stored) VALUES (?, ?)", {agent, stored}));
    }
    if (statement.keys.activity.empty())
        return success();
    KAPOK_TRY_ASSIGN(const std::int64_t activity, intern(database, Kind::Activity, statement.keys.activity));
    return database.run("INSERT INTO statement_activity (activity, stored) VALUES (?, ?)",
                        {activity, stored});
}

Status SqliteStatementStore::applyVoiding(store::Database &database, const Incoming &statement)
{
    const std::string target = uuidBytes(statement.keys.target);
    KAPOK_TRY(database.run("UPDATE statement SET voided = 1 WHERE id = ? AND voids = 0 AND voided = 0",
                           {store::Blob{target}}));
    // Rare, so everything is counted again instead of taken back.
    return database.changes() > 0 ? recount(database) : success();
}

Status SqliteStatementStore::count(store::Database &database, const StatementKeys &keys, Instant stored)
{
    return countIn(
        database, keys, stored, [&](const std::string &ifi) { return intern(database, Kind::Agent, ifi); },
        [&](const std::string &iri) { return intern(database, Kind::Activity, iri); });
}

Status SqliteStatementStore::recount(store::Database &database)
{
    KAPOK_TRY(database.run("DELETE FROM figure_lesson"));
    KAPOK_TRY(database.run("DELETE FROM figure"));
    auto rows =
        database.query("SELECT stored, json FROM statement WHERE voided = 0 AND voids = 0 ORDER BY stored");
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool more, rows.step());
        if (!more)
            return success();
        const auto json = nlohmann::json::parse(rows.text(1), nullptr, false);
        if (json.is_discarded())
            return Error{ErrorCode::StorageBroken, "a stored statement is damaged"};
        KAPOK_TRY(count(database, keysOf(json), rows.integer(0)));
    }
}

} // namespace kapok::lrs
