// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/connection.h"

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace kapok::store {

struct FinalizeStatement {
    void operator()(sqlite3_stmt *statement) const;
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// SQLite: the handle and the prepared statements not in use.
class SqliteConnection final : public Connection {
public:
    /// \p patience: the busy timeout that \p database has.
    SqliteConnection(SQLite::Database database, std::chrono::milliseconds patience)
        : handle(std::move(database)), m_patience(patience)
    {}

    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// The prepared statements of one text that are not in use.
    using Idle = std::vector<SqliteStatement>;
    /// Those for \p sql; they stay where they are.
    Idle &idleFor(std::string_view sql);
    /// A statement for \p sql without values, from \p idle or new; null when \p sql is wrong.
    SqliteStatement take(Idle &idle, std::string_view sql);
    /// The Error of the last failed call.
    [[nodiscard]] Error lastError(int code, const std::string &what) const;

    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    [[nodiscard]] std::unique_ptr<Cursor> cursor(std::string_view sql,
                                                 std::span<const Value> values) override;
    [[nodiscard]] std::unique_ptr<Cursor> ask(std::string_view sql, std::span<const Value> values) override;
    Status send(std::string_view sql, std::span<const Value> values) override;
    Status run(std::string_view sql) { return send(sql, {}); }
    Status begin(bool waits) override;
    Status commit() override;
    void rollback() override;
    [[nodiscard]] Result<int> schemaVersion() override;
    Status apply(const Migration &step) override;
    [[nodiscard]] long long lastInsertId() const override { return handle.getLastInsertRowid(); }
    [[nodiscard]] int changes() const override;
    Status backupTo(const std::filesystem::path &target) override;
    Status leaveLog() override;
    [[nodiscard]] Place place() const override { return m_place; }
    /// From now on nothing is written unless the files are where they are now.
    void remember(Place place) { m_place = std::move(place); }

    SQLite::Database handle;

private:
    std::chrono::milliseconds m_patience;
    Place m_place;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Idle, Hash, std::equal_to<>> m_idle; ///< by text
};

} // namespace kapok::store
