// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/interning.h"

#include "core/base/hash.h"
#include "core/base/ids.h"

namespace kapok::lrs {
namespace {

using Number = std::optional<std::int64_t>;

struct Table {
    const char *select;
    const char *insert;
};

constexpr Table kAgent{"SELECT id FROM agent WHERE ifi = ?", "INSERT INTO agent (ifi) VALUES (?)"};
constexpr Table kVerb{"SELECT id FROM verb WHERE iri = ?", "INSERT INTO verb (iri) VALUES (?)"};
constexpr Table kActivity{"SELECT id FROM activity WHERE iri = ?", "INSERT INTO activity (iri) VALUES (?)"};
constexpr Table kAuthority{"SELECT id FROM authority WHERE json = ?",
                           "INSERT INTO authority (json) VALUES (?)"};
constexpr Table kRegistration{"SELECT id FROM registration WHERE uuid = ?",
                              "INSERT INTO registration (uuid) VALUES (?)"};

Result<Number> find(store::Database &database, const Table &table, const store::Value &value)
{
    return database.query(table.select, {value}).one([](const store::Query &row) { return row.integer(0); });
}

Result<std::int64_t> intern(store::Database &database, const Table &table, const store::Value &value)
{
    KAPOK_TRY_ASSIGN(const Number known, find(database, table, value));
    if (known)
        return *known;
    KAPOK_TRY(database.run(table.insert, {value}));
    return static_cast<std::int64_t>(database.lastInsertId());
}

} // namespace

Result<std::int64_t> internAgent(store::Database &database, const std::string &ifi)
{
    return intern(database, kAgent, ifi);
}

Result<std::int64_t> internVerb(store::Database &database, const std::string &iri)
{
    return intern(database, kVerb, iri);
}

Result<std::int64_t> internActivity(store::Database &database, const std::string &iri)
{
    return intern(database, kActivity, iri);
}

Result<std::int64_t> internAuthority(store::Database &database, const std::string &json)
{
    return intern(database, kAuthority, json);
}

Result<std::int64_t> internRegistration(store::Database &database, const std::string &uuid)
{
    const std::string bytes = uuidBytes(uuid);
    return intern(database, kRegistration, store::Blob{bytes});
}

Result<Number> findAgent(store::Database &database, const std::string &ifi)
{
    return find(database, kAgent, ifi);
}

Result<Number> findVerb(store::Database &database, const std::string &iri)
{
    return find(database, kVerb, iri);
}

Result<Number> findActivity(store::Database &database, const std::string &iri)
{
    return find(database, kActivity, iri);
}

Result<Number> findRegistration(store::Database &database, const std::string &uuid)
{
    const std::string bytes = uuidBytes(uuid);
    return find(database, kRegistration, store::Blob{bytes});
}

std::string uuidBytes(std::string_view uuid)
{
    std::string hex;
    for (const char c : uuid) {
        if (c != '-')
            hex += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto bytes = fromHex(hex);
    return isUuid(uuid) && bytes.ok() ? *bytes : std::string();
}

std::string uuidText(std::string_view bytes)
{
    std::string text = toHex(bytes);
    for (const std::size_t at : {8u, 13u, 18u, 23u})
        text.insert(at, 1, '-');
    return text;
}

} // namespace kapok::lrs
