// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

/// Copies of PostgreSQL databases by its own programs, pg_dump and pg_restore. They are looked for on the
/// PATH, and pg_dump must be no older than the server. A password is handed to them in their environment,
/// never among their arguments, which others see in the list of processes. Threads: any.
namespace kapok::store {

/// Copies the database at \p address (see openPostgres()), as one snapshot sees it, to \p target in pg_dump's
/// custom format, while others read and write. \p target is for its owner only, appears whole and synced in
/// place of an older one, or not at all. NotFound when pg_dump is not installed; StorageFull, StorageBroken.
[[nodiscard]] Status dumpPostgres(const std::string &address, const std::filesystem::path &target);

/// Whether \p file begins as a dump in the custom format does.
[[nodiscard]] bool isPostgresDump(const std::filesystem::path &file);

/// Puts \p dump into the database at \p address, which must have no tables: all in one transaction, or
/// nothing. Everything belongs to the user of \p address then. Conflict where there are tables; InvalidInput
/// for a dump without the table \p knownBy; NotFound when pg_restore is not installed; StorageBroken.
[[nodiscard]] Status restorePostgres(const std::filesystem::path &dump, const std::string &address,
                                     const std::string &knownBy);

} // namespace kapok::store
