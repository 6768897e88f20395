// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/exact_json.h"

#include "core/xapi/json_document.h"
#include "core/xapi/json_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

using nlohmann::json;

json numberOf(std::string_view text)
{
    return json::binary({text.begin(), text.end()});
}

std::string_view textOf(const json::binary_t &number)
{
    return {reinterpret_cast<const char *>(number.data()), number.size()};
}

json treeOf(JsonValue value);

json objectOf(JsonValue value)
{
    json object = json::object();
    for (const JsonMember &member : value.members())
        object[std::string(member.name())] = treeOf(member.value);
    return object;
}

json arrayOf(JsonValue value)
{
    json array = json::array();
    array.get_ref<json::array_t &>().reserve(value.size());
    for (const JsonValue element : value.elements())
        array.push_back(treeOf(element));
    return array;
}

/// Recursion is safe: a JsonDocument is not nested deeply.
json treeOf(JsonValue value)
{
    switch (value.kind()) {
    case JsonKind::True:
    case JsonKind::False:
        return value.kind() == JsonKind::True;
    case JsonKind::Number:
        return numberOf(value.text());
    case JsonKind::String:
        return value.string();
    case JsonKind::Array:
        return arrayOf(value);
    case JsonKind::Object:
        return objectOf(value);
    case JsonKind::None:
    case JsonKind::Null:
        break;
    }
    return nullptr;
}

void addTree(std::string &out, const json &value)
{
    if (value.is_object()) {
        out += '{';
        for (const auto &[key, member] : value.items()) {
            addJsonKey(out, key);
            addTree(out, member);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (const auto &element : value) {
            if (&element != &value.front())
                out += ',';
            addTree(out, element);
        }
        out += ']';
    } else if (value.is_string()) {
        addJsonText(out, value.get_ref<const std::string &>());
    } else {
        out += value.is_binary() ? textOf(value.get_binary()) : value.dump();
    }
}

/// \p digits, the text of a whole number, and \p shift, which is smaller, added digit by digit: an exponent
/// may have more digits than any integer type.
std::string sumOf(std::string digits, std::int64_t shift)
{
    for (std::size_t i = digits.size(); shift != 0 && i-- > 0;) {
        shift += digits[i] - '0';
        const auto rest = (shift % 10 + 10) % 10;
        digits[i] = static_cast<char>('0' + rest);
        shift = (shift - rest) / 10;
    }
    if (shift > 0)
        digits.insert(0, std::to_string(shift));
    return digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
}

/// \p exponent, what stands behind the "e" or nothing, plus \p shift.
std::string shifted(std::string_view exponent, std::int64_t shift)
{
    constexpr std::size_t kDigitsThatFit = 18; // of 19 that an int64 may have, so that the sum fits too
    const bool isNegative = exponent.starts_with('-');
    exponent.remove_prefix(std::min(exponent.find_first_of("123456789"), exponent.size()));
    if (exponent.size() > kDigitsThatFit)
        return isNegative ? "-" + sumOf(std::string(exponent), -shift) : sumOf(std::string(exponent), shift);
    std::int64_t number = 0;
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), number);
    return std::to_string((isNegative ? -number : number) + shift);
}

} // namespace

Result<json> parseExact(std::string_view text)
{
    KAPOK_TRY_ASSIGN(const auto document, JsonDocument::parse(text));
    return treeOf(document.root());
}

std::string exactText(const json &value)
{
    std::string out;
    addTree(out, value);
    return out;
}

void makeNumbersComparable(json &value)
{
    if (value.is_structured())
        for (auto &part : value)
            makeNumbersComparable(part);
    else if (value.is_number())
        value = numberOf(decimalOf(value.dump()));
    else if (value.is_binary()) {
        const std::string decimal = decimalOf(textOf(value.get_binary()));
        value.get_binary().assign(decimal.begin(), decimal.end());
    }
}

std::string decimalOf(std::string_view number)
{
    const auto mantissa = number.substr(0, number.find_first_of("eE"));
    const auto exponent = number.substr(std::min(mantissa.size() + 1, number.size()));
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits;
    std::ranges::copy_if(mantissa, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty())
        return "0";
    const auto significant = digits.find_last_not_of('0') + 1;
    const auto fraction = mantissa.size() - std::min(point + 1, mantissa.size());
    const auto shift =
        static_cast<std::int64_t>(digits.size() - significant) - static_cast<std::int64_t>(fraction);
    digits.resize(significant);
    return (number.starts_with('-') ? "-" : "") + digits + "e" + shifted(exponent, shift);
}

} // namespace kapok::xapi
