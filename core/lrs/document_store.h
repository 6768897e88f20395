// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/store/pool.h"
#include "core/xapi/parameters.h"

#include <string>
#include <vector>

namespace kapok::lrs {

struct Document {
    std::string contentType;
    std::string etag; ///< with its quotes: SHA-1 of the content in hex (xAPI 1.0.3 Communication, 3.1)
    Micros updated = 0;
    std::string content;
};

/// The headers If-Match and If-None-Match, "" when not given.
struct Preconditions {
    std::string ifMatch;
    std::string ifNoneMatch;
};

/// State documents of xAPI. Thread-safety: everything from any thread.
/// Conflict: a precondition does not hold (HTTP 412). Other errors as in StatementStore.
class DocumentStore {
public:
    DocumentStore(store::Pool &pool, CommitQueue &writer, const Clock &clock)
        : m_pool(pool), m_writer(writer), m_clock(clock)
    {}

    /// NotFound.
    [[nodiscard]] Result<Document> get(const xapi::StateQuery &query);
    /// The ids of the documents, those changed after query.since when given.
    [[nodiscard]] Result<std::vector<std::string>> list(const xapi::StateQuery &query);
    /// Replaces the document; its new etag.
    Result<std::string> put(const xapi::StateQuery &query, const std::string &contentType,
                            const std::string &content, const Preconditions &conditions);
    /// As put(), but when there is one already both must be JSON objects and the top members of the new one
    /// go over those of the old one; else InvalidInput.
    Result<std::string> merge(const xapi::StateQuery &query, const std::string &contentType,
                              const std::string &content, const Preconditions &conditions);
    /// Deletes one document, or without query.stateId all of them.
    Status remove(const xapi::StateQuery &query, const Preconditions &conditions);

private:
    Result<std::string> write(const xapi::StateQuery &query, const std::string &contentType,
                              const std::string &content, const Preconditions &conditions, bool merging);

    store::Pool &m_pool;
    CommitQueue &m_writer;
    const Clock &m_clock;
};

} // namespace kapok::lrs
