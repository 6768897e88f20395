// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/reader.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 64;

/// How deep a JSON text is nested and how many keys it has, told from what stands outside of its strings.
struct Shape {
    int depth = 0;
    std::size_t keys = 0;
};

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

Shape shapeOf(std::string_view text)
{
    Shape shape;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            i = endOfString(text, i);
        else if (c == '{' || c == '[')
            shape.depth = std::max(shape.depth, ++depth);
        else if (c == '}' || c == ']')
            --depth;
        else if (c == ':')
            ++shape.keys;
    }
    return shape;
}

std::size_t countKeys(const json &value)
{
    if (!value.is_structured())
        return 0;
    std::size_t keys = value.is_object() ? value.size() : 0;
    for (const auto &each : value)
        keys += countKeys(each);
    return keys;
}

const json &member(const json &object, std::string_view key)
{
    static const json kNothing;
    if (!object.is_object())
        return kNothing;
    const auto found = object.find(key);
    return found == object.end() ? kNothing : *found;
}

std::string text(const json &object, std::string_view key)
{
    const json &value = member(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::optional<bool> boolean(const json &object, std::string_view key)
{
    const json &value = member(object, key);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

/// The id of the first activity of a contextActivities value, which is one activity or an array.
std::string firstActivity(const json &value)
{
    if (value.is_array())
        return value.empty() ? std::string() : text(value.front(), "id");
    return text(value, "id");
}

void readResult(const json &result, Parsed &parsed)
{
    const json &scaled = member(member(result, "score"), "scaled");
    if (scaled.is_number())
        parsed.scaled = scaled.get<double>();
    parsed.success = boolean(result, "success");
    parsed.completion = boolean(result, "completion");
    parsed.response = text(result, "response");
}

void readContext(const json &context, Parsed &parsed)
{
    parsed.registration.value = text(context, "registration");
    const json &extensions = member(context, "extensions");
    parsed.session.value = text(extensions, extension::kSessionId);
    const json &attempt = member(extensions, extension::kAttempt);
    if (attempt.is_number_integer())
        parsed.attempt =
            static_cast<int>(std::clamp<std::int64_t>(attempt.get<std::int64_t>(), 1, 1'000'000));
    const json &activities = member(context, "contextActivities");
    parsed.parentId = firstActivity(member(activities, "parent"));
    parsed.groupingId = firstActivity(member(activities, "grouping"));
}

} // namespace

Result<json> parseJson(std::string_view input)
{
    const Shape shape = shapeOf(input);
    if (shape.depth > kMaxDepth)
        return Error{ErrorCode::InvalidInput, "$: is nested too deeply"};
    json value = json::parse(input, nullptr, false);
    if (value.is_discarded())
        return Error{ErrorCode::InvalidInput, "$: is not JSON in UTF-8"};
    if (countKeys(value) != shape.keys) // of two equal keys the value holds only one
        return Error{ErrorCode::InvalidInput, "$: names a key twice"};
    return value;
}

Result<Parsed> readJson(const json &statement)
{
    Parsed parsed;
    parsed.id.value = text(statement, "id");
    parsed.verb = text(member(statement, "verb"), "id");
    parsed.objectId = text(member(statement, "object"), "id");
    const json &account = member(member(statement, "actor"), "account");
    parsed.actor = {text(account, "homePage"), text(account, "name")};
    readResult(member(statement, "result"), parsed);
    readContext(member(statement, "context"), parsed);
    const auto time = parseIso8601(text(statement, "timestamp"));
    if (!isUuid(parsed.id.value) || parsed.verb.empty() || parsed.objectId.empty() || !time.ok())
        return Error{ErrorCode::InvalidInput, "$: a statement needs id, verb, object and timestamp"};
    parsed.timestamp = *time;
    return parsed;
}

Result<Parsed> readText(std::string_view input)
{
    KAPOK_TRY_ASSIGN(const json statement, parseJson(input));
    return readJson(statement);
}

} // namespace kapok::xapi
