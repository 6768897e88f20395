// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/place.h"

#include <algorithm>

namespace kapok::xapi {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

} // namespace

std::string shown(std::string_view name)
{
    constexpr std::size_t kMost = 64;
    if (name.find('@') != std::string_view::npos)
        return "?";
    std::string text(name.substr(0, kMost));
    std::ranges::replace_if(
        text, [](char c) { return c <= ' ' || c > '~'; }, '?');
    return text;
}

void addMember(std::string &path, std::string_view name)
{
    std::string text = shown(name);
    if (!text.empty() && std::ranges::all_of(text, isNameCharacter)) {
        path.append(1, '.').append(text);
        return;
    }
    std::ranges::replace_if( // which would end the name
        text, [](char c) { return c == '"' || c == '\\'; }, '?');
    path.append("[\"").append(text).append("\"]");
}

void addElement(std::string &path, std::size_t index)
{
    path.append(1, '[').append(std::to_string(index)).append(1, ']');
}

std::string_view kindOf(JsonValue value)
{
    switch (value.kind()) {
    case JsonKind::None:
        break;
    case JsonKind::Null:
        return "null";
    case JsonKind::False:
    case JsonKind::True:
        return "true or false";
    case JsonKind::Number:
        return "a number";
    case JsonKind::String:
        return value.string().empty() ? "an empty string" : "a string";
    case JsonKind::Array:
        return value.empty() ? "an empty array" : "an array";
    case JsonKind::Object:
        return value.empty() ? "an empty object" : "an object";
    }
    return "absent";
}

} // namespace kapok::xapi
