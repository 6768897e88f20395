// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;

namespace kapok::store {

/// The Error for an extended SQLite result \p code; \p what starts the sentence. \p database, when not
/// null, tells the operating system's reason (a full disk can show as a plain I/O error).
[[nodiscard]] Error storageError(int code, sqlite3 *database, const std::string &what);

} // namespace kapok::store
