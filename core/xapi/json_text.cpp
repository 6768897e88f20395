// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/json_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

bool needsNoEscape(std::string_view text)
{
    bool isAscii = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\')
            return false;
        isAscii = isAscii && byte < 0x80;
    }
    return isAscii || isUtf8(text);
}

} // namespace

void addJsonText(std::string &out, std::string_view text)
{
    if (needsNoEscape(text))
        out.append(1, '"').append(text).append(1, '"');
    else
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void addJsonKey(std::string &out, std::string_view key)
{
    if (!out.empty() && out.back() != '{')
        out += ',';
    addJsonText(out, key);
    out += ':';
}

void addJsonNumber(std::string &out, double number)
{
    std::array<char, 32> digits{}; // 24 are enough for any double
    char *const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), std::isfinite(number) ? number : 0).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    if (std::none_of(digits.data(), end, [](char c) { return c == '.' || c == 'e'; }))
        out += ".0";
}

std::string jsonOf(std::string_view text)
{
    std::string out;
    addJsonText(out, text);
    return out;
}

std::string jsonOf(double number)
{
    std::string out;
    addJsonNumber(out, number);
    return out;
}

} // namespace kapok::xapi
