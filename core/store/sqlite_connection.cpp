// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_connection.h"

#include "core/base/files.h"
#include "core/store/private_file.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <optional>
#include <sqlite3.h>

namespace kapok::store {
namespace {

/// Ending of a backup that is not finished.
constexpr const char *kPart = ".part";

/// Who keeps a text or blob as long as the statement uses it.
enum class Keeper { Caller, Statement };

class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteConnection &connection, std::string_view sql, std::span<const Value> values,
                 Keeper keeper)
        : m_connection(connection),
          m_idle(connection.idleFor(sql)),
          m_statement(connection.take(m_idle, sql)),
          m_copy(keeper == Keeper::Caller ? SQLITE_STATIC : SQLITE_TRANSIENT)
    {
        int code = m_statement ? SQLITE_OK : connection.handle.getErrorCode();
        int position = 0;
        for (const Value &value : values)
            code = code == SQLITE_OK ? bind(++position, value) : code;
        if (code != SQLITE_OK)
            fail(code);
    }
    ~SqliteCursor() override
    {
        if (!m_statement)
            return;
        sqlite3_reset(m_statement.get()); // repeats the error of a failed step, which was already told
        m_idle.push_back(std::move(m_statement));
    }
    SqliteCursor(const SqliteCursor &) = delete;
    SqliteCursor &operator=(const SqliteCursor &) = delete;

    Result<bool> step() override
    {
        if (m_failure)
            return *m_failure;
        const int code = sqlite3_step(m_statement.get());
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        fail(code);
        return *m_failure;
    }

    [[nodiscard]] std::string text(int column) const override
    {
        const auto *const text = sqlite3_column_text(m_statement.get(), column);
        return bytes(text, column);
    }
    [[nodiscard]] std::string blob(int column) const override
    {
        const void *const blob = sqlite3_column_blob(m_statement.get(), column);
        return bytes(blob, column);
    }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    [[nodiscard]] double real(int column) const override
    {
        return sqlite3_column_double(m_statement.get(), column);
    }
    [[nodiscard]] bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
    }
    [[nodiscard]] int columnCount() const override { return sqlite3_column_count(m_statement.get()); }

private:
    [[nodiscard]] std::string bytes(const void *first, int column) const
    {
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
        return first ? std::string(static_cast<const char *>(first), size) : std::string();
    }

    void fail(int code)
    {
        const int extended = m_connection.handle.getExtendedErrorCode();
        m_failure = m_connection.lastError((extended & 0xff) == (code & 0xff) ? extended : code,
                                           "cannot use the database");
    }

    int bind(int position, const Value &value)
    {
        return std::visit(
            [&](const auto &held) {
                using T = std::decay_t<decltype(held)>;
                sqlite3_stmt *const statement = m_statement.get();
                if constexpr (std::is_same_v<T, std::nullptr_t>)
                    return sqlite3_bind_null(statement, position);
                else if constexpr (std::is_same_v<T, std::string_view>)
                    return sqlite3_bind_text(statement, position, held.data() ? held.data() : "",
                                             static_cast<int>(held.size()), m_copy);
                else if constexpr (std::is_same_v<T, Blob>)
                    return sqlite3_bind_blob(statement, position, held.bytes.data(),
                                             static_cast<int>(held.bytes.size()), m_copy);
                else if constexpr (std::is_same_v<T, double>)
                    return sqlite3_bind_double(statement, position, held);
                else
                    return sqlite3_bind_int64(statement, position, held);
            },
            value.held());
    }

    SqliteConnection &m_connection;
    SqliteConnection::Idle &m_idle;
    SqliteStatement m_statement;
    sqlite3_destructor_type m_copy;
    std::optional<Error> m_failure;
};

/// Whether all pages hang together: a copy of a damaged database must not replace a good one.
bool isSound(SQLite::Database &copy)
{
    return copy.execAndGet("PRAGMA quick_check(1)").getString() == "ok";
}

bool isDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

/// Copies \p from to the empty file \p part, which is to become \p target.
Status copyAndCheck(SQLite::Database &from, const std::filesystem::path &part, const std::string &target)
{
    const Error damaged{ErrorCode::Corrupt, "The database is damaged; no copy of it was made."};
    try {
        SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(copy, from);
        if (const int result = backup.executeStep(); result != SQLITE_DONE)
            return storageError(result, copy.getHandle(), "cannot write " + target);
        return isSound(copy) ? success() : damaged;
    } catch (const SQLite::Exception &exception) {
        if (isDamage(exception.getErrorCode()))
            return damaged;
        // a step that failed tells its own code only
        const int extended = exception.getExtendedErrorCode();
        return storageError(extended > 0 ? extended : exception.getErrorCode(), nullptr,
                            "cannot write " + target);
    }
}

