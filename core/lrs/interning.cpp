// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/interning.h"

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/lrs/memory.h"

namespace kapok::lrs {
namespace {

using Number = std::optional<std::int64_t>;

struct Table {
    const char *select;
    const char *insert;
};

constexpr Table kAgent{"SELECT id FROM agent WHERE ifi = ?",
                       "INSERT INTO agent (ifi) VALUES (?) RETURNING id"};
constexpr Table kVerb{"SELECT id FROM verb WHERE iri = ?", "INSERT INTO verb (iri) VALUES (?) RETURNING id"};
constexpr Table kActivity{"SELECT id FROM activity WHERE iri = ?",
                          "INSERT INTO activity (iri) VALUES (?) RETURNING id"};
constexpr Table kAuthority{"SELECT id FROM authority WHERE json = ?",
                           "INSERT INTO authority (json) VALUES (?) RETURNING id"};
constexpr Table kRegistration{"SELECT id FROM registration WHERE uuid = ?",
                              "INSERT INTO registration (uuid) VALUES (?) RETURNING id"};

Result<Number> find(store::Database &database, const Table &table, const store::Value &value)
{
    return database.query(table.select, {value}).one([](const store::Query &row) { return row.integer(0); });
}

Result<std::int64_t> intern(store::Database &database, const Table &table, const store::Value &value)
{
    KAPOK_TRY_ASSIGN(const Number known, find(database, table, value));
    if (known)
        return *known;
    KAPOK_TRY_ASSIGN(
        const Number added,
        database.query(table.insert, {value}).one([](const store::Query &row) { return row.integer(0); }));
    return added.value_or(0);
}

/// What this thread's Memory has, or what \p ask answers, which it has from then on.
template <class Ask> Result<std::int64_t> remembered(Memory::Kind kind, std::string_view text, const Ask &ask)
{
    Memory *const memory = Memory::current();
    if (const auto known = memory ? memory->find(kind, text) : std::nullopt)
        return *known;
    KAPOK_TRY_ASSIGN(const std::int64_t number, ask());
    if (memory)
        memory->keep(kind, text, number);
    return number;
}

} // namespace

Result<std::int64_t> internAgent(store::Database &database, const std::string &ifi)
{
    return remembered(Memory::Kind::Agent, ifi, [&] { return intern(database, kAgent, ifi); });
}

Result<std::int64_t> internVerb(store::Database &database, const std::string &iri)
{
    return remembered(Memory::Kind::Verb, iri, [&] { return intern(database, kVerb, iri); });
}

Result<std::int64_t> internActivity(store::Database &database, std::string_view iri)
{
    return remembered(Memory::Kind::Activity, iri, [&] { return intern(database, kActivity, iri); });
}

Result<std::int64_t> internAuthority(store::Database &database, const std::string &json)
{
    return remembered(Memory::Kind::Authority, json, [&] { return intern(database, kAuthority, json); });
}

Result<std::int64_t> internRegistration(store::Database &database, const std::string &uuid)
{
    const std::string bytes = uuidBytes(uuid);
    return remembered(Memory::Kind::Registration, bytes,
                      [&] { return intern(database, kRegistration, store::Blob{bytes}); });
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

Result<Number> findAuthority(store::Database &database, const std::string &json)
{
    return find(database, kAuthority, json);
}

Result<Number> findRegistration(store::Database &database, const std::string &uuid)
{
    const std::string bytes = uuidBytes(uuid);
    return find(database, kRegistration, store::Blob{bytes});
}

std::string uuidBytes(std::string_view uuid)
{
    if (!isUuid(uuid))
        return {};
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    std::string bytes;
    bytes.reserve(16);
    for (std::size_t i = 0; i < uuid.size(); i += 2) {
        i += uuid[i] == '-' ? 1 : 0;
        bytes += static_cast<char>(digit(uuid[i]) << 4 | digit(uuid[i + 1]));
    }
    return bytes;
}

std::string uuidText(std::string_view bytes)
{
    std::string text = toHex(bytes);
    for (const std::size_t at : {8u, 13u, 18u, 23u})
        text.insert(at, 1, '-');
    return text;
}

} // namespace kapok::lrs
