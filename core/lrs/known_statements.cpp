// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/known_statements.h"

#include "core/lrs/dialect.h"
#include "core/lrs/removal.h"
#include "core/store/array.h"

#include <optional>

namespace kapok::lrs {
namespace {

using store::Blob;
using store::Database;
using store::Query;

/// Whether kAll finds anything. A new statement, as nearly all are, is told without the parts of `statement`,
/// which every query of it has to open.
constexpr const char *kAny =
    "SELECT 1 WHERE NOT statement_is_new(?1::bytea[]) OR EXISTS (SELECT 1 FROM tombstone)";
/// Rows of statements; with 0 for `stored`, ids that are voided; with -1, that somebody was forgotten; with
/// -2, ids that are retired.
constexpr const char *kAll =
    "SELECT i.id, s.stored, s.authority, s.voids, s.json FROM statement_id i"
    " JOIN statement s ON s.stored = i.stored WHERE i.id = ANY (?1::bytea[])"
    " UNION ALL SELECT r.target, 0, 0, 0, '' FROM statement_reference r"
    " JOIN statement s ON s.stored = r.stored AND s.target = r.target AND s.voids = 1"
    " WHERE r.target = ANY (?1::bytea[])"
    " UNION ALL SELECT ''::bytea, -1, 0, 0, '' WHERE EXISTS (SELECT 1 FROM tombstone)"
    " UNION ALL SELECT t.id, -2, 0, 0, '' FROM statement_retired t WHERE t.id = ANY (?1::bytea[])";
constexpr const char *kOne = "SELECT stored, authority, voids, json FROM statement WHERE id = ?";
constexpr const char *kVoided = "SELECT 1 FROM statement_reference r JOIN statement s ON s.stored = r.stored"
                                " WHERE r.target = ?1 AND s.target = ?1 AND s.voids = 1";

KnownStatements::Row rowAt(const Query &row, int first)
{
    return {row.integer(first), row.integer(first + 1), row.integer(first + 2) != 0, row.text(first + 3)};
}

} // namespace

Result<KnownStatements> KnownStatements::find(Database &database, std::span<const std::string_view> ids)
{
    KnownStatements known;
    KAPOK_TRY(isPostgres(database) ? known.findAll(database, ids) : known.findEach(database, ids));
    return known;
}

const KnownStatements::Row *KnownStatements::at(std::string_view id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

Status KnownStatements::findEach(Database &database, std::span<const std::string_view> ids)
{
    KAPOK_TRY_ASSIGN(m_hasForgotten, lrs::hasForgotten(database));
    KAPOK_TRY_ASSIGN(
        const auto anyReference,
        database.query("SELECT 1 FROM statement_reference LIMIT 1").one([](const Query &) { return true; }));
    KAPOK_TRY_ASSIGN(
        const auto anyRetired,
        database.query("SELECT 1 FROM statement_retired LIMIT 1").one([](const Query &) { return true; }));
    for (const std::string_view id : ids) {
        KAPOK_TRY_ASSIGN(
            auto row, database.query(kOne, {Blob{id}}).one([](const Query &each) { return rowAt(each, 0); }));
        if (row)
            m_rows.emplace(id, *std::move(row));
        if (anyRetired) {
            KAPOK_TRY_ASSIGN(const bool isThere, lrs::isRetired(database, id));
            if (isThere)
                m_retired.emplace(id);
        }
        if (!anyReference)
            continue;
        KAPOK_TRY_ASSIGN(const auto voided,
                         database.query(kVoided, {Blob{id}}).one([](const Query &) { return true; }));
        if (voided)
            m_voided.emplace(id);
    }
    return success();
}

Status KnownStatements::findAll(Database &database, std::span<const std::string_view> ids)
{
    store::Array wanted(store::Array::Of::Bytea);
    for (const std::string_view id : ids)
        wanted.add(Blob{id});
    KAPOK_TRY_ASSIGN(const bool any, database.ask(kAny, {wanted.value()}).step());
    if (!any)
        return success();
    Query rows = database.query(kAll, {wanted.value()});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool isThere, rows.step());
        if (!isThere)
            return success();
        if (rows.integer(1) == -2)
            m_retired.insert(rows.blob(0));
        else if (rows.integer(1) == -1)
            m_hasForgotten = true;
        else if (rows.integer(1) == 0)
            m_voided.insert(rows.blob(0));
        else
            m_rows.emplace(rows.blob(0), rowAt(rows, 1));
    }
}

} // namespace kapok::lrs
