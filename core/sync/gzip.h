// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::sync {

/// \p bytes as one gzip member (RFC 1952), or "" when that is not possible. The same bytes give the same
/// result.
[[nodiscard]] std::string gzip(std::string_view bytes);

} // namespace kapok::sync
