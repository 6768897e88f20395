// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/connection.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <chrono>
#include <map>

namespace kapok::store {

/// SQLite: the handle and the prepared statements not in use.
class SqliteConnection final : public Connection {
public:
    /// \p patience: the busy timeout that \p database has.
    SqliteConnection(SQLite::Database database, std::chrono::milliseconds patience)
        : handle(std::move(database)), m_patience(patience)
    {}

    /// A reset statement for \p sql, from the cache or new. Throws SQLite::Exception.
    std::unique_ptr<SQLite::Statement> take(const std::string &sql);
    /// Puts \p statement back for the next take() of the same text.
    void giveBack(std::unique_ptr<SQLite::Statement> statement);
    /// The Error of the last failed call.
    [[nodiscard]] Error lastError(int code, const std::string &what) const;

    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    [[nodiscard]] std::unique_ptr<Cursor> cursor(std::string_view sql,
                                                 std::span<const Value> values) override;
    Status send(std::string_view sql, std::span<const Value> values) override;
    Status run(std::string_view sql) { return send(sql, {}); }
    Status begin(bool waits) override;
    Status commit() override { return run("COMMIT"); }
    void rollback() override;
    [[nodiscard]] Result<int> schemaVersion() override;
    Status apply(const Migration &step) override;
    [[nodiscard]] long long lastInsertId() const override { return handle.getLastInsertRowid(); }
    [[nodiscard]] int changes() const override;
    Status backupTo(const std::filesystem::path &target) override;

    SQLite::Database handle;

private:
    std::chrono::milliseconds m_patience;
    std::multimap<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> m_idle;
};

} // namespace kapok::store
