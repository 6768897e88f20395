// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace kapok {

/// A moment, UTC, to the millisecond.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where "now" comes from. Everything that needs the time takes one, so tests can turn it.
/// Thread-safety: now() from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;
};

/// The device's own clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Time now() const override;
};

/// ISO 8601 in UTC with milliseconds: "2026-11-22T08:05:00.123Z".
[[nodiscard]] std::string toIso8601(Time time);

/// Parses an ISO 8601 / RFC 3339 timestamp with a zone ("Z", "+07:00") and any fraction;
/// finer than a millisecond is cut off. A time without a zone is taken as UTC.
[[nodiscard]] Result<Time> parseIso8601(std::string_view text);

/// ISO 8601 duration in seconds with two decimals, the precision xAPI 2.0 compares: "PT12.34S".
[[nodiscard]] std::string toIsoDuration(std::chrono::milliseconds duration);

} // namespace kapok
