// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace kapok::lrs {

/// Microseconds since 1970 UTC. `stored` needs them: several statements of one millisecond still differ.
using Instant = std::int64_t;

/// "2026-11-22T08:05:00.123456Z".
[[nodiscard]] std::string toText(Instant instant);
/// Like parseIso8601(), to the microsecond.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

} // namespace kapok::lrs
