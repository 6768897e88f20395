// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/router.h"

#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/gzip.h"
#include "app/kapokd/visit.h"
#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/lrs/agents.h"

#include <algorithm>
#include <optional>

namespace kapok::kapokd {
namespace {

constexpr std::size_t kSmallBody = 64u << 10;
constexpr std::size_t kStatementsBody = 16u << 20;
constexpr std::size_t kDocumentBody = 1u << 20;
constexpr std::size_t kPackageBody = 64u << 20; // larger ones: `kapokd publish`

constexpr int kQuickThreads = 16; // they wait for the disk together: group commit
constexpr int kSlowThreads = 2;   // 64 MiB of memory for each password
constexpr std::size_t kLongestLine = 512;

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
        auto decoded = percentDecode(given[i], false);
        if (!decoded || decoded->empty())
            return {};
        captures.push_back(*std::move(decoded));
    }
    return captures;
}

struct Found {
    const Route *route = nullptr;
    std::vector<std::string> captures;
    std::string allowed; ///< the methods of this path, when it exists
};

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

/// The key and secret of HTTP Basic.
std::optional<std::pair<std::string, std::string>> basicOf(const Request &request)
{
    const std::string &header = request.header("authorization");
    const auto blank = header.find(' ');
    if (blank == std::string::npos || !sameToken(header.substr(0, blank), "Basic"))
        return {};
    const auto text = fromBase64(header.substr(header.find_first_not_of(' ', blank)));
    const auto colon = text.ok() ? text->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return {};
    return std::pair(text->substr(0, colon), text->substr(colon + 1));
}

Result<roster::Principal> authenticate(Service &service, const Request &request)
{
    const auto basic = basicOf(request);
    std::optional<roster::Principal> principal;
    if (basic) {
        KAPOK_TRY_ASSIGN(principal, service.credentials.authenticate(basic->first, basic->second));
    }
    if (!principal)
        return Error{ErrorCode::Unauthorized, "Sign in again: this key and secret are not known here."};
    return *std::move(principal);
}

Status checkAccess(Access access, const roster::Principal &principal)
{
    if (access == Access::Xapi)
        return success();
    if (!principal.person)
        return Error{ErrorCode::Forbidden, "An xAPI client has no way in here; sign in as a person."};
    const char *role = access == Access::Reviewer ? "reviewer"
                       : access == Access::Author ? "author"
                                                  : nullptr;
    if (role && !principal.person->hasRole(role))
        return Error{ErrorCode::Forbidden, std::string("This needs the role of ") + role + "."};
    return success();
}

/// Unpacks the body and holds it to the route's bound.
std::optional<Response> readBody(const Route &route, Request &request)
{
    const std::string &encoding = request.header("content-encoding");
    const Error tooLarge{ErrorCode::InvalidInput,
                         "The body has more than " + std::to_string(route.maxBody) + " bytes."};
    if (request.body.size() > route.maxBody)
        return errorResponse(413, tooLarge);
    if (encoding.empty() || sameToken(encoding, "identity"))
        return {};
    if (!sameToken(encoding, "gzip"))
        return errorResponse(415, {ErrorCode::InvalidInput, "Content-Encoding is gzip or nothing."});
    auto body = gunzip(request.body, route.maxBody);
    if (!body.ok() && body.error().code == ErrorCode::StorageFull)
        return errorResponse(413, tooLarge);
    if (!body.ok())
        return errorResponse(body.error());
    request.body = *std::move(body);
    return {};
}

Response answer(Service &service, const Route &route, Request request, std::vector<std::string> captures)
{
    roster::Principal principal;
    if (route.access != Access::Anyone) {
        auto known = authenticate(service, request);
        if (!known.ok())
            return errorResponse(known.error());
        if (const auto allowed = checkAccess(route.access, *known); !allowed.ok())
            return errorResponse(allowed.error());
        principal = *std::move(known);
    }
    if (request.queryIsBroken)
        return errorResponse({ErrorCode::InvalidInput, "The query has a % without two hex digits."});
    if (auto refused = readBody(route, request))
        return *std::move(refused);
    return route.answer({service, std::move(request), std::move(captures), std::move(principal)});
}

