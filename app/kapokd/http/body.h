// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kapok::xapi {
class StatementDictionary;
}

namespace kapok::kapokd {

/// Unpacks the body of \p request (Content-Encoding: gzip, zstd or dcz), never making more than \p mostBytes
/// of it; \p dictionary is the one known here. The refusal: 413 for a body that is larger, packed or not, 415
/// for another encoding or dictionary, 400 for a body that is not what it says.
[[nodiscard]] std::optional<Response> unpackBody(Request &request, std::size_t mostBytes,
                                                 const xapi::StatementDictionary &dictionary);

/// What to say, with 413, of a body that has more.
[[nodiscard]] Error tooLargeBody(std::uint64_t mostBytes);

/// Packs the body of \p response when it is worth it and \p request can take it: statements travel over 2G.
void packBody(const Request &request, Response &response);

} // namespace kapok::kapokd
