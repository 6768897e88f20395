// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/checks.h"

#include "core/xapi/formats.h"

#include <algorithm>

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

Status object(const json &value, const Path &path, const Rules &rules, std::span<const Field> fields)
{
    if (!value.is_object())
        return wrong(path, "must be an object");
    for (auto member = value.begin(); member != value.end(); ++member) { // items() copies each key
        const std::string &key = member.key();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field &each) { return each.name == key; });
        if (field == fields.end()) // the key is the sender's text, so it is not repeated
            return wrong(path, "has a property that xAPI does not know here (names are case-sensitive)");
        KAPOK_TRY(field->check(*member, path.at(field->name), rules));
    }
    for (const Field &field : fields)
        if (field.required && !value.contains(field.name))
            return wrong(path.at(field.name), "is missing");
    return success();
}

Status array(const json &value, const Path &path, const Rules &rules, Check element)
{
    if (!value.is_array())
        return wrong(path, "must be an array");
    for (std::size_t i = 0; i < value.size(); ++i)
        KAPOK_TRY(element(value[i], path.at(i), rules));
    return success();
}

std::string_view textMember(const json &value, std::string_view key)
{
    if (!value.is_object())
        return {};
    const auto found = value.find(key);
    if (found == value.end() || !found->is_string())
        return {};
    return found->get_ref<const std::string &>();
}

Status string(const json &value, const Path &path, const Rules &)
{
    return value.is_string() ? success() : Status(wrong(path, "must be a string"));
}

Status boolean(const json &value, const Path &path, const Rules &)
{
    return value.is_boolean() ? success() : Status(wrong(path, "must be true or false"));
}

Status number(const json &value, const Path &path, const Rules &)
{
    return value.is_number() ? success() : Status(wrong(path, "must be a number"));
}

Status iri(const json &value, const Path &path, const Rules &)
{
    const bool ok = value.is_string() && isIri(value.get_ref<const std::string &>());
    return ok ? success() : Status(wrong(path, "must be an IRI with a scheme"));
}

Status uuid(const json &value, const Path &path, const Rules &)
{
    const bool ok = value.is_string() && isStatementId(value.get_ref<const std::string &>());
    return ok ? success() : Status(wrong(path, "must be a UUID"));
}

Status timestamp(const json &value, const Path &path, const Rules &)
{
    const bool ok = value.is_string() && isTimestamp(value.get_ref<const std::string &>());
    return ok ? success()
              : Status(wrong(path,
                             "must be an ISO 8601 timestamp with seconds, and not with the offset -00:00"));
}

Status languageMap(const json &value, const Path &path, const Rules &)
{
    if (!value.is_object())
        return wrong(path, "must be a language map");
    for (const auto &[tag, text] : value.items()) {
        if (!isLanguageTag(tag))
            return wrong(path, "must have RFC 5646 language tags as keys");
        if (!text.is_string())
            return wrong(path, "must have strings as values");
    }
    return success();
}

Status extensions(const json &value, const Path &path, const Rules &)
{
    if (!value.is_object())
        return wrong(path, "must be an object");
    for (const auto &[key, ignored] : value.items())
        if (!isIri(key))
            return wrong(path, "must have IRIs with a scheme as keys");
    return success();
}

} // namespace kapok::xapi::check
