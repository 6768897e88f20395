// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/lrs/instant.h"
#include "core/lrs/intake.h"
#include "core/xapi/validate.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kapok::lrs {

/// Who brings statements, and in which version of xAPI.
struct Origin {
    std::string authority; ///< JSON of the Agent that the credential stands for
    xapi::Version version = xapi::Version::V1_0_3;
};

/// Which statements are asked for. Empty fields do not filter.
struct Query {
    std::string agent; ///< ifi
    std::string verb;
    std::string activity;
    std::string registration;
    std::string authority;        ///< JSON; only statements this Agent brought
    std::optional<Instant> since; ///< exclusive, on stored
    std::optional<Instant> until; ///< inclusive, on stored
    bool ascending = false;
    int limit = 0; ///< 0 or more than kMaxPage: kMaxPage
    /// Set to go on where a page ended: `next` and `through` of that page.
    std::optional<Instant> after;
    std::optional<Instant> through;
};
inline constexpr int kMaxPage = 500;

/// A piece of the answer to a Query.
struct Page {
    std::vector<std::string> statements; ///< JSON with stored and authority
    std::optional<Instant> next;         ///< set when there are more: `after` of the next page
    Instant through = 0;                 ///< the moment whose statements all pages show
};

/// One statement as it is given back.
struct Found {
    std::string json;
    Instant stored = 0;
};

/// Where a State document lies.
struct DocumentPlace {
    std::string activity;
    std::string agent;        ///< ifi
    std::string registration; ///< "" for none
    std::string stateId;
};

struct Document {
    std::string content;
    std::string contentType;
    std::string etag; ///< SHA-1 in hex, without quotes
    Instant updated = 0;
};

enum class DocumentAction { Put, Merge, Delete };

/// A change of one document. Empty ifMatch and ifNoneMatch: whatever is there.
struct DocumentChange {
    DocumentAction action = DocumentAction::Put;
    DocumentPlace place;
    std::string content;
    std::string contentType;
    std::string ifMatch; ///< an ETag without quotes, or "*"
    std::string ifNoneMatch;
    bool needsMatch = false; ///< a document that exists may only be changed with ifMatch (xAPI 2.0)
};

/// Progress of one learner in one course. Times in microseconds.
struct Figure {
    std::string agent; ///< ifi
    std::string course;
    Instant started = 0;
    std::optional<Instant> completed;
    Instant lastSeen = 0;
    int lessonsDone = 0;
    std::optional<double> mark; ///< 0..1

    bool operator==(const Figure &) const = default;
};

using Done = std::function<void(Status)>;

/// Statements and State documents of a Learning Record Store.
///
/// Statements are immutable. Each gets `stored`, strictly increasing in the order of commits, so `since` is
/// a safe cursor. Errors everywhere: StorageFull, StorageBroken, Throttled (busy); what else is named there.
/// Thread-safety: every function from any thread; a Done is called on a thread of the store and must not
/// block.
class StatementStore {
public:
    /// Finishes what was submitted.
    virtual ~StatementStore() = default;

    /// Stores all of \p batch or none. A statement whose id is known and that says the same counts as stored;
    /// one that says something else is a Conflict, as is voiding a voiding one. \p done comes after the
    /// commit is on the disk; many batches may share a commit.
    virtual void add(std::vector<Incoming> batch, Origin origin, Done done) = 0;

    virtual Result<Page> query(const Query &query) = 0;
    /// The statement with this id: one that is not voided, or one that is. NotFound.
    virtual Result<Found> find(const StatementId &id, bool voided) = 0;
    /// Everything stored up to this moment can be read, and nothing will be stored before it.
    virtual Instant consistentThrough() = 0;

    /// Refused when a precondition does not hold; Conflict when one is needed; InvalidInput when a merge is
    /// not of two JSON objects. Deleting what is not there succeeds.
    virtual void change(DocumentChange change, Done done) = 0;
    virtual Result<Document> document(const DocumentPlace &place) = 0;
    /// State ids at \p place (its stateId is not looked at; "" as registration means any) changed after \p
    /// since.
    virtual Result<std::vector<std::string>> documentIds(const DocumentPlace &place,
                                                         std::optional<Instant> since) = 0;

    /// Makes the figures anew from the statements.
    virtual void rebuildFigures(Done done) = 0;
    /// Every figure, by agent and course.
    virtual Result<std::vector<Figure>> figures() = 0;
};

/// add(), change() and rebuildFigures() for callers that may wait: \p start gets the Done.
[[nodiscard]] Status waitFor(const std::function<void(Done)> &start);

} // namespace kapok::lrs
