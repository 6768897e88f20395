// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/media_type.h"

#include <algorithm>

namespace kapok::xapi {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// Takes a quoted-string off the front of \p rest.
std::optional<std::string> takeQuoted(std::string_view &rest)
{
    std::string value;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return value;
        }
        if (rest[i] == '\\' && i + 1 < rest.size())
            ++i;
        value += rest[i];
    }
    return {};
}

/// Takes `name=value` off the front of \p rest, which begins behind a ";".
bool takeParameter(std::string_view &rest, MediaType &type)
{
    const auto stop = std::min(rest.find_first_of("=;"), rest.size());
    const std::string name = lowerCase(trimmed(rest.substr(0, stop)));
    if (stop == rest.size() || rest[stop] == ';') {
        rest.remove_prefix(stop);
        return name.empty(); // a lone ";" is let pass
    }
    rest.remove_prefix(stop + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    std::string value;
    if (rest.starts_with('"')) {
        auto quoted = takeQuoted(rest);
        if (!quoted)
            return false;
        value = *std::move(quoted);
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    } else {
        const auto end = std::min(rest.find(';'), rest.size());
        value = trimmed(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    if (name.empty())
        return false;
    type.parameters.emplace(name, std::move(value));
    return true;
}

} // namespace

std::optional<MediaType> parseMediaType(std::string_view text)
{
    MediaType type;
    const auto end = std::min(text.find(';'), text.size());
    type.name = lowerCase(trimmed(text.substr(0, end)));
    const auto slash = type.name.find('/');
    const bool whole = slash != std::string::npos && slash > 0 && slash + 1 < type.name.size() &&
                       type.name.find_first_of(" \t/", slash + 1) == std::string::npos;
    if (!whole)
        return {};
    std::string_view rest = text.substr(end);
    while (!rest.empty()) {
        rest.remove_prefix(1); // the ";"
        if (!takeParameter(rest, type))
            return {};
    }
    return type;
}

bool isJson(std::string_view contentType)
{
    const auto type = parseMediaType(contentType);
    return type && type->name == "application/json";
}

} // namespace kapok::xapi
