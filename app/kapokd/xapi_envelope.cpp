// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/xapi_envelope.h"

#include "app/kapokd/access.h"
#include "app/kapokd/http/answers.h"
#include "app/kapokd/xapi_gate.h"
#include "core/xapi/alternate.h"
#include "core/xapi/media_type.h"

namespace kapok::kapokd {
namespace {

constexpr const char *kVersion = "x-experience-api-version";

/// The version of the answer to \p request.
std::string versionLabel(Service &service, const std::string &fallback, const Request &request)
{
    const auto asked = versionOf(request);
    const auto version = asked.ok() ? std::optional(*asked) : service.spoken.of(keyOf(request));
    if (version)
        return *version == xapi::Version::V2_0_0 ? "2.0.0" : "1.0.3";
    const bool isFree = request.path == "/xapi/about" && request.header(kVersion).empty();
    return isFree ? "1.0.3" : fallback;
}

void adopt(xapi::AlternateRequest &&meant, Request &request)
{
    request.method = std::move(meant.method);
    request.query = std::move(meant.query);
    request.body = std::move(meant.content);
    request.headers.erase("content-encoding");
    request.headers["content-type"] = "application/json"; // unless the form names another
    for (auto &[name, value] : meant.headers)
        request.headers[name] = std::move(value);
}

} // namespace

bool isXapi(const Request &request)
{
    return request.path.starts_with("/xapi/");
}

void addXapiHeaders(Service &service, const std::string &fallback, const Request &request, Response &response)
{
    if (!isXapi(request))
        return;
    response.header("X-Experience-API-Version", versionLabel(service, fallback, request));
    const bool lists =
        request.path == "/xapi/statements" && (request.method == "GET" || request.method == "HEAD");
    if (!lists || !response.headerValue("X-Experience-API-Consistent-Through").empty())
        return;
    // A database that is away, or has too much to do, is not asked once more for a header: that would hold up
    // whoever asks for longer, and other connections too where their own thread does it.
    constexpr int kServerAtFault = 500;
    if (response.status >= kServerAtFault || request.refusedWith != 0)
        return;
    const auto stay = service.enterAsItIs();
    if (!stay.ok())
        return;
    if (const auto through = service.statements.consistentThrough(); through.ok())
        response.header("X-Experience-API-Consistent-Through", lrs::microsText(*through));
}

void noteVersion(Service &service, const Request &request, const roster::Principal &principal)
{
    if (principal.client.empty() || !isXapi(request))
        return;
    if (const auto version = versionOf(request); version.ok())
        service.spoken.note(principal.key, *version);
}

bool isAlternate(const Request &request)
{
    return isXapi(request) && request.method == "POST" && request.parameter("method");
}

std::optional<Response> unwrapAlternate(Request &request)
{
    const auto refuse = [](const std::string &sentence) {
        return errorResponse({ErrorCode::InvalidInput, sentence});
    };
    if (request.queryIsBroken)
        return errorResponse(brokenQuery(request));
    const auto type = xapi::parseMediaType(request.header("content-type"));
    const bool isForm = type && type->name == "application/x-www-form-urlencoded";
    const bool asksFor2 = request.header(kVersion).starts_with("2.");
    if (asksFor2 && !isForm)
        return refuse("parameter method: xAPI 2.0 has no alternate request syntax");
    if (!isForm)
        return refuse("header Content-Type: must be application/x-www-form-urlencoded, for what the "
                      "parameter method says, not another type");
    auto meant = xapi::parseAlternate(request.query, request.body);
    if (!meant.ok())
        return errorResponse(meant.error());
    adopt(*std::move(meant), request);
    if (const auto version = versionOf(request); version.ok() && *version == xapi::Version::V2_0_0)
        return refuse("parameter method: xAPI 2.0 has no alternate request syntax");
    return {};
}

} // namespace kapok::kapokd
