// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sync/transport.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// What every answer has in common: its time, its refusals, and how a URL is put together.
namespace kapok::sync {

/// The time of an HTTP date ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110 5.6.7), to the second.
[[nodiscard]] std::optional<Time> parseHttpDate(std::string_view text);

/// How long a 429 or 503 asks to wait, in seconds or as a date; at least one second, at most
/// tuning::kRetryAfterLongest. Nothing when it does not say.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfterOf(const Response &response);

/// The failure that a status other than 2xx means; see ServerApi for the codes.
[[nodiscard]] Error refusal(const Response &response);

/// Percent-encodes \p text for a query or a path segment (RFC 3986).
[[nodiscard]] std::string urlEncode(std::string_view text);

/// "https://host:port" of an absolute URL, or "".
[[nodiscard]] std::string originOf(std::string_view url);

/// \p base without its final slashes.
[[nodiscard]] std::string withoutSlash(std::string base);

} // namespace kapok::sync
