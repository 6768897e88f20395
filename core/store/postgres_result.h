// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/postgres_values.h"

#include <libpq-fe.h>
#include <memory>

/// What libpq gives, with its owner. Private to this folder.
namespace kapok::store {

struct ResultDeleter {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ResultDeleter>;

struct ConninfoDeleter {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
/// The options of an address, up to one without keyword; null for an address that cannot be read.
using ConninfoOptions = std::unique_ptr<PQconninfoOption, ConninfoDeleter>;

/// The tables c of a database; what an extension brought is of nobody.
inline constexpr const char *kFromTables =
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT EXISTS"
    " (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
    " AND d.objid = c.oid AND d.deptype = 'e')";

/// Whether the command was carried out.
[[nodiscard]] inline bool isGood(const PGresult *result)
{
    const auto status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// Why it was not.
[[nodiscard]] inline Error errorOf(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return postgresError(state ? state : "", message ? message : PQresultErrorMessage(result));
}

} // namespace kapok::store
