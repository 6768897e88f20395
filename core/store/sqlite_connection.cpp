// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_connection.h"

#include "core/base/files.h"
#include "core/store/private_file.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <optional>
#include <sqlite3.h>

namespace kapok::store {
namespace {

class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteConnection &connection, std::string_view sql, std::span<const Value> values)
        : m_connection(connection)
    {
        try {
            m_statement = connection.take(std::string(sql));
            m_statement->clearBindings();
            int position = 0;
            for (const Value &value : values)
                bind(++position, value);
        } catch (const SQLite::Exception &exception) {
            m_failure = connection.lastError(exception.getExtendedErrorCode(), "cannot use the database");
        }
    }
    ~SqliteCursor() override
    {
        if (m_statement)
            m_connection.giveBack(std::move(m_statement));
    }

    Result<bool> step() override
    {
        if (m_failure)
            return *m_failure;
        const int code = m_statement->tryExecuteStep();
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        const int extended = m_connection.handle.getExtendedErrorCode();
        m_failure = m_connection.lastError((extended & 0xff) == (code & 0xff) ? extended : code,
                                           "cannot use the database");
        return *m_failure;
    }

    [[nodiscard]] std::string text(int column) const override
    {
        return m_statement->getColumn(column).getString();
    }
    [[nodiscard]] std::string blob(int column) const override { return text(column); }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        return m_statement->getColumn(column).getInt64();
    }
    [[nodiscard]] double real(int column) const override
    {
        return m_statement->getColumn(column).getDouble();
    }
    [[nodiscard]] bool isNull(int column) const override { return m_statement->isColumnNull(column); }
    [[nodiscard]] int columnCount() const override { return m_statement->getColumnCount(); }

private:
    void bind(int position, const Value &value)
    {
        std::visit(
            [&](const auto &held) {
                using T = std::decay_t<decltype(held)>;
                if constexpr (std::is_same_v<T, std::nullptr_t>)
                    m_statement->bind(position);
                else if constexpr (std::is_same_v<T, std::string_view>)
                    m_statement->bind(position, std::string(held));
                else if constexpr (std::is_same_v<T, Blob>)
                    m_statement->bind(position, static_cast<const void *>(held.bytes.data()),
                                      static_cast<int>(held.bytes.size()));
                else
                    m_statement->bind(position, held);
            },
            value.held());
    }

    SqliteConnection &m_connection;
    std::unique_ptr<SQLite::Statement> m_statement;
    std::optional<Error> m_failure;
};

} // namespace

std::unique_ptr<SQLite::Statement> SqliteConnection::take(const std::string &sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end()) {
        auto statement = std::move(found->second);
        m_idle.erase(found);
        return statement;
    }
    return std::make_unique<SQLite::Statement>(handle, sql);
}

void SqliteConnection::giveBack(std::unique_ptr<SQLite::Statement> statement)
{
    statement->tryReset(); // repeats the error of a failed step, which was already told
    m_idle.emplace(statement->getQuery(), std::move(statement));
}

Error SqliteConnection::lastError(int code, const std::string &what) const
{
    return storageError(code, handle.getHandle(), what);
}

std::unique_ptr<Cursor> SqliteConnection::cursor(std::string_view sql, std::span<const Value> values)
{
    return std::make_unique<SqliteCursor>(*this, sql, values);
}

Status SqliteConnection::send(std::string_view sql, std::span<const Value> values)
{
    SqliteCursor running(*this, sql, values);
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, running.step());
        if (!row)
            return success();
    }
}

Status SqliteConnection::begin(bool waits)
{
    if (waits)
        return run("BEGIN IMMEDIATE");
    sqlite3_busy_timeout(handle.getHandle(), 0);
    const Status begun = run("BEGIN IMMEDIATE");
    sqlite3_busy_timeout(handle.getHandle(), static_cast<int>(m_patience.count()));
    return begun;
}

void SqliteConnection::rollback()
{
    // A full disk or an I/O error may have rolled back already.
    if (sqlite3_get_autocommit(handle.getHandle()) == 0)
        handle.tryExec("ROLLBACK");
}

Result<int> SqliteConnection::schemaVersion()
{
    SqliteCursor query(*this, "PRAGMA user_version", {});
    KAPOK_TRY_ASSIGN(const bool row, query.step());
    return row ? static_cast<int>(query.integer(0)) : 0;
}

Status SqliteConnection::apply(const Migration &step)
{
    const int code = handle.tryExec(std::string(step.sql));
    if (code != SQLITE_OK)
        return lastError(handle.getExtendedErrorCode(), "cannot apply " + std::string(step.name));
    return run("PRAGMA user_version=" + std::to_string(step.version));
}

int SqliteConnection::changes() const
{
    return sqlite3_changes(handle.getHandle());
}

Status SqliteConnection::backupTo(const std::filesystem::path &target)
{
    std::filesystem::path part = target;
    part += ".part";
    std::error_code code;
    std::filesystem::remove(part, code);
    KAPOK_TRY(makePrivate(part));
    try {
        SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(copy, handle);
        if (const int result = backup.executeStep(); result != SQLITE_DONE)
            return storageError(result, copy.getHandle(), "cannot write " + part.string());
    } catch (const SQLite::Exception &exception) {
        return storageError(exception.getExtendedErrorCode(), nullptr, "cannot write " + part.string());
    }
    KAPOK_TRY(syncToDisk(part));
    std::filesystem::rename(part, target, code);
    if (code)
        return kapok::storageError(code.value(), "cannot write " + target.string());
    return syncToDisk(target);
}

} // namespace kapok::store
