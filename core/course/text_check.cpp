// SPDX-License-Identifier: Apache-2.0
#include "core/course/text_check.h"

#include <algorithm>
#include <vector>

namespace kapok::course {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// \p text with everything in code spans and fenced code turned into spaces.
std::string withoutCode(std::string_view text)
{
    std::string result(text);
    std::size_t at = 0;
    while ((at = text.find('`', at)) != std::string_view::npos) {
        const std::size_t after = std::min(text.find_first_not_of('`', at), text.size());
        const std::string_view ticks = text.substr(at, after - at);
        std::size_t end = text.find(ticks, after);
        while (end != std::string_view::npos && end + ticks.size() < text.size() &&
               text[end + ticks.size()] == '`')
            end = text.find(ticks, std::min(text.find_first_not_of('`', end), text.size()));
        if (end == std::string_view::npos) {
            at = after; // ticks without a partner are plain text
            continue;
        }
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(at),
                  result.begin() + static_cast<std::ptrdiff_t>(end + ticks.size()), ' ');
        at = end + ticks.size();
    }
    return result;
}

} // namespace

std::string findRawHtml(std::string_view markdown)
{
    const std::string text = withoutCode(markdown);
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        if (at > 0 && text[at - 1] == '\\')
            continue;
        std::size_t name = at + 1;
        if (text.compare(name, 3, "!--") == 0)
            return "<!--";
        if (name < text.size() && text[name] == '/')
            ++name;
        if (name >= text.size() || !isLetter(text[name]))
            continue;
        const std::size_t nameEnd =
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", name);
        const std::size_t end = text.find_first_of("<>", nameEnd);
        const bool isTag = nameEnd != std::string::npos && end != std::string::npos && text[end] == '>' &&
                           std::string_view(" \t\n/>").find(text[nameEnd]) != std::string_view::npos;
        if (isTag)
            return text.substr(at, std::min<std::size_t>(end + 1 - at, 40));
    }
    return {};
}

bool hasMarkdownPicture(std::string_view markdown)
{
    const std::string text = withoutCode(markdown);
    for (std::size_t at = text.find("!["); at != std::string::npos; at = text.find("![", at + 1)) {
        const std::size_t close = text.find(']', at);
        if (close != std::string::npos && close + 1 < text.size() && text[close + 1] == '(')
            return true;
    }
    return false;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    if (std::max(a.size(), b.size()) > 100)
        return 100;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace kapok::course