/// Whether both are one file, or would be.
bool isSame(const std::filesystem::path &one, const std::filesystem::path &other)
{
    std::error_code code;
    return std::filesystem::equivalent(one, other, code) ||
           std::filesystem::weakly_canonical(one, code) == std::filesystem::weakly_canonical(other, code);
}

/// Refuses what would put a copy, finished or not, in the place of \p database or of a file that SQLite keeps
/// beside it.
Status refuseOwnFiles(const std::string &target, const std::string &database)
{
    for (const std::string end : {"", "-wal", "-shm", "-journal", ".lock"}) {
        if (isSame(target, database + end) || isSame(target + kPart, database + end))
            return Error{ErrorCode::InvalidInput,
                         target +
                             (end.empty() ? " is the database itself" : " is a file of the database itself") +
                             "; give the backup another name."};
    }
    return success();
}

} // namespace

SqliteConnection::~SqliteConnection()
{
    // The last one to close puts its log into the file and deletes, by its name, the log that lies there:
    // that of another program, when ours was deleted.
    if (m_place.state() == Place::State::LogGone && !m_place.isLogFree())
        sqlite3_db_config(handle.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteConnection::Idle &SqliteConnection::idleFor(std::string_view sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end())
        return found->second;
    return m_idle[std::string(sql)];
}

SqliteStatement SqliteConnection::take(Idle &idle, std::string_view sql)
{
    if (idle.empty()) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v3(handle.getHandle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        return SqliteStatement(statement);
    }
    SqliteStatement statement = std::move(idle.back());
    idle.pop_back();
    sqlite3_clear_bindings(statement.get());
    return statement;
}

Error SqliteConnection::lastError(int code, const std::string &what) const
{
    return storageError(code, handle.getHandle(), what);
}

std::unique_ptr<Cursor> SqliteConnection::cursor(std::string_view sql, std::span<const Value> values)
{
    return std::make_unique<SqliteCursor>(*this, sql, values, Keeper::Statement);
}

std::unique_ptr<Cursor> SqliteConnection::ask(std::string_view sql, std::span<const Value> values)
{
    return cursor(sql, values);
}

Status SqliteConnection::send(std::string_view sql, std::span<const Value> values)
{
    SqliteCursor running(*this, sql, values, Keeper::Caller);
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, running.step());
        if (!row)
            return success();
    }
}

Status SqliteConnection::begin(bool waits)
{
    KAPOK_TRY(m_place.check());
    if (waits)
        return run("BEGIN IMMEDIATE");
    sqlite3_busy_timeout(handle.getHandle(), 0);
    const Status begun = run("BEGIN IMMEDIATE");
    sqlite3_busy_timeout(handle.getHandle(), static_cast<int>(m_patience.count()));
    return begun;
}

/// What went into files that were taken away meanwhile is not confirmed.
Status SqliteConnection::commit()
{
    KAPOK_TRY(run("COMMIT"));
    return m_place.check();
}

void SqliteConnection::rollback()
{
    // A full disk or an I/O error may have rolled back already.
    if (sqlite3_get_autocommit(handle.getHandle()) == 0)
        handle.tryExec("ROLLBACK");
}

Status SqliteConnection::leaveLog()
{
    SqliteCursor leaving(*this, "PRAGMA journal_mode=DELETE", {}, Keeper::Caller);
    KAPOK_TRY_ASSIGN(const bool isTold, leaving.step());
    if (!isTold || leaving.text(0) != "delete")
        return Error{ErrorCode::Throttled, "cannot use the database: somebody else has it open"};
    m_place = Place::of(sqlite3_db_filename(handle.getHandle(), "main"));
    return success();
}

Result<int> SqliteConnection::schemaVersion()
{
    SqliteCursor query(*this, "PRAGMA user_version", {}, Keeper::Caller);
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
    KAPOK_TRY(refuseOwnFiles(target.string(), sqlite3_db_filename(handle.getHandle(), "main")));
    KAPOK_TRY_ASSIGN(const auto making, FileInTheMaking::begin(target, kPart));
    const std::filesystem::path &part = making.path();
    KAPOK_TRY(makePrivate(part));
    KAPOK_TRY(copyAndCheck(handle, part, target.string()));
    return making.finish();
}

} // namespace kapok::store
