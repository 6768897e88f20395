// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include "core/base/files.h"
#include "core/store/connection.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace kapok::store {
namespace {

using std::filesystem::path;

/// Makes an empty file that only its owner may read; SQLite gives the -wal and -shm files the same rights.
Status makePrivate(const path &file)
{
    std::error_code code;
    if (!file.parent_path().empty())
        std::filesystem::create_directories(file.parent_path(), code);
    if (code)
        return kapok::storageError(code.value(), "cannot make the folder of " + file.string());
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        return kapok::storageError(errno, "cannot make " + file.string());
    return success();
}

Result<std::unique_ptr<Connection>> connect(const path &file, const OpenOptions &options)
{
    try {
        SQLite::Database handle(file.string(),
                                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                                static_cast<int>(options.busyTimeout.count()), options.vfs);
        return std::make_unique<Connection>(std::move(handle));
    } catch (const SQLite::Exception &exception) {
        return storageError(exception.getExtendedErrorCode(), nullptr, "cannot open " + file.string());
    }
}

Result<int> userVersion(Database &database)
{
    auto query = database.query("PRAGMA user_version");
    KAPOK_TRY_ASSIGN(const bool row, query.step());
    return row ? static_cast<int>(query.integer(0)) : 0;
}

Status switchToWriteAheadLog(Database &database)
{
    KAPOK_TRY_ASSIGN(const auto mode,
                     database.query("PRAGMA journal_mode").one([](const Query &row) { return row.text(0); }));
    return mode == "wal" ? success() : database.run("PRAGMA journal_mode=WAL");
}

Status useWriteAheadLog(Database &database, const OpenOptions &options)
{
    // SQLite does not use its busy timeout for this switch, so two first openings at once would collide.
    constexpr std::chrono::milliseconds kStep{5};
    auto status = switchToWriteAheadLog(database);
    for (auto waited = kStep;
         !status.ok() && status.error().code == ErrorCode::Throttled && waited < options.busyTimeout;
         waited += kStep) {
        std::this_thread::sleep_for(kStep);
        status = switchToWriteAheadLog(database);
    }
    KAPOK_TRY(status);
    return database.run(options.durability == Durability::Full ? "PRAGMA synchronous=FULL"
                                                               : "PRAGMA synchronous=NORMAL");
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;

Result<Database> Database::open(const path &file, std::span<const Migration> migrations,
                                const OpenOptions &options)
{
    KAPOK_TRY(makePrivate(file));
    KAPOK_TRY_ASSIGN(auto connection, connect(file, options));
    Database database(std::move(connection));
    sqlite3 *handle = database.m_connection->handle.getHandle();
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    KAPOK_TRY_ASSIGN(const int version, userVersion(database));
    if (version > newest) {
        // Even the housekeeping at close would change the file.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return Error{ErrorCode::NewerFormat, file.string() + " has format " + std::to_string(version) +
                                                 ", this Kapok knows up to " + std::to_string(newest) +
                                                 "; update Kapok to use it"};
    }
    KAPOK_TRY(useWriteAheadLog(database, options));
    KAPOK_TRY(database.migrate(migrations));
    KAPOK_TRY(database.run("PRAGMA foreign_keys=ON"));
    KAPOK_TRY(database.run("PRAGMA trusted_schema=OFF"));
    return database;
}

Status Database::migrate(std::span<const Migration> migrations)
{
    KAPOK_TRY_ASSIGN(const int before, userVersion(*this));
    if (migrations.empty() || before >= migrations.back().version)
        return success();
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(*this));
    KAPOK_TRY_ASSIGN(const int current, userVersion(*this)); // another connection may have been faster
    for (const Migration &step : migrations) {
        if (step.version <= current)
            continue;
        const int code = m_connection->handle.tryExec(std::string(step.sql));
        if (code != SQLITE_OK)
            return m_connection->lastError(m_connection->handle.getExtendedErrorCode(),
                                           "cannot apply " + std::string(step.name));
        KAPOK_TRY(run("PRAGMA user_version=" + std::to_string(step.version)));
    }
    return transaction.commit();
}

Query Database::query(std::string_view sql, std::initializer_list<Value> values)
{
    return query(sql, std::span(values.begin(), values.size()));
}

Query Database::query(std::string_view sql, std::span<const Value> values)
{
    return {*m_connection, sql, values};
}

Status Database::run(std::string_view sql, std::initializer_list<Value> values)
{
    return query(sql, values).run();
}

long long Database::lastInsertId() const
{
    return m_connection->handle.getLastInsertRowid();
}

int Database::changes() const
{
    return sqlite3_changes(m_connection->handle.getHandle());
}

Status Database::backupTo(const path &target)
{
    path part = target;
    part += ".part";
    std::error_code code;
    std::filesystem::remove(part, code);
    KAPOK_TRY(makePrivate(part));
    try {
        SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(copy, m_connection->handle);
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

Transaction::Transaction(Database &database) : m_database(&database) {}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    // A full disk or an I/O error may have rolled back already.
    if (m_database && sqlite3_get_autocommit(m_database->m_connection->handle.getHandle()) == 0)
        m_database->m_connection->handle.tryExec("ROLLBACK");
}

Result<Transaction> Transaction::begin(Database &database)
{
    KAPOK_TRY(database.run("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Status Transaction::commit()
{
    KAPOK_TRY(m_database->run("COMMIT")); // when it fails, the destructor rolls back
    m_database = nullptr;
    return success();
}

} // namespace kapok::store
