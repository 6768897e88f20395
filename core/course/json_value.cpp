// SPDX-License-Identifier: Apache-2.0
#include "core/course/json_value.h"

#include "core/base/hash.h"
#include "core/course/course.h"
#include "core/course/languages.h"
#include "core/course/limits.h"
#include "core/course/media_types.h"

#include <algorithm>
#include <cmath>

namespace kapok::course {
namespace {

constexpr int kMaxDepth = 32;

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

} // namespace

void JsonValue::refuse(const std::string &sentence) const
{
    throw JsonRefused{{ErrorCode::InvalidInput, (m_place.empty() ? "it" : m_place) + " " + sentence}};
}

JsonValue JsonValue::at(const char *key) const
{
    if (auto found = get(key))
        return *found;
    refuse(std::string("has no \"") + key + "\"");
}

std::optional<JsonValue> JsonValue::get(const char *key) const
{
    if (!m_value->is_object())
        refuse("must be an object");
    const auto found = m_value->find(key);
    if (found == m_value->end())
        return std::nullopt;
    return JsonValue(*found, m_place.empty() ? key : m_place + "." + key);
}

std::vector<JsonValue> JsonValue::list(std::size_t least, std::size_t most) const
{
    if (!m_value->is_array())
        refuse("must be a list");
    if (m_value->size() < least || m_value->size() > most)
        refuse("has " + std::to_string(m_value->size()) + " entries; from " + std::to_string(least) + " to " +
               std::to_string(most) + " are allowed");
    std::vector<JsonValue> elements;
    elements.reserve(m_value->size());
    for (const auto &element : *m_value)
        elements.emplace_back(element, m_place + "[" + std::to_string(elements.size()) + "]");
    return elements;
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members(std::size_t most) const
{
    if (!m_value->is_object())
        refuse("must be an object");
    if (m_value->size() > most)
        refuse("has more than " + std::to_string(most) + " members");
    std::vector<std::pair<std::string, JsonValue>> members;
    for (const auto &[key, value] : m_value->items())
        members.emplace_back(key, JsonValue(value, m_place + "." + key));
    return members;
}

std::string JsonValue::text(std::size_t most) const
{
    if (!m_value->is_string())
        refuse("must be a text");
    const auto &text = m_value->get_ref<const std::string &>();
    if (text.empty())
        refuse("is empty");
    if (text.size() > most)
        refuse("is longer than " + std::to_string(most) + " bytes");
    if (std::any_of(text.begin(), text.end(), isControl))
        refuse("has control characters");
    return text;
}

std::string JsonValue::id() const
{
    std::string value = text(64);
    if (!isCourseId(value))
        refuse("is no id (a-z, 0-9 and hyphens)");
    return value;
}

std::string JsonValue::hash() const
{
    std::string value = text(64);
    if (!isSha256(value))
        refuse("is no SHA-256 (64 lower-case hex digits)");
    return value;
}

std::string JsonValue::mediaType() const
{
    std::string value = text(100);
    if (!isMediaType(value))
        refuse("is no media type");
    return value;
}

std::string JsonValue::language() const
{
    std::string value = text(35);
    if (!isLanguageTag(value))
        refuse("is no language tag");
    return value;
}

LocalizedText JsonValue::localized() const
{
    LocalizedText localized;
    for (const auto &[language, value] : members(kMaxLanguages)) {
        if (!isLanguageTag(language))
            value.refuse("is no language tag");
        localized.byLanguage[language] = value.text(kMaxTextBytes);
    }
    if (localized.empty())
        refuse("has no text in any language");
    return localized;
}

int JsonValue::integer(int least, int most) const
{
    if (!m_value->is_number_integer())
        refuse("must be a whole number");
    const bool tooLarge = m_value->is_number_unsigned() && m_value->get<std::uint64_t>() > INT32_MAX;
    const auto value = tooLarge ? INT64_MAX : m_value->get<std::int64_t>();
    if (value < least || value > most)
        refuse("must be from " + std::to_string(least) + " to " + std::to_string(most));
    return static_cast<int>(value);
}

std::uint64_t JsonValue::size(std::uint64_t most) const
{
    if (!m_value->is_number_unsigned())
        refuse("must be a whole number, not negative");
    const auto value = m_value->get<std::uint64_t>();
    if (value > most)
        refuse("is " + std::to_string(value) + " bytes; at most " + std::to_string(most) + " are allowed");
    return value;
}

double JsonValue::number(double least, double most) const
{
    if (!m_value->is_number())
        refuse("must be a number");
    const auto value = m_value->get<double>();
    if (!std::isfinite(value) || value < least || value > most)
        refuse("is out of range");
    return value;
}

bool JsonValue::boolean() const
{
    if (!m_value->is_boolean())
        refuse("must be true or false");
    return m_value->get<bool>();
}

nlohmann::json parseObject(std::string_view bytes, std::uint64_t mostBytes, const std::string &what)
{
    if (bytes.size() > mostBytes)
        throw JsonRefused{
            {ErrorCode::InvalidInput, what + " is larger than " + std::to_string(mostBytes) + " bytes"}};
    bool tooDeep = false;
    const auto limitDepth = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json &) {
        tooDeep = tooDeep || depth > kMaxDepth;
        return !tooDeep; // drops what is below, so nothing deep is ever built
    };
    auto document = nlohmann::json::parse(bytes, limitDepth, false);
    if (tooDeep || document.is_discarded() || !document.is_object())
        throw JsonRefused{{ErrorCode::InvalidInput, what + " is not a JSON object"}};
    return document;
}

nlohmann::json toJson(const LocalizedText &text)
{
    return nlohmann::json(text.byLanguage);
}

std::string canonical(const nlohmann::json &value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace kapok::course
