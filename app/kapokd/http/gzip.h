// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// Unpacks a gzip body (RFC 1952: one member after the other), never making more than \p mostBytes:
/// StorageFull when it would be more, InvalidInput when it is no gzip, cut off, or something else comes
/// behind it.
[[nodiscard]] Result<std::string> gunzip(std::string_view packed, std::size_t mostBytes);

/// Packs \p bytes; "" when zlib cannot.
[[nodiscard]] std::string gzip(std::string_view bytes);

} // namespace kapok::kapokd
