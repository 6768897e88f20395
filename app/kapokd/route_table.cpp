// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/route_table.h"

#include "app/kapokd/http/answers.h"
#include "core/lrs/document_store.h"
#include "core/xapi/alternate.h"

#include <algorithm>
#include <optional>

namespace kapok::kapokd {
namespace {

using Kind = xapi::DocumentQuery::Kind;

constexpr std::size_t kSmallBody = 64u << 10;
constexpr std::size_t kDocumentBody = lrs::kMostDocumentBytes;
constexpr std::size_t kPackageBody = 64u << 20; // larger ones: `kapokd publish`

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    for (std::size_t at = 1; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        segments.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    return segments;
}

/// What the {…} of \p pattern stand for in \p path, or nothing when it does not fit.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path)
{
    const auto wanted = segmentsOf(pattern);
    const auto given = segmentsOf(path);
    if (wanted.size() != given.size())
        return {};
    std::vector<std::string> captures;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != given[i])
                return {};
            continue;
        }
        auto decoded = xapi::percentDecode(given[i], false);
        if (!decoded || decoded->empty() || !isPlainText(*decoded))
            return {};
        captures.push_back(*std::move(decoded));
    }
    return captures;
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> all = {
        {"GET", "/healthz", Access::Anyone, Work::Here, 0, getHealth},
        {"GET", "/readyz", Access::Anyone, Work::Quick, 0, getReady},
        {"GET", "/metrics", Access::Anyone, Work::Here, 0, getMetrics},
        {"GET", "/api/v1/about", Access::Anyone, Work::Quick, 0, getAbout},
        {"POST", "/api/v1/sign-in", Access::Anyone, Work::Slow, kSmallBody, postSignIn},
        {"DELETE", "/api/v1/credentials/{key}", Access::Person, Work::Quick, kSmallBody, deleteCredential},
        {"GET", "/api/v1/credentials", Access::Person, Work::Quick, 0, getCredentials},
        {"GET", "/api/v1/me", Access::Person, Work::Quick, 0, getMe},
        {"GET", "/api/v1/me/assignments", Access::Person, Work::Quick, 0, getAssignments},
        {"GET", "/api/v1/catalogue", Access::Person, Work::Quick, 0, getCatalogue},
        {"GET", "/api/v1/courses/{id}/manifest", Access::Person, Work::Quick, 0, getManifest},
        {"GET", "/api/v1/blobs/{sha256}", Access::Person, Work::Quick, 0, getBlob},
        {"POST", "/api/v1/courses", Access::Author, Work::Slow, kPackageBody, postCourse},
        {"GET", "/api/v1/units", Access::Reviewer, Work::Quick, 0, getUnits},
        {"GET", "/api/v1/figures", Access::Reviewer, Work::Quick, 0, getFigures},
        {"GET", "/api/v1/progress", Access::Reviewer, Work::Quick, 0, getProgress},
        {"GET", "/xapi/about", Access::Anyone, Work::Here, 0, getXapiAbout},
        {"GET", "/xapi/statements", Access::Xapi, Work::Quick, kSmallBody, getStatements},
        {"PUT", "/xapi/statements", Access::Xapi, Work::Quick, kStatementsBody, putStatement},
        {"POST", "/xapi/statements", Access::Xapi, Work::Quick, kStatementsBody, postStatements},
        {"GET", "/xapi/activities/state", Access::Xapi, Work::Quick, kSmallBody, getDocument<Kind::State>},
        {"PUT", "/xapi/activities/state", Access::Xapi, Work::Quick, kDocumentBody, putDocument<Kind::State>},
        {"POST", "/xapi/activities/state", Access::Xapi, Work::Quick, kDocumentBody,
         postDocument<Kind::State>},
        {"DELETE", "/xapi/activities/state", Access::Xapi, Work::Quick, kSmallBody,
         deleteDocument<Kind::State>},
        {"GET", "/xapi/activities", Access::Xapi, Work::Quick, kSmallBody, getActivity},
        {"GET", "/xapi/agents", Access::Xapi, Work::Quick, kSmallBody, getAgent},
        {"GET", "/xapi/activities/profile", Access::Xapi, Work::Quick, kSmallBody,
         getDocument<Kind::ActivityProfile>},
        {"PUT", "/xapi/activities/profile", Access::Xapi, Work::Quick, kDocumentBody,
         putDocument<Kind::ActivityProfile>},
        {"POST", "/xapi/activities/profile", Access::Xapi, Work::Quick, kDocumentBody,
         postDocument<Kind::ActivityProfile>},
        {"DELETE", "/xapi/activities/profile", Access::Xapi, Work::Quick, kSmallBody,
         deleteDocument<Kind::ActivityProfile>},
        {"GET", "/xapi/agents/profile", Access::Xapi, Work::Quick, kSmallBody,
         getDocument<Kind::AgentProfile>},
        {"PUT", "/xapi/agents/profile", Access::Xapi, Work::Quick, kDocumentBody,
         putDocument<Kind::AgentProfile>},
        {"POST", "/xapi/agents/profile", Access::Xapi, Work::Quick, kDocumentBody,
         postDocument<Kind::AgentProfile>},
        {"DELETE", "/xapi/agents/profile", Access::Xapi, Work::Quick, kSmallBody,
         deleteDocument<Kind::AgentProfile>},
    };
    return all;
}

Found findRoute(const Request &request)
{
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    Found found;
    for (const Route &route : routes()) {
        auto captures = match(route.pattern, request.path);
        if (!captures)
            continue;
        found.allowed += (found.allowed.empty() ? "" : ", ") + std::string(route.method);
        found.allowed += route.method == "GET" ? ", HEAD" : "";
        if (route.method == method) {
            found.route = &route;
            found.captures = *std::move(captures);
        }
    }
    return found;
}

Response refuseRoute(const Found &found)
{
    if (found.allowed.empty())
        return errorResponse({ErrorCode::NotFound, "There is nothing at this address."});
    Response response = errorResponse(405, {ErrorCode::Refused, "This address does not take this method."});
    response.header("Allow", found.allowed);
    return response;
}

std::uint64_t bodyLimit(std::string_view method, std::string_view path)
{
    if (method == "POST" && path.starts_with("/xapi/"))
        return kStatementsBody;
    std::uint64_t limit = kSmallBody;
    for (const Route &route : routes())
        if (route.method == method && match(route.pattern, path))
            limit = std::max<std::uint64_t>(limit, route.maxBody);
    return limit;
}

} // namespace kapok::kapokd
