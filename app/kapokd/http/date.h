// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <string>

namespace kapok::kapokd {

/// "Sun, 22 Nov 2026 08:05:00 GMT" (RFC 9110, 5.6.7); the fraction of the second is cut off.
[[nodiscard]] std::string httpDate(Time time);

} // namespace kapok::kapokd
