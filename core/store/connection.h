// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/migration.h"
#include "core/store/query.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// What a kind of database does for Database and Query. Private to this folder: one class derived from each
/// for SQLite and for PostgreSQL, so that their headers stay here.
namespace kapok::store {

/// A statement with its values, running or about to run; the contract is that of Query.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual Result<bool> step() = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual std::string blob(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual int columnCount() const = 0;
};

/// One open connection; the contract is that of Database.
class Connection {
public:
    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// Copies \p values; a failure to prepare or to bind is told by the cursor's first step().
    [[nodiscard]] virtual std::unique_ptr<Cursor> cursor(std::string_view sql,
                                                         std::span<const Value> values) = 0;
    [[nodiscard]] virtual std::unique_ptr<Cursor> ask(std::string_view sql,
                                                      std::span<const Value> values) = 0;
    virtual Status send(std::string_view sql, std::span<const Value> values) = 0;

    /// Without \p waits: Throttled at once when somebody else writes.
    virtual Status begin(bool waits) = 0;
    virtual Status commit() = 0;
    /// Undoes the transaction if there still is one.
    virtual void rollback() = 0;

    [[nodiscard]] virtual Result<int> schemaVersion() = 0;
    /// Runs the script of \p step and notes its version; inside a transaction.
    virtual Status apply(const Migration &step) = 0;

    [[nodiscard]] virtual long long lastInsertId() const = 0;
    [[nodiscard]] virtual int changes() const = 0;
    virtual Status backupTo(const std::filesystem::path &target) = 0;
    virtual Status leaveLog() { return success(); }
    [[nodiscard]] virtual Place place() const { return {}; }
    [[nodiscard]] virtual int openings() const { return 1; }
};

/// Brings the schema to the newest of \p migrations, all steps in one transaction.
Status migrate(Connection &connection, std::span<const Migration> migrations);
/// NewerFormat when \p version is beyond \p migrations; \p name is what the sentence calls the database.
Status refuseNewer(int version, std::span<const Migration> migrations, const std::string &name);

} // namespace kapok::store
