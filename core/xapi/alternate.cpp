// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/alternate.h"

#include "core/base/hash.h"
#include "core/xapi/place.h"

#include <algorithm>
#include <array>
#include <set>

namespace kapok::xapi {
namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// Whether \p text is something that a field may be called, and not a part of what is no form at all.
bool isName(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.' || c == '%';
    });
}

/// Form fields that are headers of the meant request (xAPI 1.0.3 Communication, 1.3).
bool isHeader(const std::string &lowerName)
{
    static constexpr std::array<std::string_view, 6> kHeaders = {"authorization", "x-experience-api-version",
                                                                 "content-type",  "content-length",
                                                                 "if-match",      "if-none-match"};
    return std::ranges::find(kHeaders, lowerName) != kHeaders.end();
}

Result<std::string> readMethod(const Parameters &query)
{
    static constexpr std::array<std::string_view, 5> kMethods = {"GET", "HEAD", "PUT", "POST", "DELETE"};
    const auto method = std::ranges::find(query, "method", &Parameters::value_type::first);
    if (method == query.end())
        return Error{ErrorCode::InvalidInput, "parameter method: is missing"};
    for (auto other = query.begin(); other != query.end(); ++other)
        if (other != method)
            return Error{ErrorCode::InvalidInput,
                         "parameter " + shown(other->first) +
                             (other->first == "method"
                                  ? ": must be given once"
                                  : ": belongs into the form: the query has only method")};
    if (std::ranges::find(kMethods, method->second) == kMethods.end())
        return Error{ErrorCode::InvalidInput,
                     "parameter method: must be GET, HEAD, PUT, POST or DELETE, not this text"};
    return method->second;
}

} // namespace

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
            const auto byte = fromHex(text.substr(i + 1, 2));
            if (!byte.ok() || byte->empty())
                return std::nullopt;
            decoded += *byte;
            i += 2;
        }
    }
    return decoded;
}

std::optional<Parameters> parseForm(std::string_view text)
{
    Parameters fields;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = percentDecode(pair.substr(0, equals), true);
        auto value = percentDecode(equals < pair.size() ? pair.substr(equals + 1) : "", true);
        if (!name || !value)
            return std::nullopt;
        fields.emplace_back(*std::move(name), *std::move(value));
    }
    return fields;
}

std::string brokenField(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!parseForm(pair))
            return isName(pair.substr(0, pair.find('='))) ? shown(pair.substr(0, pair.find('='))) : "?";
    }
    return "?";
}

Result<AlternateRequest> parseAlternate(const Parameters &query, std::string_view body)
{
    AlternateRequest request;
    KAPOK_TRY_ASSIGN(request.method, readMethod(query));
    // Looked at before any is kept: a packed body of a few kilobytes may have millions.
    if (std::ranges::count(body, '&') >= static_cast<std::ptrdiff_t>(kMostFields))
        return Error{ErrorCode::InvalidInput,
                     "body: must have at most " + std::to_string(kMostFields) + " form fields, not more"};
    auto form = parseForm(body);
    if (!form)
        return Error{ErrorCode::InvalidInput,
                     "form field " + brokenField(body) + ": has a % without two hex digits"};
    bool hasContent = false;
    std::set<std::string> seen;
    for (auto &[name, value] : *form) {
        const std::string lower = lowerCase(name);
        const bool header = isHeader(lower);
        if (!seen.insert(header ? lower : name).second)
            return Error{ErrorCode::InvalidInput, "form field " + shown(name) + ": must be given once"};
        if (name == "content") {
            hasContent = true;
            request.content = std::move(value);
        } else if (header) {
            if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < ' '; }))
                return Error{ErrorCode::InvalidInput,
                             "form field " + lower + ": must not have control characters"};
            request.headers.emplace_back(lower, std::move(value));
        } else {
            request.query.emplace_back(std::move(name), std::move(value));
        }
    }
    const bool wantsContent = request.method == "PUT" || request.method == "POST";
    if (hasContent != wantsContent)
        return Error{ErrorCode::InvalidInput, wantsContent
                                                  ? "form field content: is missing"
                                                  : "form field content: goes with PUT and POST only"};
    return request;
}

} // namespace kapok::xapi
