// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kapok::lrs {

/// Microseconds since 1970 UTC: what `stored` is counted in, so that many statements fit in a millisecond.
using Micros = std::int64_t;
/// The time to give what is stored next: later than everything stored before. Whoever stores n things calls
/// it n times. Fails when the database cannot tell what was stored last.
using Stamp = std::function<Result<Micros>()>;

[[nodiscard]] Micros toMicros(Time time);
/// To the millisecond below.
[[nodiscard]] Time toTime(Micros micros);
/// "2026-11-22T08:05:00.123456Z"
[[nodiscard]] std::string microsText(Micros micros);
/// "2026-11"
[[nodiscard]] std::string monthOf(Micros micros);
/// Reads an ISO 8601 timestamp; finer than a microsecond is cut off.
[[nodiscard]] Result<Micros> parseMicros(std::string_view text);

} // namespace kapok::lrs
