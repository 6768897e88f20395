// SPDX-License-Identifier: Apache-2.0
// From an address to a database that may be used: connecting, its settings, and whose tables it has.
#include "core/store/postgres.h"
#include "core/store/postgres_address.h"
#include "core/store/postgres_connection.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace kapok::store {
namespace {

/// Settings of every connection: a commit is on the disk, and nobody holds the writer's lock for long. Rows
/// come in the order of an index, as SQLite reads them: from a table that it had not analysed yet, PostgreSQL
/// collected all rows of a verb, and sorted them, for a page. What is asked for here takes less time than
/// compiling it would (JIT). Whatever a database or a role is set to, a statement sees what was committed
/// before it began (the writer's lock is waited for inside the transaction), and values come as they are read
/// here.
constexpr const char *kSettings = "SET synchronous_commit = on; SET lock_timeout = '10s';"
                                  " SET enable_bitmapscan = off; SET jit = off;"
                                  " SET idle_in_transaction_session_timeout = '60s';"
                                  " SET default_transaction_isolation = 'read committed';"
                                  " SET bytea_output = hex; SET extra_float_digits = 1;"
                                  " SET client_min_messages = warning; SET search_path = public";

/// Runs a script of several commands; not in pipeline mode.
Status runScript(PGconn *handle, const char *sql)
{
    const ResultPointer result(PQexec(handle, sql));
    return isGood(result.get()) ? success() : Status(errorOf(result.get()));
}

/// Refuses tables among which Kapok's are not. One statement: another kapokd may make them at this moment.
Status refuseForeign(PostgresConnection &connection)
{
    KAPOK_TRY_ASSIGN(
        const auto answer,
        connection.execute(
            std::string("SELECT count(*) > 0 AND count(*) FILTER (WHERE c.relname = 'schema_version') = 0") +
                kFromTables,
            Parameters({})));
    if (std::string_view(PQgetvalue(answer.get(), 0, 0)) != "t")
        return success();
    return Error{ErrorCode::Conflict, "The PostgreSQL database has tables of another program and none of"
                                      " Kapok; give Kapok a database of its own."};
}

/// What the server says unasked; libpq would print it on standard error.
void ignoreNotice(void *, const char *) {}

} // namespace

Status PostgresConnection::connect()
{
    const Status connected = connectOnce();
    if (!connected.ok())
        m_handle.reset(); // or the next statement would take it for a good one
    return connected;
}

Status PostgresConnection::connectOnce()
{
    m_handle.reset();
    m_sent.clear();
    m_prepared.clear();
    m_isInTransaction = false;
    m_isReadOnly = false;
    ++m_openings;
    // What stands before dbname yields to what the address says.
    constexpr std::array<const char *, 8> kKeys{"connect_timeout",
                                                "keepalives_idle",
                                                "tcp_user_timeout",
                                                "fallback_application_name",
                                                "dbname",
                                                "client_encoding",
                                                nullptr,
                                                nullptr};
    const std::array<const char *, 8> values{"5",    "30",    "30000", "kapokd", m_address.c_str(),
                                             "UTF8", nullptr, nullptr};
    m_handle.reset(PQconnectdbParams(kKeys.data(), values.data(), 1));
    if (PQstatus(m_handle.get()) != CONNECTION_OK)
        return lost();
    PQsetNoticeProcessor(m_handle.get(), ignoreNotice, nullptr);
    KAPOK_TRY(runScript(m_handle.get(), kSettings));
    PQenterPipelineMode(m_handle.get());
    KAPOK_TRY_ASSIGN(const int version, schemaVersion());
    if (version == 0 && m_ifAbsent == IfAbsent::Refuse)
        return Error{ErrorCode::NotFound, "the database has no tables of Kapok"};
    return refuseNewer(version, m_migrations, "The database");
}

Result<int> PostgresConnection::schemaVersion()
{
    KAPOK_TRY_ASSIGN(const auto table, execute("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = "
                                               "'public' AND tablename = 'schema_version')",
                                               Parameters({})));
    if (std::string_view(PQgetvalue(table.get(), 0, 0)) != "t")
        return 0;
    KAPOK_TRY_ASSIGN(const auto answer,
                     execute("SELECT coalesce(max(version), 0) FROM schema_version", Parameters({})));
    return std::atoi(PQgetvalue(answer.get(), 0, 0));
}

Status PostgresConnection::apply(const Migration &step)
{
    PQexitPipelineMode(m_handle.get());
    const std::string script =
        "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL);" +
        std::string(step.sql) + "\n;INSERT INTO schema_version VALUES (" + std::to_string(step.version) +
        ", '" + std::string(step.name) + "')";
    const Status done = runScript(m_handle.get(), script.c_str());
    PQenterPipelineMode(m_handle.get());
    if (!done.ok())
        return Error{done.error().code,
                     "cannot apply " + std::string(step.name) + ": " + done.error().detail};
    return success();
}

bool isPostgresAddress(const std::string &address)
{
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

Result<Database> openPostgres(const std::string &address, std::span<const Migration> migrations,
                              IfAbsent ifAbsent)
{
    if (!isPostgresAddress(address))
        return Error{ErrorCode::InvalidInput, "The database is given as postgresql://USER@HOST/NAME."};
    KAPOK_TRY(checkPostgresAddress(address));
    auto connection = std::make_unique<PostgresConnection>(address, migrations, ifAbsent);
    KAPOK_TRY(connection->connect());
    if (!migrations.empty())
        KAPOK_TRY(refuseForeign(*connection));
    KAPOK_TRY(migrate(*connection, migrations));
    connection->expectTables();
    return Database(std::move(connection));
}

} // namespace kapok::store
