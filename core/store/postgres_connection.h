// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/connection.h"
#include "core/store/postgres_result.h"
#include "core/store/postgres_values.h"

#include <libpq-fe.h>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kapok::store {

struct ConnectionDeleter {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};

/// PostgreSQL by libpq, in pipeline mode throughout: statements are sent as they come, and their answers are
/// awaited together when one of them is needed.
class PostgresConnection final : public Connection {
public:
    PostgresConnection(std::string address, std::span<const Migration> migrations, IfAbsent ifAbsent)
        : m_address(std::move(address)), m_migrations(migrations), m_ifAbsent(ifAbsent)
    {}

    /// Connects, or connects again. StorageBroken, NewerFormat; NotFound when tables are expected and it has
    /// none.
    Status connect();
    /// From now on the database must have tables.
    void expectTables() { m_ifAbsent = IfAbsent::Refuse; }

    /// Sends \p sql after all that was sent before, waits for everything and returns this one's answer.
    Result<ResultPointer> execute(std::string_view sql, const Parameters &parameters);
    /// Waits for everything that was sent. The first error of all.
    Status settle();

    [[nodiscard]] Dialect dialect() const override { return Dialect::Postgres; }
    [[nodiscard]] std::unique_ptr<Cursor> cursor(std::string_view sql,
                                                 std::span<const Value> values) override;
    [[nodiscard]] std::unique_ptr<Cursor> ask(std::string_view sql, std::span<const Value> values) override;
    Status send(std::string_view sql, std::span<const Value> values) override;
    Status begin(bool waits) override;
    Status commit() override;
    void rollback() override;
    [[nodiscard]] Result<int> schemaVersion() override;
    Status apply(const Migration &step) override;
    [[nodiscard]] long long lastInsertId() const override { return 0; }
    [[nodiscard]] int changes() const override { return m_changes; }
    [[nodiscard]] int openings() const override { return m_openings; }
    Status backupTo(const std::filesystem::path &target) override;

private:
    /// One command on its way.
    struct Sent {
        std::string prepares;                  ///< SQL that this command prepares; "" for one that executes
        std::shared_ptr<ResultPointer> answer; ///< where a good answer goes; null where nobody wants it
    };

    Status connectOnce();
    Status lockAtOnce();
    Status ensureConnected();
    [[nodiscard]] bool isAlive();
    Status enqueue(std::string_view sql, const Parameters &parameters);
    Result<std::string> prepared(std::string_view sql);
    /// Waits for the answers of everything sent; the last one's. The first error of all.
    Result<ResultPointer> finish();
    Status readAnswer(const Sent &sent, ResultPointer &answer);
    void forgetPrepared();
    [[nodiscard]] Error lost() const;

    std::string m_address;
    std::span<const Migration> m_migrations;
    IfAbsent m_ifAbsent;
    std::unique_ptr<PGconn, ConnectionDeleter> m_handle;
    std::unordered_map<std::string, std::string> m_prepared; ///< names by SQL
    std::vector<Sent> m_sent;
    unsigned m_nextName = 0;
    bool m_isInTransaction = false;
    bool m_isReadOnly = false; ///< a statement failed for that
    int m_changes = 0;
    int m_openings = 0;
};

} // namespace kapok::store
