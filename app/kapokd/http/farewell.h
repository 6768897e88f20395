// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kapok::kapokd {

/// The last answer on a connection, as bytes: for what no handler ever gets to see. \p status is 400 (no
/// HTTP), 408 (no end in time), 431 (head too large) or 503 (too many connections; with Retry-After).
[[nodiscard]] std::string farewell(int status);

} // namespace kapok::kapokd
