// SPDX-License-Identifier: Apache-2.0
#include "core/sync/answers.h"

#include "core/sync/server_json.h"
#include "core/sync/tuning.h"

#include <algorithm>
#include <charconv>
#include <curl/curl.h>

namespace kapok::sync {

std::optional<Time> parseHttpDate(std::string_view text)
{
    const std::string written(text);
    const auto seconds = curl_getdate(written.c_str(), nullptr);
    if (seconds < 0)
        return {};
    return Time(std::chrono::seconds(seconds));
}

std::optional<std::chrono::seconds> retryAfterOf(const Response &response)
{
    const std::string value = response.header("retry-after");
    if (value.empty())
        return {};
    long long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error == std::errc::result_out_of_range)
        return std::chrono::seconds(tuning::kRetryAfterLongest);
    if (error != std::errc() || end != value.data() + value.size()) {
        const auto until = parseHttpDate(value);
        const auto now = parseHttpDate(response.header("date")); // both by the server's clock
        if (!until || !now)
            return {};
        seconds = std::chrono::duration_cast<std::chrono::seconds>(*until - *now).count();
    }
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(1),
                      std::chrono::seconds(tuning::kRetryAfterLongest));
}

Error refusal(const Response &response)
{
    std::string message = readMessage(response.body);
    if (message.empty())
        message = "The server answered with status " + std::to_string(response.status) + ".";
    switch (response.status) {
    case 400:
        return {ErrorCode::InvalidInput, message};
    case 401:
        return {ErrorCode::Unauthorized, message};
    case 403:
        return {ErrorCode::Forbidden, message};
    case 404:
        return {ErrorCode::NotFound, message};
    case 409:
        return {ErrorCode::Conflict, message};
    case 429:
    case 503:
        return {ErrorCode::Throttled, message};
    default:
        return {ErrorCode::Refused, message};
    }
}

std::string urlEncode(std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

std::string originOf(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    return std::string(url.substr(0, std::min(url.find('/', scheme + 3), url.size())));
}

std::string withoutSlash(std::string base)
{
    while (base.ends_with('/'))
        base.pop_back();
    return base;
}

} // namespace kapok::sync
