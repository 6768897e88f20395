// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/json_slices.h"

#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The position of the quote that ends the string starting at \p from.
std::size_t endOfString(std::string_view text, std::size_t from)
{
    for (auto quote = text.find('"', from + 1); quote < text.size(); quote = text.find('"', quote + 1)) {
        std::size_t slashes = 0;
        while (text[quote - 1 - slashes] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return quote;
    }
    return text.size();
}

/// What stands between the commas of an array or object.
std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    text = trimmed(text);
    if (text.size() < 2)
        return parts;
    int depth = 0;
    std::size_t begin = 1;
    const auto take = [&](std::size_t end) {
        if (const auto part = trimmed(text.substr(begin, end - begin)); !part.empty())
            parts.push_back(part);
        begin = end + 1;
    };
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            i = endOfString(text, i);
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        else if (c == ',' && depth == 0)
            take(i);
    }
    take(text.size() - 1);
    return parts;
}

} // namespace

std::vector<std::string_view> elementsOf(std::string_view array)
{
    return partsOf(array);
}

std::vector<Member> membersOf(std::string_view object)
{
    std::vector<Member> members;
    for (const std::string_view part : partsOf(object)) {
        const std::string_view quoted = part.substr(0, endOfString(part, 0) + 1);
        const auto key = nlohmann::json::parse(quoted, nullptr, false);
        members.push_back({key.is_string() ? key.get<std::string>() : std::string(), part});
    }
    return members;
}

std::string objectFrom(const std::vector<Member> &members)
{
    std::string object = "{";
    for (const auto &member : members) {
        if (object.size() > 1)
            object += ',';
        object += member.text;
    }
    return object + "}";
}

} // namespace kapok::lrs
