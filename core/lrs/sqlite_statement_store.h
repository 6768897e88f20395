// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/lrs/statement_store.h"
#include "core/lrs/writer.h"
#include "core/store/database.h"
#include "core/store/pool.h"

#include <filesystem>
#include <memory>
#include <unordered_map>

namespace kapok::lrs {

/// StatementStore in one SQLite file: one writer thread with group commit, readers on connections of their
/// own. One process at a time may have it open.
class SqliteStatementStore final : public StatementStore {
public:
    /// Opens or makes the database. Conflict when another process has it open as a store; NewerFormat.
    /// \p clock must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStatementStore>> open(const std::filesystem::path &file,
                                                                            const Clock &clock);
    ~SqliteStatementStore() override;

    void add(std::vector<Incoming> batch, Origin origin, Done done) override;
    Result<Page> query(const Query &query) override;
    Result<Found> find(const StatementId &id, bool voided) override;
    Instant consistentThrough() override { return m_writer->consistentThrough(); }
    void change(DocumentChange change, Done done) override;
    Result<Document> document(const DocumentPlace &place) override;
    Result<std::vector<std::string>> documentIds(const DocumentPlace &place,
                                                 std::optional<Instant> since) override;
    void rebuildFigures(Done done) override;
    Result<std::vector<Figure>> figures() override;

private:
    enum class Kind { Agent, Verb, Activity, Registration, Authority };

    SqliteStatementStore(const std::filesystem::path &file, int lock);

    // On the writer's thread.
    Result<std::int64_t> intern(store::Database &database, Kind kind, const std::string &value);
    Status addBatch(store::Database &database, const std::vector<Incoming> &batch, const Origin &origin);
    Result<bool> isNew(store::Database &database, const Incoming &statement, xapi::Version version);
    Status insert(store::Database &database, const Incoming &statement, const Origin &origin);
    Status insertKeys(store::Database &database, const Incoming &statement, Instant stored);
    Status applyVoiding(store::Database &database, const Incoming &statement);
    Status count(store::Database &database, const StatementKeys &keys, Instant stored);
    Status recount(store::Database &database);
    Status applyChange(store::Database &database, const DocumentChange &change);

    store::Pool m_readers;
    int m_lock;                                               ///< descriptor that holds the lock on the file
    std::unordered_map<std::string, std::int64_t> m_interned; ///< writer's thread
    std::unique_ptr<Writer> m_writer;                         ///< last: its thread uses the others
};

} // namespace kapok::lrs
