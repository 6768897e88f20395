// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"

#include <cstdint>

namespace kapok::kapokd {

/// Which bytes of a file a request asks for (RFC 9110, 14.2).
struct Range {
    enum class Kind { Whole, Part, Unsatisfiable };
    Kind kind = Kind::Whole;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// Reads Range and If-Range. Several ranges, other units and what is malformed count as not asked: the whole
/// file. \p etag has its quotes.
[[nodiscard]] Range rangeOf(const Request &request, const std::string &etag, std::uint64_t fileSize);

} // namespace kapok::kapokd
