// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/builder.h"

#include <map>
#include <span>

/// The text of a statement of a session; which statements there are and what they hold is builder.h's. Pure;
/// from any thread.
namespace kapok::xapi {

/// What tells one statement of a session from another.
struct Draft {
    std::string_view verb;
    std::string_view type; ///< of the object
    const Activity *object = nullptr;
    const Interaction *interaction = nullptr;
    const std::string *response = nullptr;
    bool cmi5 = true;    ///< one of the statements cmi5 defines
    bool moveOn = false; ///< of a result with success or completion (cmi5 9.6.2.2)
    std::optional<int> attempt;
    std::optional<bool> completion;
    std::optional<bool> success;
    double scaled = 0; ///< only with success
    std::optional<std::chrono::milliseconds> duration;
    std::map<std::string_view, std::string> extensions = {}; ///< of the context; values as JSON
};

/// Scores to four decimals: what is compared and summed has the same digits everywhere.
[[nodiscard]] double roundedScore(double scaled);

/// As xAPI writes several ids in one response: "a[,]b".
[[nodiscard]] std::string joinedIds(std::span<const std::string> ids);

/// The statement as JSON: its id, registration and time are \p parsed's.
[[nodiscard]] std::string sessionStatementJson(const Parsed &parsed, const SessionContext &session,
                                               const Draft &draft);

} // namespace kapok::xapi
