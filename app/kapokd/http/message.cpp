// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/message.h"

#include "core/base/text.h"
#include "core/xapi/alternate.h"

#include <algorithm>

namespace kapok::kapokd {
namespace {

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
    // A line break would begin another header, or the body (RFC 9112, 11.1).
    std::ranges::replace_if(
        value, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t'; }, ' ');
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

std::string pathOf(std::string_view target)
{
    target = target.substr(0, target.find('?'));
    if (const auto scheme = target.find("://");
        !target.starts_with('/') && scheme != std::string_view::npos) {
        const auto root = target.find('/', scheme + 3);
        target = root == std::string_view::npos ? "/" : target.substr(root);
    }
    std::string path;
    for (const char c : target)
        if (c != '/' || !path.ends_with('/'))
            path += c;
    if (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

bool isPlainText(std::string_view text)
{
    return isUtf8(text) && text.find('\0') == std::string_view::npos;
}

void parseQuery(std::string_view text, Request &request)
{
    auto fields = xapi::parseForm(text);
    request.queryIsBroken = !fields;
    if (fields)
        request.query = *std::move(fields);
    else
        request.brokenParameter = xapi::brokenField(text);
}

std::string_view withoutBlanks(std::string_view value)
{
    const auto first = value.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return value.substr(first, value.find_last_not_of(" \t") - first + 1);
}

bool sameToken(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace kapok::kapokd
