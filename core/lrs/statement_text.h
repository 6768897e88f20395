// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/json_document.h"

#include <string>
#include <string_view>

/// Changes to a statement's text that leave every other digit of it alone. The text must be a valid
/// statement. Pure; from any thread.
namespace kapok::lrs {

/// Whether a contextActivities member of \p statement, or of its SubStatement, is one activity that stands
/// without an array (xAPI 1.0.3 Data, 2.4.6.2: they come back in arrays).
[[nodiscard]] bool hasBareActivities(xapi::JsonValue statement);
/// \p statement with arrays there.
[[nodiscard]] std::string withActivityArrays(std::string_view statement);

/// \p statement with its timestamp, and its SubStatement's, in UTC and with the same fraction of the second
/// (xAPI 2.0, 4.2.7).
[[nodiscard]] std::string withUtcTimestamps(std::string_view statement);

/// "2026-11-22T15:05:00.1250+07:00" as "2026-11-22T08:05:00.1250Z"; what is no timestamp stays as it is.
[[nodiscard]] std::string inUtc(std::string_view timestamp);

} // namespace kapok::lrs
