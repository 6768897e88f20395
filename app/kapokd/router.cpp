// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/router.h"

#include "app/kapokd/access.h"
#include "app/kapokd/http/answers.h"
#include "app/kapokd/http/body.h"
#include "app/kapokd/route_table.h"
#include "app/kapokd/visit.h"
#include "app/kapokd/xapi_envelope.h"
#include "app/kapokd/xapi_gate.h"
#include "core/lrs/agents.h"
#include "core/xapi/packing.h"
#include "core/xapi/place.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>

namespace kapok::kapokd {
namespace {

constexpr int kQuickThreads = 16; // they wait for the disk together: group commit
constexpr int kSlowThreads = 2;   // 64 MiB of memory for each password
constexpr std::size_t kLongestLine = 512;

/// InvalidInput for a parameter that a database could not look up.
Status checkQuery(const Request &request)
{
    for (const auto &[name, value] : request.query)
        if (!isPlainText(value))
            return Error{ErrorCode::InvalidInput, "parameter " + xapi::shown(name) +
                                                      ": must be UTF-8 text without NUL, not this text"};
    return success();
}

Response answer(Service &service, const Route &route, Request request, std::vector<std::string> captures)
{
    roster::Principal principal;
    if (route.access == Access::Xapi) // before the credential: xAPI 1.0.3 Communication, 3.3
        if (const auto version = versionOf(request); !version.ok())
            return errorResponse(version.error());
    Service::Stay stay;
    if (route.work != Work::Here) {
        auto entered = service.enter();
        if (!entered.ok())
            return errorResponse(entered.error());
        stay = *std::move(entered);
    }
    if (route.access != Access::Anyone) {
        auto known = authenticate(service, request);
        if (!known.ok())
            return errorResponse(known.error());
        if (const auto allowed = checkAccess(route.access, *known); !allowed.ok())
            return errorResponse(allowed.error());
        principal = *std::move(known);
        noteVersion(service, request, principal);
    }
    if (request.queryIsBroken)
        return errorResponse(brokenQuery(request));
    if (route.access != Access::Xapi) // which has rules of its own
        if (const auto plain = checkQuery(request); !plain.ok())
            return errorResponse(plain.error());
    if (auto refused = unpackBody(request, route.maxBody, *service.dictionary()))
        return *std::move(refused);
    return route.answer({service, std::move(request), std::move(captures), std::move(principal)});
}

Response guarded(Service &service, const Route &route, Request request, std::vector<std::string> captures)
{
    const std::string id = request.header("x-request-id");
    return guardedAnswer(id, route.pattern, [&] {
        Response response = answer(service, route, std::move(request), std::move(captures));
        if (route.maxBody == kStatementsBody) // also on a refusal: then the dictionary was not its reason
            response.header("Available-Dictionary", service.dictionary()->field());
        return response;
    });
}

bool isBelieved(std::string_view address, const std::vector<std::string> &proxies)
{
    constexpr std::string_view kMapped = "::ffff:"; // IPv4 by a socket that takes both (RFC 4291, 2.5.5.2)
    if (address.starts_with(kMapped))
        address.remove_prefix(kMapped.size());
    return address == "127.0.0.1" || address == "::1" || std::ranges::find(proxies, address) != proxies.end();
}

/// Why the listener did not read the body.
Response refuseUnread(const Request &request)
{
    if (request.refusedWith == 413)
        return errorResponse(413, tooLargeBody(bodyLimit(request.method, request.path)));
    return errorResponse({ErrorCode::Throttled, "Too much to do at once; ask again soon."});
}

} // namespace

/// The way back of one request.
struct Router::Exchange {
    Visit visit;
    Request head; ///< the request as it is to be answered, without its body
    Responder respond;
    bool dropsBody = false; ///< a HEAD inside a POST
};

Router::Router(Service &service, RouterOptions options)
    : m_service(service),
      m_options(std::move(options)),
      m_slow(kSlowThreads, kLongestLine),
      m_quick(kQuickThreads, kLongestLine)
{
    watchService(service, m_quick, m_slow);
}

Router::~Router()
{
    m_service.metrics.unwatch();
}

void Router::finish(const Exchange &exchange, std::string_view pattern, Response response)
{
    Response whole = guardedAnswer(exchange.head.header("x-request-id"), pattern, [&] {
        addXapiHeaders(m_service, m_options.fallbackVersion, exchange.head, response);
        packBody(exchange.head, response);
        return std::move(response);
    });
    if (exchange.dropsBody)
        whole.body.clear();
    exchange.visit.answered(pattern, whole);
    exchange.respond(std::move(whole));
}

void Router::handle(Request request, Responder respond)
{
    const Visit visit(request, m_service.metrics);
    request.clientAddress = clientAddressOf(request, m_options.proxies);
    Request head = request;
    head.body.clear();
    const Exchange exchange{visit, std::move(head), std::move(respond)};
    if (request.refusedWith != 0) {
        finish(exchange, "-", refuseUnread(request));
        return;
    }
    if (isAlternate(request)) {
        run(m_quick, exchange, "-", [this, exchange, request = std::move(request)]() mutable {
            answerAlternate(exchange, std::move(request));
        });
        return;
    }
    Found found = findRoute(request);
    if (!found.route) {
        finish(exchange, "-", refuseRoute(found));
        return;
    }
    const Route &route = *found.route;
    auto work = [this, &route, exchange, request = std::move(request),
                 captures = std::move(found.captures)]() mutable {
        finish(exchange, route.pattern, guarded(m_service, route, std::move(request), std::move(captures)));
    };
    if (route.work == Work::Here)
        work();
    else
        run(route.work == Work::Slow ? m_slow : m_quick, exchange, route.pattern, std::move(work));
}

void Router::answerAlternate(Exchange exchange, Request request)
{
    bool isRead = false;
    Response refusal = guardedAnswer(request.header("x-request-id"), "-", [&] {
        auto refused = unpackBody(request, kStatementsBody, *m_service.dictionary());
        if (!refused)
            refused = unwrapAlternate(request);
        isRead = !refused;
        return std::move(refused).value_or(Response());
    });
    exchange.dropsBody = request.method == "HEAD";
    exchange.head = request;
    exchange.head.body.clear();
    if (!isRead) {
        finish(exchange, "-", std::move(refusal));
        return;
    }
    Found found = findRoute(request);
    if (!found.route) {
        finish(exchange, "-", refuseRoute(found));
        return;
    }
    finish(exchange, found.route->pattern,
           guarded(m_service, *found.route, std::move(request), std::move(found.captures)));
}

void Router::run(Lane &lane, const Exchange &exchange, std::string_view pattern, std::function<void()> work)
{
    if (!lane.post(std::move(work)))
        finish(exchange, pattern,
               errorResponse({ErrorCode::Throttled, "Too much to do at once; ask again soon."}));
}

std::string canonicalAddress(const std::string &text)
{
    std::array<char, INET6_ADDRSTRLEN> written{};
    in_addr four{};
    in6_addr six{};
    const bool isSix = inet_pton(AF_INET6, text.c_str(), &six) == 1;
    const bool isMapped = isSix && IN6_IS_ADDR_V4MAPPED(&six);
    if (isMapped)
        std::memcpy(&four, &six.s6_addr[sizeof six - sizeof four], sizeof four);
    if (!isSix && inet_pton(AF_INET, text.c_str(), &four) != 1)
        return {};
    if (isSix && !isMapped)
        return inet_ntop(AF_INET6, &six, written.data(), written.size());
    return inet_ntop(AF_INET, &four, written.data(), written.size());
}

std::string clientAddressOf(const Request &request, const std::vector<std::string> &proxies)
{
    const std::string &forwarded = request.header("x-forwarded-for");
    if (forwarded.empty() || !isBelieved(request.remoteAddress, proxies))
        return request.remoteAddress;
    const auto comma = forwarded.rfind(',');
    const auto begin = comma == std::string::npos ? 0 : forwarded.find_first_not_of(' ', comma + 1);
    return begin == std::string::npos ? request.remoteAddress : forwarded.substr(begin);
}

Result<std::string> ifiOfPerson(Service &service, const roster::Person &person)
{
    KAPOK_TRY_ASSIGN(const roster::Node node, service.roster.node());
    return lrs::ifiOf(xapi::Account{node.homePage, person.account});
}

} // namespace kapok::kapokd
