// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kapok::store {

/// One step of a schema, from the numbered file it was compiled in from (cmake/KapokSql.cmake).
/// A shipped one is never edited; a change is the next number.
struct Migration {
    int version = 0;       ///< the file's number; becomes user_version
    std::string_view name; ///< the file's name, for error messages
    std::string_view sql;
};

} // namespace kapok::store
