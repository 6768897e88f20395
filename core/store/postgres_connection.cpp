// SPDX-License-Identifier: Apache-2.0
#include "core/store/postgres_connection.h"

#include "core/base/log.h"
#include "core/store/postgres_dump.h"

#include <charconv>
#include <optional>
#include <poll.h>
#include <utility>

namespace kapok::store {
namespace {

/// What all who write to a database of Kapok hold while they do ("kapok" in ASCII). Statements that write are
/// planned once: planned anew for the values of each batch, they took PostgreSQL twice as long as carrying
/// them out. Perhaps the tables were nearly empty then, and best read through; they will not be for long.
constexpr const char *kLock = "SELECT pg_advisory_xact_lock(461246492523),"
                              " set_config('plan_cache_mode', 'force_generic_plan', true),"
                              " set_config('enable_seqscan', 'off', true)";
constexpr const char *kTryLock = "SELECT pg_try_advisory_xact_lock(461246492523)";
/// Answers not yet read; few and small enough for the buffers between the two sides.
constexpr std::size_t kMostSent = 200;
constexpr std::size_t kMostPrepared = 400;

class PostgresCursor final : public Cursor {
public:
    PostgresCursor(PostgresConnection &connection, std::string_view sql, std::span<const Value> values)
        : m_connection(connection), m_sql(sql), m_parameters(values)
    {}
    /// One that was sent: its answer comes to \p answer.
    PostgresCursor(PostgresConnection &connection, Status sent, std::shared_ptr<ResultPointer> answer)
        : m_connection(connection), m_parameters({}), m_sent(std::move(sent)), m_answer(std::move(answer))
    {}

    Result<bool> step() override
    {
        if (!m_rows) {
            KAPOK_TRY_ASSIGN(m_rows, m_answer ? awaited() : m_connection.execute(m_sql, m_parameters));
        }
        return ++m_row < PQntuples(m_rows.get());
    }
    [[nodiscard]] std::string text(int column) const override { return std::string(view(column)); }
    [[nodiscard]] std::string blob(int column) const override { return bytesFromHex(view(column)); }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        const auto value = view(column);
        std::int64_t number = value == "t" ? 1 : 0; // a condition
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    [[nodiscard]] double real(int column) const override
    {
        const auto value = view(column);
        double number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    [[nodiscard]] bool isNull(int column) const override
    {
        return PQgetisnull(m_rows.get(), m_row, column) != 0;
    }
    [[nodiscard]] int columnCount() const override { return PQnfields(m_rows.get()); }

private:
    Result<ResultPointer> awaited()
    {
        KAPOK_TRY(m_sent);
        if (!*m_answer)
            KAPOK_TRY(m_connection.settle());
        if (!*m_answer)
            return Error{ErrorCode::Internal, "an earlier statement failed"};
        return std::move(*m_answer);
    }
    [[nodiscard]] std::string_view view(int column) const
    {
        return {PQgetvalue(m_rows.get(), m_row, column),
                static_cast<std::size_t>(PQgetlength(m_rows.get(), m_row, column))};
    }

    PostgresConnection &m_connection;
    std::string m_sql;
    Parameters m_parameters;
    Status m_sent;
    std::shared_ptr<ResultPointer> m_answer; ///< null for one that is executed by its first step
    ResultPointer m_rows;
    int m_row = -1;
};

/// Whether a statement failed because the session may only read.
bool isReadOnly(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state && std::string_view(state) == "25006";
}

} // namespace

bool PostgresConnection::isAlive()
{
    if (!m_handle)
        return false;
    // Nothing comes unasked on an idle connection but its end.
    pollfd socket{PQsocket(m_handle.get()), POLLIN, 0};
    while (PQstatus(m_handle.get()) == CONNECTION_OK && ::poll(&socket, 1, 0) > 0) {
        if (PQconsumeInput(m_handle.get()) == 0)
            return false;
        const ResultPointer unasked(PQgetResult(m_handle.get()));
        if (unasked && PQresultStatus(unasked.get()) == PGRES_FATAL_ERROR)
            return false;
    }
    return PQstatus(m_handle.get()) == CONNECTION_OK;
}

Status PostgresConnection::ensureConnected()
{
    if (m_isInTransaction || !m_sent.empty())
        return m_handle && PQstatus(m_handle.get()) == CONNECTION_OK ? success() : Status(lost());
    // A session stays read-only when the database may be written again, or another server may.
    if (isAlive() && !m_isReadOnly)
        return success();
    const Status connected = connect();
    if (connected.ok()) {
        log::warn("the connection to the database was made anew");
        return connected;
    }
    log::error("the connection to the database is lost: {}", connected.error().detail);
    return Error{ErrorCode::StorageBroken, "cannot use the database: it is away, the log says why"};
}

Error PostgresConnection::lost() const
{
    const std::string message = m_handle ? PQerrorMessage(m_handle.get()) : "";
    return postgresError("", message.empty() ? "the connection was lost" : message);
}

/// The name that \p sql is prepared under; prepares it first when it is new.
Result<std::string> PostgresConnection::prepared(std::string_view sql)
{
    std::string key(sql);
    if (const auto found = m_prepared.find(key); found != m_prepared.end())
        return found->second;
    if (m_prepared.size() >= kMostPrepared)
        forgetPrepared();
    const std::string name = "k" + std::to_string(++m_nextName);
    if (PQsendPrepare(m_handle.get(), name.c_str(), withDollars(sql).c_str(), 0, nullptr) == 0)
        return lost();
    m_sent.push_back({key, nullptr});
    m_prepared.emplace(std::move(key), name);
    return name;
}

/// Old ones stay on the server until the connection ends or DEALLOCATE has been carried out.
void PostgresConnection::forgetPrepared()
{
    if (PQsendQueryParams(m_handle.get(), "DEALLOCATE ALL", 0, nullptr, nullptr, nullptr, nullptr, 0) == 0)
        return;
    m_sent.push_back({});
    m_prepared.clear();
}

Status PostgresConnection::enqueue(std::string_view sql, const Parameters &parameters)
{
    KAPOK_TRY(parameters.check());
    KAPOK_TRY(ensureConnected());
    KAPOK_TRY_ASSIGN(const std::string name, prepared(sql));
    const auto pointers = parameters.pointers();
    if (PQsendQueryPrepared(m_handle.get(), name.c_str(), parameters.count(), pointers.data(),
                            parameters.lengths(), parameters.formats(), 0) == 0)
        return lost();
    m_sent.push_back({});
    return success();
}

/// One command's answer, read to its end.
Status PostgresConnection::readAnswer(const Sent &sent, ResultPointer &answer)
{
    Status outcome = success();
    answer.reset(PQgetResult(m_handle.get()));
    if (!answer) {
        outcome = lost();
    } else if (!isGood(answer.get())) {
        m_isReadOnly = m_isReadOnly || isReadOnly(answer.get());
        const bool isSkipped = PQresultStatus(answer.get()) == PGRES_PIPELINE_ABORTED;
        outcome =
            isSkipped ? Error{ErrorCode::Internal, "an earlier statement failed"} : errorOf(answer.get());
    }
    while (answer) {
        const ResultPointer more(PQgetResult(m_handle.get()));
        if (!more)
            break;
    }
    if (!outcome.ok() && !sent.prepares.empty())
        m_prepared.erase(sent.prepares);
    return outcome;
}

Result<ResultPointer> PostgresConnection::finish()
{
    const auto sent = std::exchange(m_sent, {});
    if (PQpipelineSync(m_handle.get()) == 0)
        return lost();
    std::optional<Error> failure;
    ResultPointer answer;
    for (const Sent &one : sent) {
        const Status outcome = readAnswer(one, answer);
        if (!outcome.ok() && !failure)
            failure = outcome.error();
        if (outcome.ok() && one.answer)
            *one.answer = std::move(answer);
    }
    const ResultPointer end(PQgetResult(m_handle.get()));
    const bool isWhole = end && PQresultStatus(end.get()) == PGRES_PIPELINE_SYNC;
    if (failure)
        return *failure;
    if (!isWhole)
        return lost();
    return answer;
}

Result<ResultPointer> PostgresConnection::execute(std::string_view sql, const Parameters &parameters)
{
    if (Status sent = enqueue(sql, parameters); !sent.ok()) {
        if (!m_sent.empty())
            static_cast<void>(finish());
        return sent.error();
    }
    KAPOK_TRY_ASSIGN(auto answer, finish());
    const std::string_view changed = PQcmdTuples(answer.get());
    m_changes = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), m_changes);
    return answer;
}

