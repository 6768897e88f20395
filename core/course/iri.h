// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace kapok::course {

/// Whether \p text can be the base of xAPI activity ids: http(s)://host…, no spaces, query, fragment or final
/// "/".
[[nodiscard]] inline bool isActivityIri(std::string_view text)
{
    const std::size_t schemeLength = text.starts_with("https://")  ? 8
                                     : text.starts_with("http://") ? 7
                                                                   : std::string_view::npos;
    if (schemeLength >= text.size() || text[schemeLength] == '/' || text.ends_with('/') || text.size() > 1000)
        return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f ||
               std::string_view("?#<>\"{}|\\^`").find(c) != std::string_view::npos;
    });
}

} // namespace kapok::course
