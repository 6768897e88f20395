// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xapi/parameters.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Forms (application/x-www-form-urlencoded), query strings, and the alternate request syntax made of them
/// (xAPI 1.0.3 Communication, 1.3): a request that cannot be sent as it is, inside a POST. Pure.
namespace kapok::xapi {

/// Decodes %XX, and "+" as a blank when \p form is true; nothing when a % is not followed by two hex digits.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, bool form);

/// `name=value&name=value`, decoded, in the order they come; nothing when a % is malformed.
[[nodiscard]] std::optional<Parameters> parseForm(std::string_view text);

/// Most fields of the form of one request: what xAPI knows is not twenty.
inline constexpr std::size_t kMostFields = 1000;

/// The name, as a refusal shows it, of the first field for which parseForm() reads nothing.
[[nodiscard]] std::string brokenField(std::string_view text);

/// The request that was meant.
struct AlternateRequest {
    std::string method; ///< GET, HEAD, PUT, POST or DELETE
    /// Names in lower case; they replace what the POST carried.
    std::vector<std::pair<std::string, std::string>> headers;
    Parameters query;
    std::string content;
};

/// Takes the meant request out of a POST with \p query and the form \p body. InvalidInput: a query parameter
/// beside `method`, an unknown method, a malformed form, too many fields, a field twice, `content` that is
/// missing (PUT and POST) or unwanted.
[[nodiscard]] Result<AlternateRequest> parseAlternate(const Parameters &query, std::string_view body);

} // namespace kapok::xapi
