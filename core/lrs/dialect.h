// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <string>

/// The few places where SQLite and PostgreSQL are told apart: there the table `statement` lies in monthly
/// parts, and the ids of statements in a table of their own.
namespace kapok::lrs {

[[nodiscard]] inline bool isPostgres(const store::Database &database)
{
    return database.dialect() == store::Dialect::Postgres;
}

/// The condition on a row \p alias of `statement` that it has the id which is one `?`.
[[nodiscard]] inline std::string statementHasId(const store::Database &database, const std::string &alias)
{
    return isPostgres(database) ? alias + ".stored = (SELECT i.stored FROM statement_id i WHERE i.id = ?)"
                                : alias + ".id = ?";
}

} // namespace kapok::lrs
