// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/document_store.h"
#include "core/store/pool.h"

namespace kapok::lrs {

/// Documents in a server's database, SQLite or PostgreSQL.
class SqlDocumentStore final : public DocumentStore {
public:
    /// Readers come from \p pool, writing goes through \p writer, time from \p clock; all outlive this.
    SqlDocumentStore(store::Pool &pool, CommitQueue &writer, const Clock &clock)
        : m_pool(pool), m_writer(writer), m_clock(clock)
    {}

    Result<Document> get(const xapi::DocumentQuery &query) override;
    Result<std::vector<std::string>> list(const xapi::DocumentQuery &query) override;
    Result<std::string> put(const xapi::DocumentQuery &query, const std::string &contentType,
                            const std::string &content, const Preconditions &conditions) override;
    Result<std::string> merge(const xapi::DocumentQuery &query, const std::string &contentType,
                              const std::string &content, const Preconditions &conditions) override;
    Status remove(const xapi::DocumentQuery &query, const Preconditions &conditions) override;

private:
    Result<std::string> write(const xapi::DocumentQuery &query, const std::string &contentType,
                              const std::string &content, const Preconditions &conditions, bool merging);

    store::Pool &m_pool;
    CommitQueue &m_writer;
    const Clock &m_clock;
};

} // namespace kapok::lrs
