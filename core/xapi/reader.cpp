// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/reader.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

std::optional<bool> boolean(JsonValue value)
{
    return value.isBoolean() ? std::optional(value.kind() == JsonKind::True) : std::nullopt;
}

/// The id of the first activity of a contextActivities value, which is one activity or an array.
std::string_view firstActivity(JsonValue value)
{
    for (const JsonValue activity : value.elements())
        return activity["id"].string();
    return value["id"].string();
}

void readResult(JsonValue result, Parsed &parsed)
{
    parsed.scaled = result["score"]["scaled"].number();
    parsed.success = boolean(result["success"]);
    parsed.completion = boolean(result["completion"]);
    parsed.response = result["response"].string();
}

void readContext(JsonValue context, Parsed &parsed)
{
    parsed.registration.value = context["registration"].string();
    const JsonValue extensions = context["extensions"];
    parsed.session.value = extensions[extension::kSessionId].string();
    if (const auto attempt = extensions[extension::kAttempt].integer())
        parsed.attempt = static_cast<int>(std::clamp<std::int64_t>(*attempt, 1, 1'000'000));
    parsed.parentId = firstActivity(context["contextActivities"]["parent"]);
}

} // namespace

Result<nlohmann::json> parseJson(std::string_view input)
{
    KAPOK_TRY(JsonDocument::parse(input));
    return nlohmann::json::parse(input, nullptr, false);
}

Result<Parsed> read(JsonValue statement)
{
    Parsed parsed;
    parsed.id.value = statement["id"].string();
    parsed.verb = statement["verb"]["id"].string();
    parsed.objectId = statement["object"]["id"].string();
    const JsonValue account = statement["actor"]["account"];
    parsed.actor = {std::string(account["homePage"].string()), std::string(account["name"].string())};
    readResult(statement["result"], parsed);
    readContext(statement["context"], parsed);
    parsed.groupingId = groupingOf(statement);
    const auto time = parseIso8601(statement["timestamp"].string());
    if (!isUuid(parsed.id.value) || parsed.verb.empty() || parsed.objectId.empty() || !time.ok())
        return Error{ErrorCode::InvalidInput, "$: a statement needs id, verb, object and timestamp"};
    parsed.timestamp = *time;
    return parsed;
}

std::string_view groupingOf(JsonValue statement)
{
    return firstActivity(statement["context"]["contextActivities"]["grouping"]);
}

Result<Parsed> readText(std::string_view input)
{
    KAPOK_TRY_ASSIGN(const auto document, JsonDocument::parse(input));
    return read(document.root());
}

} // namespace kapok::xapi
