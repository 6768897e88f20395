// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/entry.h"
#include "core/xapi/builder.h"

#include <chrono>
#include <optional>

/// The sessions (visits to lessons) that are open, kept so that each one ends in exactly one `terminated` or
/// `abandoned`, also after a kill. Private to this folder; inside a transaction.
namespace kapok::learner {

/// Call right after adding its launched and initialized.
[[nodiscard]] Status saveSession(store::Database &database, const xapi::SessionContext &context, Time now);

/// Records `terminated` for \p session; nothing when it ended before.
[[nodiscard]] Status endSession(Entry &entry, const SessionId &session, const xapi::Account &actor,
                                std::optional<std::chrono::milliseconds> clockOffset, Time now);

/// Ends every open session: `abandoned` (with the time until the last thing recorded in it) or `terminated`.
/// Returns how many.
[[nodiscard]] Result<int> endAllSessions(Entry &entry, bool abandoned, const xapi::Account &actor,
                                         std::optional<std::chrono::milliseconds> clockOffset, Time now);

} // namespace kapok::learner
