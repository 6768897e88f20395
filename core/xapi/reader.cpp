// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/reader.h"

#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace kapok::xapi {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 64;

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
    // The keys of every object that is open, innermost last.
    std::vector<std::set<std::string>> keys;
    const char *refusal = nullptr;
    const auto watch = [&](int depth, json::parse_event_t event, json &value) {
        if (refusal) // what follows is skipped; its starts and ends no longer pair up
            return false;
        if (depth > kMaxDepth)
            refusal = "is nested too deeply";
        if (event == json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
            refusal = "names a key twice";
        return refusal == nullptr;
    };
    try {
        json value = json::parse(input, watch);
        if (!refusal)
            return value;
        return Error{ErrorCode::InvalidInput, std::string("$: ") + refusal};
    } catch (const json::exception &) {
        return Error{ErrorCode::InvalidInput, "$: is not JSON in UTF-8"};
    }
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
