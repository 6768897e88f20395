// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/dispatcher.h"

#include "app/kapokd/inflate.h"
#include "core/base/hash.h"
#include "core/base/log.h"

#include <algorithm>
#include <chrono>

namespace kapok::kapokd {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> found;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/', 1), path.size());
        found.push_back(path.substr(1, slash - 1));
        path.remove_prefix(slash);
    }
    return found;
}

bool fits(const std::string &pattern, const std::string &path, std::vector<std::string> &arguments)
{
    const auto wanted = segments(pattern);
    const auto given = segments(path);
    if (wanted.size() != given.size())
        return false;
    arguments.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != given[i])
                return false;
            continue;
        }
        auto argument = percentDecode(given[i], false);
        if (!argument || argument->empty())
            return false;
        arguments.push_back(*std::move(argument));
    }
    return true;
}

bool isXapi(const Request &request)
{
    return request.path.starts_with("/xapi/");
}

/// The xAPI version of the request; nothing when it is none of ours.
std::optional<xapi::Version> versionOf(const std::string &header)
{
    if (header == "1.0" ||
        (header.starts_with("1.0.") && header.size() == 5 && header[4] >= '0' && header[4] <= '9'))
        return xapi::Version::V1_0_3;
    if (header == "2.0" ||
        (header.starts_with("2.0.") && header.size() == 5 && header[4] >= '0' && header[4] <= '9'))
        return xapi::Version::V2_0_0;
    return std::nullopt;
}

std::string versionText(const Request &request)
{
    return versionOf(request.header("x-experience-api-version")) == xapi::Version::V2_0_0 ? "2.0.0" : "1.0.3";
}

/// The path with whatever could be personal or secret left out.
std::string_view forLog(const Route *route)
{
    return route ? std::string_view(route->pattern) : "(none)";
}

} // namespace

std::function<void(Services &, const Call &, const Responder &)>
answering(Result<Response> (*handle)(Services &, const Call &))
{
    return [handle](Services &services, const Call &call, const Responder &respond) {
        auto answer = handle(services, call);
        respond(answer.ok() ? *std::move(answer) : refusal(answer.error()));
    };
}

Dispatcher::Dispatcher(Services services, int workers)
    : m_services(std::move(services)), m_slow(1, 64), m_quick(workers, 2000)
{
    for (auto &&routes : {nodeRoutes(), courseRoutes(), reportRoutes(), statementRoutes(), stateRoutes()})
        m_routes.insert(m_routes.end(), routes.begin(), routes.end());
}

Dispatcher::Match Dispatcher::match(const Request &request) const
{
    Match found;
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    for (const Route &route : m_routes) {
        std::vector<std::string> arguments;
        if (!fits(route.pattern, request.path, arguments))
            continue;
        if (route.method == method) {
            found.route = &route;
            found.arguments = std::move(arguments);
            return found;
        }
        found.allowed +=
            (found.allowed.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
    }
    return found;
}

Result<roster::Caller> Dispatcher::authenticate(const Request &request)
{
    const std::string &header = request.header("authorization");
    if (header.size() < 6 || !sameToken(std::string_view(header).substr(0, 6), "basic "))
        return Error{ErrorCode::Unauthorized, "Send a key and its secret as HTTP Basic."};
    const auto decoded = fromBase64(std::string_view(header).substr(6));
    const auto colon = decoded.ok() ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return Error{ErrorCode::Unauthorized, "The Authorization header is not well formed."};
    return m_services.roster.authenticate(decoded->substr(0, colon), decoded->substr(colon + 1));
}

Status Dispatcher::permit(const Route &route, const roster::Caller &caller) const
{
    using roster::Role;
    const bool owner = caller.has(Role::Owner);
    bool allowed = true;
    if (route.access == Access::Person)
        allowed = caller.person.has_value();
    else if (route.access == Access::Reviewer)
        allowed = owner || caller.has(Role::Reviewer);
    else if (route.access == Access::Author)
        allowed = owner || caller.has(Role::Author);
    if (!allowed)
        return Error{ErrorCode::Forbidden, "This credential does not give the right to do that."};
    return success();
}

std::optional<Response> Dispatcher::prepare(const Route &route, Call &call)
{
    if (route.access != Access::Anyone) {
        auto caller = authenticate(call.request);
        if (!caller.ok())
            return refusal(caller.error());
        call.caller = *std::move(caller);
        if (const auto permitted = permit(route, call.caller); !permitted.ok())
            return refusal(permitted.error());
    }
    if (call.request.queryIsBroken)
        return refusal({ErrorCode::InvalidInput, "The query is not percent-encoded as it must be."});
    if (route.access == Access::Xapi) {
        const auto version = versionOf(call.request.header("x-experience-api-version"));
        if (!version)
            return refusal({ErrorCode::InvalidInput, "Send X-Experience-API-Version: 1.0.3 or 2.0.0."});
        call.version = *version;
    }
    const Response tooLarge = refusal(413, "too_large", "The body is larger than this address takes.");
    const std::string &encoding = call.request.header("content-encoding");
    if (encoding.empty() || encoding == "identity")
        return call.request.body.size() > route.bodyLimit ? std::optional(tooLarge) : std::nullopt;
    if (!sameToken(encoding, "gzip"))
        return refusal(415, "unsupported_encoding", "Content-Encoding may be gzip or absent.");
    auto body = gunzip(call.request.body, route.bodyLimit);
    if (!body.ok())
        return refusal(body.error());
    if (!*body)
        return tooLarge;
    call.request.body = **std::move(body);
    return std::nullopt;
}

void Dispatcher::work(const Route &route, Call call, const Responder &respond)
{
    try {
        if (auto refused = prepare(route, call))
            respond(*std::move(refused));
        else
            route.handle(m_services, call, respond);
    } catch (const std::exception &error) {
        log::error("route {} failed: {}", route.pattern, error.what());
        respond(refusal({ErrorCode::Internal, "The server failed on this request; its log says more."}));
    }
}

void Dispatcher::handle(Request request, const Responder &respond)
{
    const auto started = SteadyClock::now();
    Match found = match(request);
    const Route *route = found.route;
    const Responder finish = [respond, route, started, method = request.method, xapi = isXapi(request),
                              version = versionText(request)](Response response) {
        if (xapi)
            response.header("X-Experience-API-Version", version);
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - started);
        log::info("method={} route={} status={} us={} bytes={}", method, forLog(route), response.status,
                  took.count(), response.file ? response.file->size : response.body.size());
        respond(std::move(response));
    };
    if (!route && found.allowed.empty())
        return finish(refusal({ErrorCode::NotFound, "There is nothing at this address."}));
    if (!route) {
        Response refused = refusal(405, "method_not_allowed", "This address does not know the method.");
        return finish(refused.header("Allow", found.allowed));
    }
    auto call = std::make_shared<Call>(Call{std::move(request), std::move(found.arguments), {}, {}});
    ThreadPool &pool = route->work == Work::Slow ? m_slow : m_quick;
    if (!pool.post([this, route, call, finish] { work(*route, std::move(*call), finish); }))
        finish(refusal({ErrorCode::StorageBroken, "The server is busy; try again later."}));
}

} // namespace kapok::kapokd
