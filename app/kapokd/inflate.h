// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// The unpacked bytes of a gzip'd body; nothing when they would be more than \p limit, however small the body
/// is. InvalidInput when it is not gzip.
[[nodiscard]] Result<std::optional<std::string>> gunzip(std::string_view packed, std::size_t limit);

} // namespace kapok::kapokd
