// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include "core/store/private_file.h"
#include "core/store/sqlite_connection.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace kapok::store {
namespace {

using std::filesystem::path;

Result<std::unique_ptr<SqliteConnection>> connect(const path &file, const OpenOptions &options)
{
    try {
        SQLite::Database handle(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                static_cast<int>(options.busyTimeout.count()), options.vfs);
        return std::make_unique<SqliteConnection>(std::move(handle), options.busyTimeout);
    } catch (const SQLite::Exception &exception) {
        return storageError(exception.getExtendedErrorCode(), nullptr, "cannot open " + file.string());
    }
}

Status makeIfWanted(const path &file, IfAbsent ifAbsent)
{
    std::error_code code;
    if (ifAbsent == IfAbsent::Make)
        return makePrivate(file);
    const bool isAbsent = !std::filesystem::exists(file, code) && !code;
    return isAbsent ? Error{ErrorCode::NotFound, "there is no file " + file.string()} : success();
}

/// Refuses an empty file where a database is to be, and a database of another program.
Status checkKind(Database &database, const path &file, const OpenOptions &options)
{
    struct Tables {
        std::int64_t all;
        std::int64_t known;
    };
    KAPOK_TRY_ASSIGN(
        const auto tables,
        database
            .query("SELECT count(*), count(*) FILTER (WHERE name = ?) FROM sqlite_master", {options.knownBy})
            .one([](const Query &row) {
                return Tables{row.integer(0), row.integer(1)};
            }));
    if (tables->all == 0)
        return options.ifAbsent == IfAbsent::Make ? success()
                                                  : Error{ErrorCode::NotFound, file.string() + " is empty"};
    if (options.knownBy.empty() || tables->known > 0)
        return success();
    return Error{ErrorCode::StorageBroken, file.string() + " is a database of another program"};
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

Status applyMissing(Connection &connection, std::span<const Migration> migrations)
{
    KAPOK_TRY_ASSIGN(const int current, connection.schemaVersion()); // another one may have been faster
    for (const Migration &step : migrations) {
        if (step.version > current)
            KAPOK_TRY(connection.apply(step));
    }
    return connection.commit();
}

} // namespace

Status refuseNewer(int version, std::span<const Migration> migrations, const std::string &name)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version <= newest)
        return success();
    return Error{ErrorCode::NewerFormat, name + " has format " + std::to_string(version) +
                                             ", this Kapok knows up to " + std::to_string(newest) +
                                             "; update Kapok to use it"};
}

Status migrate(Connection &connection, std::span<const Migration> migrations)
{
    KAPOK_TRY_ASSIGN(const int before, connection.schemaVersion());
    if (migrations.empty() || before >= migrations.back().version)
        return success();
    KAPOK_TRY(connection.begin(true));
    const Status applied = applyMissing(connection, migrations);
    if (!applied.ok())
        connection.rollback();
    return applied;
}

Database::Database() = default;
Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;

Result<Database> Database::open(const path &file, std::span<const Migration> migrations,
                                const OpenOptions &options)
{
    KAPOK_TRY(makeIfWanted(file, options.ifAbsent));
    KAPOK_TRY_ASSIGN(auto connection, connect(file, options));
    SqliteConnection &sqlite = *connection;
    sqlite3 *handle = sqlite.handle.getHandle();
    Database database(std::move(connection));
    const auto check = [&]() -> Status {
        KAPOK_TRY_ASSIGN(const int version, database.m_connection->schemaVersion());
        KAPOK_TRY(checkKind(database, file, options));
        return refuseNewer(version, migrations, file.string());
    };
    if (const Status known = check(); !known.ok()) {
        // Even the housekeeping at close would change the file.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return known.error();
    }
    KAPOK_TRY(useWriteAheadLog(database, options));
    KAPOK_TRY(migrate(*database.m_connection, migrations));
    KAPOK_TRY(database.run("PRAGMA foreign_keys=ON"));
    KAPOK_TRY(database.run("PRAGMA trusted_schema=OFF"));
    sqlite.remember(Place::of(file)); // the -wal is there once something was read
    return database;
}

Query Database::query(std::string_view sql, std::initializer_list<Value> values)
{
    return query(sql, std::span(values.begin(), values.size()));
}

Query Database::query(std::string_view sql, std::span<const Value> values)
{
    return Query(m_connection->cursor(sql, values));
}

Query Database::ask(std::string_view sql, std::initializer_list<Value> values)
{
    return ask(sql, std::span(values.begin(), values.size()));
}

Query Database::ask(std::string_view sql, std::span<const Value> values)
{
    return Query(m_connection->ask(sql, values));
}

Status Database::run(std::string_view sql, std::initializer_list<Value> values)
{
    return query(sql, values).run();
}

Status Database::send(std::string_view sql, std::initializer_list<Value> values)
{
    return m_connection->send(sql, std::span(values.begin(), values.size()));
}

Status Database::send(std::string_view sql, std::span<const Value> values)
{
    return m_connection->send(sql, values);
}

Dialect Database::dialect() const
{
    return m_connection->dialect();
}

long long Database::lastInsertId() const
{
    return m_connection->lastInsertId();
}

int Database::changes() const
{
    return m_connection->changes();
}

Status Database::backupTo(const path &target)
{
    return m_connection->backupTo(target);
}

Status Database::leaveLog()
{
    return m_connection->leaveLog();
}

Place Database::place() const
{
    return m_connection->place();
}

int Database::openings() const
{
    return m_connection->openings();
}

Transaction::Transaction(Database &database) : m_database(&database) {}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    if (m_database)
        m_database->m_connection->rollback();
}

Result<Transaction> Transaction::begin(Database &database)
{
    KAPOK_TRY(database.m_connection->begin(true));
    return Transaction(database);
}

Result<Transaction> Transaction::beginAtOnce(Database &database)
{
    KAPOK_TRY(database.m_connection->begin(false));
    return Transaction(database);
}

Status Transaction::commit()
{
    KAPOK_TRY(m_database->m_connection->commit()); // when it fails, the destructor rolls back
    m_database = nullptr;
    return success();
}

} // namespace kapok::store
