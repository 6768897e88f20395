// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_text.h"

#include "core/base/clock.h"
#include "core/lrs/json_slices.h"

#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

using nlohmann::json;

/// The text behind the colon of a member.
std::string_view valueOf(const Member &member)
{
    std::size_t at = 1;
    while (member.text[at] != '"')
        at += member.text[at] == '\\' ? 2 : 1;
    return member.text.substr(member.text.find_first_not_of(" \t\r\n", member.text.find(':', at) + 1));
}

/// \p object with what \p edit makes of the members' values; edit(key, value) returns text.
template <class Edit> std::string edited(std::string_view object, Edit edit)
{
    std::string text = "{";
    for (const Member &member : membersOf(object)) {
        const auto value = valueOf(member);
        text += text.size() > 1 ? "," : "";
        text += member.text.substr(0, member.text.size() - value.size());
        text += edit(member.key, value);
    }
    return text + "}";
}

/// As edited(), for the member \p key alone.
template <class Edit> std::string editedMember(std::string_view object, std::string_view key, Edit edit)
{
    return edited(object, [&](const std::string &name, std::string_view value) {
        return name == key && value.starts_with('{') ? edit(value) : std::string(value);
    });
}

bool isBare(const json &statement)
{
    const auto context = statement.find("context");
    if (context == statement.end() || !context->contains("contextActivities"))
        return false;
    for (const auto &activities : context->at("contextActivities"))
        if (activities.is_object())
            return true;
    return false;
}

std::string arraysInContext(std::string_view statement)
{
    return editedMember(statement, "context", [](std::string_view context) {
        return editedMember(context, "contextActivities", [](std::string_view kinds) {
            return edited(kinds, [](const std::string &, std::string_view value) {
                return value.starts_with('{') ? "[" + std::string(value) + "]" : std::string(value);
            });
        });
    });
}

/// Only a SubStatement has members of this name.
std::string utcTimestamp(std::string_view statement)
{
    return edited(statement, [](const std::string &key, std::string_view value) {
        if (key == "object" && value.starts_with('{') && value.find("\"SubStatement\"") != value.npos)
            return utcTimestamp(value);
        if (key != "timestamp" || value.size() < 2)
            return std::string(value);
        return "\"" + inUtc(value.substr(1, value.size() - 2)) + "\"";
    });
}

} // namespace

bool hasBareActivities(const json &statement)
{
    const auto &object = statement.at("object");
    return isBare(statement) ||
           (object.value("objectType", std::string()) == "SubStatement" && isBare(object));
}

std::string withActivityArrays(std::string_view statement)
{
    const std::string outer = arraysInContext(statement);
    return editedMember(outer, "object", [](std::string_view object) { return arraysInContext(object); });
}

std::string withUtcTimestamps(std::string_view statement)
{
    return utcTimestamp(statement);
}

std::string inUtc(std::string_view timestamp)
{
    if (timestamp.ends_with('Z'))
        return std::string(timestamp);
    const auto time = parseIso8601(timestamp);
    if (!time.ok())
        return std::string(timestamp);
    constexpr std::size_t kToSeconds = 19; // "2026-11-22T08:05:00"
    std::string text = toIso8601(*time).substr(0, kToSeconds);
    if (const auto point = timestamp.find_first_of(".,"); point != std::string_view::npos) {
        const auto end = timestamp.find_first_not_of("0123456789", point + 1);
        text += "." + std::string(timestamp.substr(point + 1, end - point - 1));
    }
    return text + "Z";
}

} // namespace kapok::lrs
