// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <string>

namespace kapok::kapokd {

/// Told of each table when it is there: its name and its rows.
using Moved = std::function<void(const std::string &table, std::int64_t rows)>;

/// Copies everything from the database at address \p from to that at \p to, of which one is SQLite and one
/// PostgreSQL: statements with their `stored`, documents, people, credentials, attachments, what is offered,
/// figures; not the folder of courses' files. Nobody may write to either meanwhile.
///
/// The target is empty before, and afterwards has everything or, after an error, nothing; counts are compared
/// before it is kept. Then \p from is marked, so that no server goes on with it. Again, after it broke off in
/// between, it finds everything there and does what is left.
///
/// Conflict: a server runs on \p from, the target is not empty, or \p from was moved before. InvalidInput,
/// NotFound, and the errors of store::Database.
Status moveEverything(const std::string &from, const std::string &to, const Clock &clock, const Moved &moved);

} // namespace kapok::kapokd
