// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/answers.h"

#include "core/base/log.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace kapok::kapokd {
namespace {

using nlohmann::json;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::NotTrusted:
    case ErrorCode::Corrupt:
    case ErrorCode::NewerFormat:
        return 422;
    case ErrorCode::Throttled:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageBroken:
        return 503;
    default:
        return 500;
    }
}

/// Whether \p place names itself what it is: "$.actor.mbox", "body", "part 2 header Content-Type".
bool isPlace(std::string_view place)
{
    return place.starts_with('$') || place == "body" || place.starts_with("part ");
}

/// Splits "$.actor.mbox: must be …", "parameter limit: must be …" and the like.
void addPlace(json &body, const std::string &detail)
{
    constexpr std::array<std::string_view, 3> kKinds = {"parameter ", "header ", "form field "};
    const auto colon = detail.find(": ");
    if (colon == std::string::npos)
        return;
    std::string place = detail.substr(0, colon);
    const auto kind = std::ranges::find_if(kKinds, [&](auto each) { return place.starts_with(each); });
    if (kind != kKinds.end())
        place.erase(0, kind->size());
    else if (!isPlace(place))
        return;
    body["path"] = std::move(place);
    body["message"] = detail.substr(colon + 2);
}

} // namespace

Response jsonResponse(int status, const json &value)
{
    Response response;
    response.status = status;
    response.header("Content-Type", "application/json");
    response.header("Cache-Control", "no-store");
    response.body = value.dump(-1, ' ', false, json::error_handler_t::replace);
    return response;
}

Response errorResponse(const Error &error)
{
    return errorResponse(statusOf(error.code), error);
}

Response errorResponse(int status, const Error &error)
{
    constexpr int kServerAtFault = 500;
    if (status >= kServerAtFault && error.code != ErrorCode::Throttled) // that one has only too much to do
        log::error("cannot answer: {}", error.detail);
    json body{{"error", toString(error.code)}, {"message", error.detail}};
    addPlace(body, error.detail);
    Response response = jsonResponse(status, body);
    if (status == 401)
        response.header("WWW-Authenticate", "Basic realm=\"Kapok\", charset=\"UTF-8\"");
    if (status == 503)
        response.header("Retry-After", error.code == ErrorCode::StorageFull ? "60" : "2");
    return response;
}

Error brokenQuery(const Request &request)
{
    return {ErrorCode::InvalidInput,
            "parameter " + request.brokenParameter + ": has a % without two hex digits"};
}

Response throttledResponse(std::chrono::seconds wait)
{
    Response response = errorResponse(
        429, {ErrorCode::Throttled, "Too many tries; wait " + std::to_string(wait.count()) + " seconds."});
    response.header("Retry-After", std::to_string(wait.count()));
    return response;
}

Response guardedAnswer(std::string_view id, std::string_view route, const std::function<Response()> &work)
{
    try {
        return work();
    } catch (const std::exception &exception) {
        log::error("request id={} route={} failed: {}", id, route, exception.what());
        // Not by errorResponse(), which would log it once more.
        return jsonResponse(500, {{"error", toString(ErrorCode::Internal)},
                                  {"message", "Something went wrong here; please tell the operator."}});
    }
}

bool isNotModified(const Request &request, const std::string &etag)
{
    const std::string &known = request.header("if-none-match");
    return known == "*" || (!known.empty() && known.find(etag) != std::string::npos);
}

} // namespace kapok::kapokd
