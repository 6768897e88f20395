// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/statement_store.h"
#include "core/store/pool.h"

#include <span>

namespace kapok::lrs {

/// The migrations of a server's database: the tables of this folder and those of core/roster.
[[nodiscard]] std::span<const store::Migration> migrations();
/// The same for PostgreSQL.
[[nodiscard]] std::span<const store::Migration> postgresMigrations();

struct Prepared;

/// Statements in a server's database, SQLite or PostgreSQL.
class SqlStatementStore final : public StatementStore {
public:
    /// Readers come from \p pool, writing goes through \p writer, time from \p clock; all outlive this.
    SqlStatementStore(store::Pool &pool, CommitQueue &writer, const Clock &clock)
        : m_pool(pool), m_writer(writer), m_clock(clock)
    {}

    Result<std::vector<StatementId>> add(const AddRequest &request) override;
    Result<StatementPage> find(const StatementFilter &filter) override;
    Result<std::string> one(const StatementId &id, bool voided, const std::string &onlyAgent) override;
    Result<std::vector<Attachment>> attachmentsOf(const StatementId &id) override;
    Status rebuildFigures() override;
    Result<Micros> consistentThrough() override;
    Result<std::map<std::string, std::string>> definitions(const std::set<std::string> &activities) override;
    Result<std::vector<std::string>> names(const std::string &ifi) override;

private:
    store::Pool &m_pool;
    CommitQueue &m_writer;
    const Clock &m_clock;
};

} // namespace kapok::lrs
