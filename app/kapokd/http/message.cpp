// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/message.h"

#include <algorithm>

namespace kapok::kapokd {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

const std::string &Request::header(const std::string &name) const
{
    static const std::string none;
    const auto found = headers.find(name);
    return found == headers.end() ? none : found->second;
}

const std::string *Request::parameter(std::string_view name) const
{
    const auto found =
        std::ranges::find(query, name, [](const auto &entry) { return std::string_view(entry.first); });
    return found == query.end() ? nullptr : &found->second;
}

Response &Response::header(std::string name, std::string value)
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

std::string_view Response::headerValue(std::string_view name) const
{
    for (const auto &[key, value] : headers)
        if (sameToken(key, name))
            return value;
    return {};
}

std::optional<std::string> percentDecode(std::string_view text, bool form)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && form) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const int high = text.size() - i > 2 ? hexDigit(text[i + 1]) : -1;
            const int low = text.size() - i > 2 ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return decoded;
}

std::string percentEncode(std::string_view text)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += kDigits[byte >> 4];
        encoded += kDigits[byte & 15];
    }
    return encoded;
}

void parseQuery(std::string_view text, Request &request)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = percentDecode(pair.substr(0, equals), true);
        auto value = percentDecode(equals < pair.size() ? pair.substr(equals + 1) : "", true);
        if (!name || !value) {
            request.queryIsBroken = true;
            return;
        }
        request.query.emplace_back(std::move(*name), std::move(*value));
    }
}

bool sameToken(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace kapok::kapokd
