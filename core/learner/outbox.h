// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/xapi/statement.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::learner {

/// A statement that is not on the server yet, with what it is about.
struct WaitingItem {
    StatementId id;
    std::string verb;       ///< IRI
    std::string activityId; ///< IRI of the lesson, page or course
    std::string courseIri;
    Time at{};
    bool setAside = false; ///< the server refused it
    std::string reason;    ///< why, in the server's words; only when set aside
};

/// What waits of one lesson, or of a course itself, in one: what a person would call one thing.
struct WaitingLesson {
    std::string courseIri;
    LessonId lesson;       ///< empty: of the course itself (it was finished)
    bool setAside = false; ///< the server refused these; what still goes is counted apart
    int statements = 0;
    int answers = 0;
    int pages = 0;          ///< read for the first time
    bool finished = false;  ///< the lesson or the course
    Time latest{};          ///< when the last of them was recorded
    std::int64_t first = 0; ///< place of the oldest in the order of sending

    bool operator==(const WaitingLesson &) const = default;
};

struct OutboxCounts {
    int queued = 0;
    int setAside = 0;
    int sent = 0; ///< on the server for certain
};

/// The statements of one person's record and whether the server has them: queued, sent or set aside. A row
/// is written in the transaction that records what she did, and never deleted.
///
/// Thread-safety: none; lives on the connection it was given, which must outlive it.
/// Errors: those of store::Database.
class Outbox {
public:
    explicit Outbox(store::Database &database) : m_database(&database) {}

    /// At most \p limit queued statements, oldest first, with their bytes as recorded.
    Result<std::vector<xapi::Statement>> oldest(std::size_t limit);
    /// A queued statement and its place in the order of sending.
    struct Queued {
        std::int64_t seq = 0;
        xapi::Statement statement;
    };
    /// The same behind the place \p seq.
    Result<std::vector<Queued>> queuedAfter(std::int64_t seq, std::size_t limit);
    /// The server has them. Unknown ids are ignored. \p at is remembered as "last sent". A battery that dies
    /// right after may lose this; they are then sent once more, which changes nothing.
    Status markSent(std::span<const StatementId> ids, Time at);
    /// The server refused \p id for good; it stays on this device, visible, and blocks nothing.
    Status setAside(const StatementId &id, std::string_view reason);
    /// Sends a statement that was set aside once more.
    Status queueAgain(const StatementId &id);

    Result<OutboxCounts> counts();
    /// What waits and what was set aside (those first), newest first, at most \p limit.
    Result<std::vector<WaitingItem>> waiting(std::size_t limit);
    /// The same by lesson, all of it: set aside and waiting apart, the latest first.
    Result<std::vector<WaitingLesson>> lessons();
    /// How many of lessons() wait to be sent.
    Result<int> lessonsWaiting();
    /// When the server last confirmed something.
    Result<std::optional<Time>> lastSent();

    /// Whether the server at \p endpoint is noted as one that knows \p dictionary.
    Result<bool> knowsDictionary(std::string_view endpoint, std::string_view dictionary);
    /// Notes it, or that it does not.
    Status noteDictionary(std::string_view endpoint, std::string_view dictionary, bool known);

private:
    store::Database *m_database;
};

} // namespace kapok::learner
