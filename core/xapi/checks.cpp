// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"

#include "core/xapi/formats.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::xapi::check {

std::string Path::text() const
{
    if (!parent)
        return std::string(key);
    if (isIndex)
        return parent->text() + "[" + std::to_string(index) + "]";
    return parent->text() + "." + std::string(key);
}

Error wrong(const Path &path, std::string_view sentence)
{
    return {ErrorCode::InvalidInput, path.text() + ": " + std::string(sentence)};
}

Status fitsIndex(std::string_view text, const Path &path)
{
    if (text.size() <= kMaxIndexedBytes)
        return success();
    return wrong(path, "must have at most " + std::to_string(kMaxIndexedBytes) + " bytes");
}

Status object(JsonValue value, const Path &path, const Rules &rules, std::span<const Field> fields)
{
    if (!value.isObject())
        return wrong(path, "must be an object");
    std::uint32_t present = 0; // one bit for each field
    for (const JsonMember &member : value.members()) {
        const std::string_view key = member.name();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field &each) { return each.name == key; });
        if (field == fields.end()) // the key is the sender's text, so it is not repeated
            return wrong(path, "has a property that xAPI does not know here (names are case-sensitive)");
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
        return wrong(path, "must be an array");
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

Status string(JsonValue value, const Path &path, const Rules &)
{
    return value.isString() ? success() : Status(wrong(path, "must be a string"));
}

Status plainText(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(string(value, path, rules));
    const bool ok = value.string().find('\0') == std::string_view::npos;
    return ok ? success() : Status(wrong(path, "must not have a NUL character"));
}

Status boolean(JsonValue value, const Path &path, const Rules &)
{
    return value.isBoolean() ? success() : Status(wrong(path, "must be true or false"));
}

Status number(JsonValue value, const Path &path, const Rules &)
{
    return value.isNumber() ? success() : Status(wrong(path, "must be a number"));
}

Status iri(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isIri(value.string());
    return ok ? success() : Status(wrong(path, "must be an IRI with a scheme"));
}

Status indexedIri(JsonValue value, const Path &path, const Rules &rules)
{
    KAPOK_TRY(iri(value, path, rules));
    return fitsIndex(value.string(), path);
}

Status uuid(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isStatementId(value.string());
    return ok ? success() : Status(wrong(path, "must be a UUID"));
}

Status timestamp(JsonValue value, const Path &path, const Rules &)
{
    const bool ok = value.isString() && isTimestamp(value.string());
    return ok ? success()
              : Status(wrong(path,
                             "must be an ISO 8601 timestamp with seconds, and not with the offset -00:00"));
}

Status languageMap(JsonValue value, const Path &path, const Rules &)
{
    if (!value.isObject())
        return wrong(path, "must be a language map");
    for (const JsonMember &member : value.members()) {
        if (!isLanguageTag(member.name()))
            return wrong(path, "must have RFC 5646 language tags as keys");
        if (!member.value.isString())
            return wrong(path, "must have strings as values");
    }
    return success();
}

Status extensions(JsonValue value, const Path &path, const Rules &)
{
    if (!value.isObject())
        return wrong(path, "must be an object");
    for (const JsonMember &member : value.members())
        if (!isIri(member.name()))
            return wrong(path, "must have IRIs with a scheme as keys");
    return success();
}

} // namespace kapok::xapi::check