Response guarded(Service &service, const Route &route, Request request, std::vector<std::string> captures)
{
    const std::string id = request.header("x-request-id");
    try {
        return answer(service, route, std::move(request), std::move(captures));
    } catch (const std::exception &exception) {
        log::error("request id={} route={} failed: {}", id, route.pattern, exception.what());
        return errorResponse({ErrorCode::Internal, "Something went wrong here; please tell the operator."});
    }
}

/// What xAPI wants on every answer of its resources (1.0.3 Communication, 3.3).
void addXapiVersion(const Request &request, Response &response)
{
    if (!request.path.starts_with("/xapi"))
        return;
    const bool two = request.header("x-experience-api-version").starts_with("2.");
    response.header("X-Experience-API-Version", two ? "2.0.0" : "1.0.3");
}

/// Packs answers that are worth it, for those who can unpack: statements travel over 2G.
void packBody(const Request &request, Response &response)
{
    constexpr std::size_t kWorthIt = 1024;
    const bool isJson = response.headerValue("content-type").starts_with("application/json");
    if (!isJson || response.body.size() < kWorthIt)
        return;
    response.header("Vary", "Accept-Encoding");
    if (request.header("accept-encoding").find("gzip") == std::string::npos)
        return;
    std::string packed = gzip(response.body);
    if (packed.empty())
        return;
    response.body = std::move(packed);
    response.header("Content-Encoding", "gzip");
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> all = {
        {"GET", "/healthz", Access::Anyone, Work::Here, 0, getHealth},
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
        {"GET", "/xapi/activities/state", Access::Xapi, Work::Quick, kSmallBody, getState},
        {"PUT", "/xapi/activities/state", Access::Xapi, Work::Quick, kDocumentBody, putState},
        {"POST", "/xapi/activities/state", Access::Xapi, Work::Quick, kDocumentBody, postState},
        {"DELETE", "/xapi/activities/state", Access::Xapi, Work::Quick, kSmallBody, deleteState},
    };
    return all;
}

Router::Router(Service &service)
    : m_service(service), m_slow(kSlowThreads, kLongestLine), m_quick(kQuickThreads, kLongestLine)
{
    watchService(service, m_quick, m_slow);
}

Router::~Router()
{
    m_service.metrics.unwatch();
}

void Router::handle(Request request, Responder respond)
{
    const Visit visit(request, m_service.metrics);
    Found found = findRoute(request);
    Request head = request; // for answers that are made without a route's work
    head.body.clear();
    const auto finish = [visit, head, respond](std::string_view pattern, Response response) {
        addXapiVersion(head, response);
        packBody(head, response);
        visit.answered(pattern, response);
        respond(std::move(response));
    };
    if (!found.route) {
        finish("-", refuseRoute(found));
        return;
    }
    const Route &route = *found.route;
    if (route.work == Work::Here) {
        finish(route.pattern, guarded(m_service, route, std::move(request), std::move(found.captures)));
        return;
    }
    auto work = [this, &route, finish, request = std::move(request),
                 captures = std::move(found.captures)]() mutable {
        finish(route.pattern, guarded(m_service, route, std::move(request), std::move(captures)));
    };
    Lane &lane = route.work == Work::Slow ? m_slow : m_quick;
    if (!lane.post(std::move(work)))
        finish(route.pattern,
               errorResponse({ErrorCode::Throttled, "Too much to do at once; ask again soon."}));
}

Result<std::string> ifiOfPerson(Service &service, const roster::Person &person)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, service.roster.node());
    return lrs::ifiOf(xapi::Account{node.homePage, person.account});
}

} // namespace kapok::kapokd
