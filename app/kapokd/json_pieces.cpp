// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/json_pieces.h"

#include <cstddef>
#include <string>

namespace kapok::kapokd {
namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr const char *kBlank = " \t\r\n\xef\xbb\xbf"; // a byte order mark before it, too
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Behind the string that begins at \p at; npos when it does not end.
std::size_t behindString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return std::string_view::npos;
}

/// Where the first of \p ends stands, from \p at on, that is in no string, array or object; npos for nowhere.
std::size_t findOutside(std::string_view text, std::size_t at, std::string_view ends)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (depth == 0 && ends.find(c) != std::string_view::npos)
            return at;
        if (c == '"') {
            at = behindString(text, at);
            continue;
        }
        if (c == '[' || c == '{')
            ++depth;
        else if ((c == ']' || c == '}') && depth-- == 0)
            return std::string_view::npos;
        ++at;
    }
    return std::string_view::npos;
}

/// What stands between the commas of \p text, which begins with \p open and ends with \p close.
std::optional<std::vector<std::string_view>> partsIn(std::string_view text, char open, char close)
{
    std::vector<std::string_view> parts;
    text = trimmed(text);
    if (text.empty() || text.front() != open)
        return {};
    const std::string ends{',', close};
    for (std::size_t begin = 1;;) {
        const auto end = findOutside(text, begin, ends);
        if (end == std::string_view::npos)
            return {};
        const auto part = trimmed(text.substr(begin, end - begin));
        if (!part.empty())
            parts.push_back(part);
        if (text[end] == close)
            return end + 1 == text.size() ? std::optional(std::move(parts)) : std::nullopt;
        begin = end + 1;
    }
}

} // namespace

std::optional<std::vector<std::string_view>> elementsIn(std::string_view text)
{
    return partsIn(text, '[', ']');
}

std::optional<std::vector<std::pair<std::string_view, std::string_view>>> membersIn(std::string_view text)
{
    const auto parts = partsIn(text, '{', '}');
    if (!parts)
        return {};
    std::vector<std::pair<std::string_view, std::string_view>> members;
    for (const std::string_view part : *parts) {
        const auto colon = findOutside(part, 0, ":");
        if (colon == std::string_view::npos)
            return {};
        members.emplace_back(trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1)));
    }
    return members;
}

} // namespace kapok::kapokd
