// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>

namespace kapok::store {

/// InvalidInput for an address of PostgreSQL (postgresql://…) that libpq cannot read, or reads otherwise than
/// it was meant: its password has signs that must be percent-encoded. The reason repeats nothing of it.
[[nodiscard]] Status checkPostgresAddress(const std::string &address);

/// \p address without user, password and query, to be shown; nothing of one that cannot be read.
[[nodiscard]] std::string withoutPassword(const std::string &address);

} // namespace kapok::store
