// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/entry.h"
#include "core/xapi/builder.h"

#include <chrono>
#include <optional>

/// The sessions that are open, kept so that each one ends in exactly one `terminated` or `abandoned`, also
/// after a kill. A visit to a lesson is one session or several after another: cmi5 (9.3, 10) allows one
/// verdict in a session, and in one for Review nothing but that it was opened and left. Private to this
/// folder; inside a transaction.
namespace kapok::learner {

/// The session a visit is in.
struct OpenSession {
    SessionId visit;   ///< of the visit's first session; stays
    SessionId current; ///< what its statements carry
    Time openedAt{};
    xapi::LaunchMode mode = xapi::LaunchMode::Normal;
    bool judged = false; ///< passed or failed was recorded in it
};

/// The session \p visit is in; nothing when it has ended.
[[nodiscard]] Result<std::optional<OpenSession>> findSession(store::Database &database,
                                                             const SessionId &visit);

/// Records `launched` and `initialized` of \p context's session and keeps it as the one \p visit is in.
[[nodiscard]] Status beginSession(Entry &entry, const SessionId &visit, const xapi::SessionContext &context,
                                  xapi::LaunchMode mode, Time now);

/// From now on \p visit's session has its verdict.
[[nodiscard]] Status markJudged(store::Database &database, const SessionId &visit);

/// Records `terminated` for the session \p visit is in; nothing when it ended before.
[[nodiscard]] Status endSession(Entry &entry, const SessionId &visit, const xapi::Account &actor,
                                std::optional<std::chrono::milliseconds> clockOffset, Time now);

/// Ends every open session: `abandoned` (with the time until the last thing recorded in it) or `terminated`.
/// Returns how many.
[[nodiscard]] Result<int> endAllSessions(Entry &entry, bool abandoned, const xapi::Account &actor,
                                         std::optional<std::chrono::milliseconds> clockOffset, Time now);

} // namespace kapok::learner
