// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/answers.h"

#include "core/base/clock.h"

#include <algorithm>
#include <charconv>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::Throttled:
        return 429;
    case ErrorCode::StorageFull:
    case ErrorCode::StorageBroken:
        return 503;
    case ErrorCode::NewerFormat:
    case ErrorCode::NotTrusted:
    case ErrorCode::Corrupt:
        return 422;
    case ErrorCode::Refused:
        return 412;
    default:
        return 500;
    }
}

/// One range "bytes=a-b", "bytes=a-" or "bytes=-n". Not set: no range we serve, so the whole is sent.
struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool satisfiable = true;
};

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Range> parseRange(std::string_view header, std::uint64_t size)
{
    if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos)
        return std::nullopt;
    header.remove_prefix(6);
    const auto dash = header.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    if ((dash > 0 && !first) || (dash + 1 < header.size() && !last) || (!first && !last))
        return std::nullopt;
    if (!first) // the last n bytes
        return Range{size - std::min(*last, size), size - 1, *last > 0 && size > 0};
    if (last && *last < *first)
        return std::nullopt;
    return Range{*first, std::min(last.value_or(size - 1), size - 1), *first < size};
}

bool names(std::string_view header, const std::string &etag)
{
    return header == "*" || header.find('"' + etag + '"') != std::string_view::npos;
}

} // namespace

Response jsonResponse(const json &body, int status)
{
    Response response{status, {}, body.dump(-1, ' ', false, json::error_handler_t::replace), {}};
    return response.header("Content-Type", "application/json; charset=utf-8");
}

Response refusal(int status, const std::string &code, const std::string &message)
{
    return jsonResponse({{"error", code}, {"message", message}}, status);
}

Response refusal(const Error &error)
{
    json body = {{"error", kapok::toString(error.code)}, {"message", error.detail}};
    const bool isParameter = error.detail.starts_with("parameter ");
    if (const auto colon = error.detail.find(": ");
        colon != std::string::npos && (isParameter || error.detail.starts_with('$'))) {
        const std::size_t start = isParameter ? std::string_view("parameter ").size() : 0;
        body["path"] = error.detail.substr(start, colon - start);
    }
    Response response = jsonResponse(body, statusOf(error.code));
    if (response.status == 401)
        response.header("WWW-Authenticate", "Basic realm=\"kapok\", charset=\"UTF-8\"");
    if (response.status == 429 || response.status == 503)
        response.header("Retry-After", response.status == 429 ? "60" : "30");
    return response;
}

Response withEtag(Response response, const std::string &etag, const Request &request)
{
    response.header("ETag", '"' + etag + '"');
    if (const auto &known = request.header("if-none-match"); !known.empty() && names(known, etag)) {
        response.status = 304;
        response.body.clear();
        response.file.reset();
    }
    return response;
}

Response fileResponse(const std::filesystem::path &file, std::uint64_t size, const std::string &etag,
                      const std::string &mediaType, const Request &request)
{
    Response response;
    response.header("Content-Type", mediaType).header("Accept-Ranges", "bytes");
    response.header("Cache-Control", "private, max-age=31536000, immutable");
    response.file = FileSlice{file, 0, size};
    const auto &ifRange = request.header("if-range");
    const auto range = parseRange(request.header("range"), size);
    if (range && (ifRange.empty() || names(ifRange, etag))) {
        if (!range->satisfiable) {
            Response no = refusal(416, "invalid_input", "The file has no such bytes.");
            return no.header("Content-Range", "bytes */" + std::to_string(size));
        }
        response.status = 206;
        response.file = FileSlice{file, range->first, range->last - range->first + 1};
        response.header("Content-Range", "bytes " + std::to_string(range->first) + '-' +
                                             std::to_string(range->last) + '/' + std::to_string(size));
    }
    return withEtag(std::move(response), etag, request);
}

json toJson(const std::optional<Time> &time)
{
    return time ? json(toIso8601(*time)) : json(nullptr);
}

json toJson(const roster::Unit &unit)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? json(nullptr) : json(text); };
    return {{"id", unit.id.value},
            {"kind", unit.kind},
            {"parent", orNull(unit.parent.value)},
            {"names", unit.names.byLanguage},
            {"valid_from", orNull(unit.validFrom)},
            {"valid_to", orNull(unit.validTo)}};
}

json toJson(const roster::Person &person, const std::string &homePage)
{
    json roles = json::array();
    for (const auto &at : person.roles)
        roles.push_back({{"role", roster::toString(at.role)}, {"unit", at.unit.value}});
    return {{"id", person.id.value},
            {"account", person.account},
            {"name", person.name},
            {"name_language", person.nameLanguage},
            {"form_of_address", person.formOfAddress},
            {"roles", std::move(roles)},
            {"unit", toJson(person.unit)},
            {"home_page", homePage}};
}

} // namespace kapok::kapokd
