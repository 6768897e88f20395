// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/json_text.h"

#include <functional>

namespace kapok::lrs {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The place after the string that starts at \p from.
std::size_t skipString(std::string_view text, std::size_t from)
{
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

/// Calls \p item with each comma-separated piece between the outer brackets of \p text.
void forEachItem(std::string_view text, const std::function<void(std::string_view)> &item)
{
    text = trim(text);
    int depth = 0;
    std::size_t start = 1;
    for (std::size_t i = 1; i < text.size();) {
        const char c = text[i];
        if (c == '"') {
            i = skipString(text, i);
            continue;
        }
        if (depth == 0 && (c == ',' || i + 1 == text.size())) {
            if (const auto piece = trim(text.substr(start, i - start)); !piece.empty())
                item(piece);
            start = i + 1;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++i;
    }
}

void append(std::string &object, std::string_view key, std::string_view value)
{
    object += object.size() > 1 ? ",\"" : "\"";
    object.append(key).append("\":").append(value);
}

/// \p object with each value replaced by \p change of it.
std::string mapMembers(std::string_view object,
                       const std::function<std::string(std::string_view key, std::string_view value)> &change)
{
    std::string mapped = "{";
    for (const auto &[key, value] : members(object))
        append(mapped, key, change(key, value));
    return mapped + "}";
}

/// The object or SubStatement \p statement with arrays for contextActivities.
std::string withArrays(std::string_view context)
{
    if (context.find("contextActivities") == std::string_view::npos)
        return std::string(context);
    return mapMembers(context, [](std::string_view key, std::string_view value) {
        if (key != "contextActivities")
            return std::string(value);
        return mapMembers(value, [](std::string_view, std::string_view one) {
            return one.starts_with('[') ? std::string(one) : "[" + std::string(one) + "]";
        });
    });
}

std::string subStatementWithArrays(std::string_view object)
{
    if (object.find("\"SubStatement\"") == std::string_view::npos)
        return std::string(object);
    return mapMembers(object, [](std::string_view key, std::string_view value) {
        return key == "context" ? withArrays(value) : std::string(value);
    });
}

} // namespace

std::vector<Member> members(std::string_view object)
{
    std::vector<Member> found;
    forEachItem(object, [&found](std::string_view item) {
        const auto keyEnd = skipString(item, 0);
        const auto colon = item.find(':', keyEnd);
        found.push_back({item.substr(1, keyEnd - 2), trim(item.substr(colon + 1))});
    });
    return found;
}

std::vector<std::string_view> elements(std::string_view array)
{
    std::vector<std::string_view> found;
    forEachItem(array, [&found](std::string_view item) { found.push_back(item); });
    return found;
}

std::string present(std::string_view statement, const std::string &stored, const std::string &authority,
                    const std::string &version)
{
    std::string shown = "{";
    shown.reserve(statement.size() + authority.size() + 120);
    bool hasTimestamp = false;
    bool hasVersion = false;
    for (const auto &[key, value] : members(statement)) {
        if (key == "stored" || key == "authority")
            continue;
        hasTimestamp = hasTimestamp || key == "timestamp";
        hasVersion = hasVersion || key == "version";
        if (key == "context")
            append(shown, key, withArrays(value));
        else if (key == "object")
            append(shown, key, subStatementWithArrays(value));
        else
            append(shown, key, value);
    }
    const std::string storedText = '"' + stored + '"';
    if (!hasTimestamp)
        append(shown, "timestamp", storedText);
    append(shown, "stored", storedText);
    append(shown, "authority", authority);
    if (!hasVersion)
        append(shown, "version", '"' + version + '"');
    return shown + "}";
}

} // namespace kapok::lrs
