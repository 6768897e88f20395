// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/attachments.h"
#include "core/lrs/micros.h"
#include "core/xapi/parameters.h"
#include "core/xapi/statement.h"
#include "core/xapi/validate.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kapok::lrs {

/// What one request brings to the store.
struct AddRequest {
    std::string body;                 ///< JSON: one statement or an array of them
    std::optional<StatementId> putId; ///< `PUT`: the statement's id
    xapi::Version version = xapi::Version::V1_0_3;
    std::string authority; ///< JSON of the Agent who vouches for them
    std::string onlyAgent; ///< ifi that every actor must have; "" for any
    /// What came beside them, every one checked against its digest.
    std::vector<Attachment> attachments{};
};

/// Which statements. Voided ones are left out.
struct StatementFilter {
    xapi::StatementQuery query;  ///< its since and until are replaced by those below
    std::optional<Micros> since; ///< exclusive, on stored
    std::optional<Micros> until; ///< inclusive
    std::optional<Micros> after; ///< continue behind this one, in the direction of the query
    std::string onlyAgent;       ///< ifi of the actor or object of every answer; "" for any
    std::string onlyAuthority;   ///< JSON of the authority of every answer, as AddRequest had it; "" for any
};

/// A piece of an answer.
struct StatementPage {
    std::vector<std::string> statements; ///< whole JSON, with stored and authority
    std::optional<Micros> next;          ///< to ask on with, as StatementFilter::after; nothing at the end
    Micros consistentThrough = 0;        ///< everything stored up to here was visible
};

/// Where statements are kept. Thread-safety: everything from any thread; calls wait for the disk.
/// Errors beside those named: StorageFull, StorageBroken, Throttled, Internal.
class StatementStore {
public:
    static constexpr int kMaxLimit = 500; ///< statements of one page, and when no limit is given

    virtual ~StatementStore() = default;

    /// Stores all or nothing. When it returns, they are on the disk. One that is there already and says the
    /// same is accepted again; one that says something else is Conflict. One whose actor was forgotten is
    /// accepted and not kept (core/lrs/removal.h). InvalidInput, Forbidden.
    virtual Result<std::vector<StatementId>> add(const AddRequest &request) = 0;
    virtual Result<StatementPage> find(const StatementFilter &filter) = 0;
    /// The whole JSON of one statement that is voided or not, as asked. NotFound.
    virtual Result<std::string> one(const StatementId &id, bool voided, const std::string &onlyAgent) = 0;
    /// The attachments whose bytes came with this statement, by their digests' order; none for an unknown
    /// one. Who may see the statement is asked before.
    virtual Result<std::vector<Attachment>> attachmentsOf(const StatementId &id) = 0;
    /// Folds all figures anew; the rows are the same as before when nothing went wrong.
    virtual Status rebuildFigures() = 0;

    /// Everything stored up to here is visible to whoever starts reading now, and nothing more will be stored
    /// at or before it. Never goes back, and moves with the clock.
    virtual Result<Micros> consistentThrough() = 0;
    /// What statements say about these activities: a JSON object (xAPI's activity definition) by IRI, merged
    /// from all distinct definitions in the order in which each first came. Activities without one are left
    /// out.
    virtual Result<std::map<std::string, std::string>>
    definitions(const std::set<std::string> &activities) = 0;
    /// The names that statements give the agent with this ifi, sorted.
    virtual Result<std::vector<std::string>> names(const std::string &ifi) = 0;
};

} // namespace kapok::lrs
