// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/statement_store.h"
#include "core/store/database.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kapok::lrs {

/// A page ends early when it grows beyond this.
inline constexpr std::size_t kPageBytes = 4u << 20;

/// SQL whose rows are stored, json, authority. A row that comes after more than kPageBytes of json may be
/// without its own.
struct PageQuery {
    std::string sql;
    std::vector<store::Value> values;
};

/// How to ask \p database for the first \p limit statements that \p filter wants; nothing when it names a
/// value that was never stored. What it costs grows with the page, not with what is kept, but for the cases
/// that docs/decisions/0106-a-page-walks-one-table.md names: several conditions that many statements meet
/// each and few together, and many matches among very many references to others.
Result<std::optional<PageQuery>> pageQuery(store::Database &database, const StatementFilter &filter,
                                           int limit);

} // namespace kapok::lrs
