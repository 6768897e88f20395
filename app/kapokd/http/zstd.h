// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// Unpacks a zstd body (RFC 8878), never making more than \p mostBytes and never with a window of more than
/// 8 MiB: StorageFull when it would be more, InvalidInput when it is no zstd or cut off.
[[nodiscard]] Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes);

} // namespace kapok::kapokd
