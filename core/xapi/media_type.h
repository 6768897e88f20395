// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kapok::xapi {

/// The value of a Content-Type header (RFC 9110, 8.3.1).
struct MediaType {
    std::string name;                              ///< "application/json", in lower case
    std::map<std::string, std::string> parameters; ///< names in lower case, values without their quotes
};

/// Reads \p text; nothing when it has no type, no subtype, or a quoted value without its end. Lenient where
/// clients are careless: a ";" at the end, blanks around ";", and values that ought to be quoted but hold no
/// blank and no ";" (boundaries such as `=_a:b?`). Of a parameter given twice the first counts.
[[nodiscard]] std::optional<MediaType> parseMediaType(std::string_view text);

/// Whether \p contentType says application/json, in any letter case and with any parameters.
[[nodiscard]] bool isJson(std::string_view contentType);

} // namespace kapok::xapi
