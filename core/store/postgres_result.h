// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/postgres_values.h"

#include <libpq-fe.h>
#include <memory>

/// An answer of PostgreSQL as libpq gives it. Private to this folder.
namespace kapok::store {

struct ResultDeleter {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ResultDeleter>;

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
