// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"

#include "core/xapi/formats.h"
#include "core/xapi/place.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::xapi::check {

namespace {

/// Success, or what is wrong with a string that should have another form, or something else than a string.
Status stringThat(bool isRight, JsonValue found, const Path &path, std::string_view rule)
{
    return isRight ? success() : Status(wrong(path, rule, found, JsonKind::String));
}

} // namespace

std::string Path::text() const
{
    if (!parent)
        return std::string(key);
    std::string path = parent->text();
    if (isIndex)
        addElement(path, index);
    else
        addMember(path, key);
    return path;
}

Error wrong(const Path &path, std::string_view rule)
{
    return {ErrorCode::InvalidInput, path.text().append(": ").append(rule)};
}

Error wrong(const Path &path, std::string_view rule, JsonValue found, JsonKind wanted)
{
    if (!found)
        return wrong(path, std::string("is missing: ").append(rule));
    std::string kind(kindOf(found));
    const bool isEmpty = kind.find(" empty ") != std::string::npos;
    if (found.kind() == wanted && !isEmpty)
        kind.replace(0, kind.find(' '), "this");
    return wrong(path, std::string(rule).append(", not ").append(kind));
}

Error wrongKey(const Path &path, const JsonMember &found, std::string_view rule)
{
    return wrong(path.at(found.name()),
                 std::string("is ").append(kindOf(found.value)).append(1, ' ').append(rule));
}

Status fitsIndex(std::string_view text, const Path &path)
{
    if (text.size() <= kMaxIndexedBytes)
        return success();
    return wrong(path, "must have at most " + std::to_string(kMaxIndexedBytes) + " bytes, not " +
                           std::to_string(text.size()));
}

Status object(JsonValue value, const Path &path, const Rules &rules, std::span<const Field> fields)
{
    if (!value.isObject())
        return wrong(path, "must be an object", value, JsonKind::Object);
    std::uint32_t present = 0; // one bit for each field
    for (const JsonMember &member : value.members()) {
        const std::string_view key = member.name();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field &each) { return each.name == key; });
        if (field == fields.end())
            return wrongKey(path, member,
                            "under a name that xAPI does not know here (names are case-sensitive)");
        KAPOK_TRY(field->check(member.value, path.at(field->name), rules));
        present |= 1u << (field - fields.begin());
    }
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].required && (present >> i & 1u) == 0)
            return wrong(path.at(fields[i].name), "is missing");
    return success();
}

Status array(JsonValue value, const Path &path, const Rules &rules, Check element)
{
    if (!value.isArray())
        return wrong(path, "must be an array", value, JsonKind::Array);
    std::size_t index = 0;
    for (const JsonValue each : value.elements())
        KAPOK_TRY(element(each, path.at(index++), rules));
    return success();
}

std::string_view textMember(const nlohmann::json &value, std::string_view key)
{
    if (!value.is_object())
        return {};
    const auto found = value.find(key);
    if (found == value.end() || !found->is_string())
        return {};
    return found->get_ref<const std::string &>();
}

Status constant(JsonValue value, const Path &path, std::string_view expected)
{
    return value.string() == expected
               ? success()
               : stringThat(false, value, path, std::string("must be \"").append(expected).append(1, '"'));
}

Status string(JsonValue value, const Path &path, const Rules &)
{
    return stringThat(value.isString(), value, path, "must be a string");
}

Status plainText(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(string(value, path, rules));
    const bool ok = value.string().find('\0') == std::string_view::npos;
    return ok ? success() : Status(wrong(path, "must not have a NUL character"));
}

Status boolean(JsonValue value, const Path &path, const Rules &)
{
    return value.isBoolean() ? success()
                             : Status(wrong(path, "must be true or false", value, JsonKind::True));
}

Status number(JsonValue value, const Path &path, const Rules &)
{
    return value.isNumber() ? success() : Status(wrong(path, "must be a number", value, JsonKind::Number));
}

Status iri(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isIri(value.string());
    return stringThat(ok, value, path, "must be an IRI with a scheme");
}

Status indexedIri(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(iri(value, path, rules));
    return fitsIndex(value.string(), path);
}

Status uuid(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isStatementId(value.string());
    return stringThat(ok, value, path, "must be a UUID");
}

Status timestamp(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isTimestamp(value.string());
    return stringThat(ok, value, path,
                      "must be an ISO 8601 timestamp with seconds (and without the offset -00:00)");
}

Status languageMap(JsonValue value, const Path &path, const Rules &)
{
    if (!value.isObject())
        return wrong(path, "must be a language map", value, JsonKind::Object);
    for (const JsonMember &member : value.members()) {
        if (!isLanguageTag(member.name()))
            return wrongKey(path, member, "under a key that is no RFC 5646 language tag");
        if (!member.value.isString())
            return wrong(path.at(member.name()), "must be a string", member.value, JsonKind::String);
    }
    return success();
}

Status extensions(JsonValue value, const Path &path, const Rules &)
{
    if (!value.isObject())
        return wrong(path, "must be an object", value, JsonKind::Object);
    for (const JsonMember &member : value.members())
        if (!isIri(member.name()))
            return wrongKey(path, member, "under a key that is no IRI with a scheme");
    return success();
}

} // namespace kapok::xapi::check
