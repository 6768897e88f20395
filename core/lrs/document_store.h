// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/micros.h"
#include "core/xapi/parameters.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kapok::lrs {

/// Most bytes of a document, also of one that was put together of several.
inline constexpr std::size_t kMostDocumentBytes = 1u << 20;

struct Document {
    std::string contentType;
    std::string etag; ///< with its quotes: SHA-1 of the content in hex (xAPI 1.0.3 Communication, 3.1)
    Micros updated = 0;
    std::string content;
};

/// What must hold for a change to be made.
struct Preconditions {
    /// What to do about a document that is there, or is not, when neither header is given.
    enum class Bare {
        Allowed,      ///< change it
        OnlyNew,      ///< Conflict when it is there
        NeverAllowed, ///< Conflict when it is there, else InvalidInput
    };

    std::string ifMatch;     ///< the header If-Match, "" when not given
    std::string ifNoneMatch; ///< the header If-None-Match, "" when not given
    Bare bare = Bare::Allowed;

    [[nodiscard]] bool given() const { return !ifMatch.empty() || !ifNoneMatch.empty(); }
};

/// State, activity profile and agent profile documents of xAPI. Thread-safety: everything from any thread;
/// calls wait for the disk. Conflict: a precondition does not hold. Other errors as in StatementStore.
class DocumentStore {
public:
    virtual ~DocumentStore() = default;

    /// NotFound.
    virtual Result<Document> get(const xapi::DocumentQuery &query) = 0;
    /// The ids of the documents, sorted; those changed after query.since when given. States of every
    /// registration when none is given.
    virtual Result<std::vector<std::string>> list(const xapi::DocumentQuery &query) = 0;
    /// Replaces the document; its new etag.
    virtual Result<std::string> put(const xapi::DocumentQuery &query, const std::string &contentType,
                                    const std::string &content, const Preconditions &conditions) = 0;
    /// As put(), but when there is one already both must be JSON objects and the top members of the new one
    /// go over those of the old one; else InvalidInput, as when that makes more than kMostDocumentBytes.
    virtual Result<std::string> merge(const xapi::DocumentQuery &query, const std::string &contentType,
                                      const std::string &content, const Preconditions &conditions) = 0;
    /// Deletes one document, or without query.documentId all of them.
    virtual Status remove(const xapi::DocumentQuery &query, const Preconditions &conditions) = 0;
};

} // namespace kapok::lrs
