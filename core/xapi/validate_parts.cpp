// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"
#include "core/xapi/formats.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <optional>

namespace kapok::xapi::check {
namespace {

Status duration(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isDuration(value.string());
    return ok ? success() : Status(wrong(path, "must be an ISO 8601 duration", value, JsonKind::String));
}

Status score(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"scaled", number}, {"raw", number}, {"min", number}, {"max", number}};
    KAPOK_TRY(object(value, path, rules, kFields));
    const auto scaled = value["scaled"].number();
    const auto raw = value["raw"].number();
    const auto min = value["min"].number();
    const auto max = value["max"].number();
    if (scaled && (*scaled < -1 || *scaled > 1))
        return wrong(path.at("scaled"), "must be between -1 and 1", value["scaled"], JsonKind::Number);
    if (min && max && *min >= *max)
        return wrong(path.at("min"), "must be less than max", value["min"], JsonKind::Number);
    if (raw && ((min && *raw < *min) || (max && *raw > *max)))
        return wrong(path.at("raw"), "must be between min and max", value["raw"], JsonKind::Number);
    return success();
}

Status languageTag(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isLanguageTag(value.string());
    return ok ? success() : Status(wrong(path, "must be an RFC 5646 language tag", value, JsonKind::String));
}

Status activities(JsonValue value, const Path &path, const Rules &rules)
{
    if (value.isArray())
        return array(value, path, rules, activity);
    if (value.isObject())
        return activity(value, path, rules);
    return wrong(path, "must be an activity or an array of activities", value, JsonKind::Object);
}

Status contextActivities(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"parent", activities}, {"grouping", activities}, {"category", activities}, {"other", activities}};
    return object(value, path, rules, kFields);
}

Status relevantTypes(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(array(value, path, rules, iri));
    return value.empty() ? Status(wrong(path, "must have at least one IRI", value, JsonKind::Array))
                         : success();
}

Status contextAgentType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "contextAgent");
}

Status contextGroupType(JsonValue value, const Path &path, const Rules &)
{
    return constant(value, path, "contextGroup");
}

Status contextAgent(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", contextAgentType, true}, {"agent", agent, true}, {"relevantTypes", relevantTypes}};
    return object(value, path, rules, kFields);
}

Status contextGroup(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"objectType", contextGroupType, true}, {"group", group, true}, {"relevantTypes", relevantTypes}};
    return object(value, path, rules, kFields);
}

Status contextAgents(JsonValue value, const Path &path, const Rules &rules)
{
    return array(value, path, rules, contextAgent);
}

Status contextGroups(JsonValue value, const Path &path, const Rules &rules)
{
    return array(value, path, rules, contextGroup);
}

Status mediaType(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isMediaType(value.string());
    return ok ? success() : Status(wrong(path, "must be an Internet media type", value, JsonKind::String));
}

Status length(JsonValue value, const Path &path, const Rules &)
{
    const auto bytes = value.integer();
    const bool ok = bytes && *bytes >= 0;
    return ok ? success() : Status(wrong(path, "must be a whole number of bytes", value, JsonKind::Number));
}

Status sha2(JsonValue value, const Path &path, const Rules &)
{
    const auto isHex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    const std::string_view text = value.string();
    const auto size = text.size(); // of SHA-224, -256, -384 and -512
    const bool ok = (size == 56 || size == 64 || size == 96 || size == 128) &&
                    std::all_of(text.begin(), text.end(), isHex);
    return ok ? success()
              : Status(wrong(path, "must be a SHA-2 digest in hexadecimal", value, JsonKind::String));
}

Status attachment(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"usageType", iri, true},
        {"display", languageMap, true},
        {"description", languageMap},
        {"contentType", mediaType, true},
        {"length", length, true},
        {"sha2", sha2, true},
        {"fileUrl", iri},
    };
    KAPOK_TRY(object(value, path, rules, kFields));
    if (value["usageType"].string() == xapi::attachment::kSignature &&
        value["contentType"].string() != "application/octet-stream")
        return wrong(path.at("contentType"), "must be \"application/octet-stream\" for a signature",
                     value["contentType"], JsonKind::String);
    return success();
}

} // namespace

Status result(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {{"score", score},        {"success", boolean},
                                        {"completion", boolean}, {"response", string},
                                        {"duration", duration},  {"extensions", extensions}};
    return object(value, path, rules, kFields);
}

Status context(JsonValue value, const Path &path, const Rules &rules)
{
    static constexpr Field kFields[] = {
        {"registration", uuid},
        {"instructor", actor},
        {"team", group},
        {"contextActivities", contextActivities},
        {"revision", string},
        {"platform", string},
        {"language", languageTag},
        {"statement", statementReference},
        {"extensions", extensions},
        {"contextAgents", contextAgents},
        {"contextGroups", contextGroups},
    };
    constexpr std::size_t kSince2 = 2; // the last two came with 2.0
    const std::span<const Field> all(kFields);
    return object(value, path, rules,
                  rules.version == Version::V2_0_0 ? all : all.first(all.size() - kSince2));
}

Status attachments(JsonValue value, const Path &path, const Rules &rules)
{
    return array(value, path, rules, attachment);
}

} // namespace kapok::xapi::check
