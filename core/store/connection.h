// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kapok::store {

/// What Database and its Queries share: the handle and the prepared statements not in use. Private to
/// this folder, so that SQLite's headers stay here.
class Connection {
public:
    explicit Connection(SQLite::Database database) : handle(std::move(database)) {}

    /// A reset statement for \p sql, from the cache or new. Throws SQLite::Exception.
    std::unique_ptr<SQLite::Statement> take(const std::string &sql);
    /// Puts \p statement back for the next take() of the same text.
    void giveBack(std::unique_ptr<SQLite::Statement> statement);
    /// The Error of the last failed call.
    [[nodiscard]] Error lastError(int code, const std::string &what) const;

    SQLite::Database handle;

private:
    std::multimap<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> m_idle;
};

} // namespace kapok::store