std::unique_ptr<Cursor> PostgresConnection::cursor(std::string_view sql, std::span<const Value> values)
{
    return std::make_unique<PostgresCursor>(*this, sql, values);
}

Status PostgresConnection::settle()
{
    KAPOK_TRY_ASSIGN(const auto last, finish());
    return success();
}

std::unique_ptr<Cursor> PostgresConnection::ask(std::string_view sql, std::span<const Value> values)
{
    if (!m_isInTransaction)
        return cursor(sql, values);
    Status sent = enqueue(sql, Parameters(values));
    auto answer = std::make_shared<ResultPointer>();
    if (sent.ok())
        m_sent.back().answer = answer;
    return std::make_unique<PostgresCursor>(*this, std::move(sent), std::move(answer));
}

Status PostgresConnection::send(std::string_view sql, std::span<const Value> values)
{
    const Parameters parameters(values);
    if (!m_isInTransaction || m_sent.size() >= kMostSent) {
        KAPOK_TRY_ASSIGN(const auto answer, execute(sql, parameters));
        return success();
    }
    return enqueue(sql, parameters);
}

Status PostgresConnection::begin(bool waits)
{
    KAPOK_TRY(enqueue("BEGIN", Parameters({})));
    m_isInTransaction = true;
    Status locked = waits ? enqueue(kLock, Parameters({})) : lockAtOnce();
    // It wakes, begins and takes the lock while what is to be stored is put together here.
    if (locked.ok() && PQflush(m_handle.get()) == -1)
        locked = lost();
    if (!locked.ok())
        rollback();
    return locked;
}

Status PostgresConnection::lockAtOnce()
{
    KAPOK_TRY_ASSIGN(const auto answer, execute(kTryLock, Parameters({})));
    if (std::string_view(PQgetvalue(answer.get(), 0, 0)) == "t")
        return success();
    return Error{ErrorCode::Throttled, "cannot use the database: somebody else writes"};
}

Status PostgresConnection::commit()
{
    KAPOK_TRY_ASSIGN(const auto answer, execute("COMMIT", Parameters({})));
    m_isInTransaction = false;
    // A transaction in which something failed is undone by COMMIT, without an error.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        return Error{ErrorCode::Internal, "cannot use the database: a transaction that failed was committed"};
    return success();
}

void PostgresConnection::rollback()
{
    if (!m_isInTransaction)
        return;
    const auto undone = execute("ROLLBACK", Parameters({}));
    m_isInTransaction = false;
    if (!undone.ok())
        m_handle.reset(); // it ends with the connection
}

Status PostgresConnection::backupTo(const std::filesystem::path &target)
{
    return dumpPostgres(m_address, target);
}

} // namespace kapok::store
