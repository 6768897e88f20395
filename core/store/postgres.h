// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <span>
#include <string>

namespace kapok::store {

/// Whether \p address is one of openPostgres(): it begins with postgresql:// or postgres://.
[[nodiscard]] bool isPostgresAddress(const std::string &address);

/// Connects to the PostgreSQL database at \p address, a libpq URI
/// (postgresql://USER@HOST:PORT/NAME?KEY=VALUE; what is missing comes from PGHOST, PGPASSFILE and so on), and
/// brings its schema to the newest of \p migrations. They are SQL for PostgreSQL, kept in the order of a
/// table `schema_version`. \p ifAbsent: what happens where it has no tables of Kapok. Conflict where it has
/// those of another program only.
///
/// A connection that broke is made anew by the next statement outside a transaction; until then, and inside
/// one, StorageBroken is returned. Why it cannot be made anew is told to the log only: it names places. What
/// commit() confirmed is on the server's disk (synchronous_commit is on). Beyond the errors of Database:
/// InvalidInput for text with a NUL byte, which PostgreSQL does not keep.
Result<Database> openPostgres(const std::string &address, std::span<const Migration> migrations,
                              IfAbsent ifAbsent = IfAbsent::Make);

} // namespace kapok::store
