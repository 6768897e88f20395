// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/lane.h"
#include "app/kapokd/http/message.h"
#include "app/kapokd/service.h"
#include "core/xapi/parameters.h"

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::kapokd {

/// Whom a route answers.
enum class Access {
    Anyone,
    Person,   ///< anybody with a credential from sign-in
    Reviewer, ///< a person with this role; which branch, the route checks
    Author,
    Xapi, ///< a person or an xAPI client; the scope, the route checks
};

/// Where a route's work is done.
enum class Work {
    Here,  ///< at once, on the thread of the listener: it only looks at memory
    Quick, ///< database work
    Slow,  ///< Argon2id, whole packages: few at a time
};

/// One request on its way through a route.
struct Call {
    Service &service;
    Request request;                   ///< the body is unpacked
    std::vector<std::string> captures; ///< what {…} of the pattern stood for, decoded
    roster::Principal principal;       ///< not for Access::Anyone

    /// The person who asks; only where the access is Person, Reviewer or Author.
    [[nodiscard]] const roster::Person &person() const { return *principal.person; }
};

struct Route {
    std::string_view method; ///< "GET" answers HEAD too
    std::string_view pattern;
    Access access;
    Work work;
    std::size_t maxBody; ///< bytes, unpacked
    Response (*answer)(const Call &call);
};

/// Every route there is.
[[nodiscard]] const std::vector<Route> &routes();

struct RouterOptions {
    /// X-Experience-API-Version of answers to requests that ask for no version, or for one unknown here.
    /// "0.95" is what conformance suites of 1.0.3 and of 2.0.0 both take (docs/protocol.md).
    std::string fallbackVersion = "0.95";
    /// Addresses, as canonicalAddress() writes them, of proxies on other machines whose X-Forwarded-For is
    /// believed, as that of this machine's is.
    std::vector<std::string> proxies;
};

/// The IP address \p text as connections tell it: IPv6 in its shortest form, IPv4 within IPv6 as IPv4. "" for
/// what is no IP address.
[[nodiscard]] std::string canonicalAddress(const std::string &text);

/// Whom the tries to sign in of \p request are counted for: the other end of the connection, or the last
/// address in X-Forwarded-For when that end is this machine or one of \p proxies.
[[nodiscard]] std::string clientAddressOf(const Request &request, const std::vector<std::string> &proxies);

/// Finds the route of each request, checks who asks, and has the answer made on the right threads.
class Router {
public:
    explicit Router(Service &service, RouterOptions options = {});
    ~Router();
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    /// A Handler. The answer comes from another thread, as a rule.
    void handle(Request request, Responder respond);

private:
    struct Exchange;
    void answerAlternate(Exchange exchange, Request request);
    void run(Lane &lane, const Exchange &exchange, std::string_view pattern, std::function<void()> work);
    void finish(const Exchange &exchange, std::string_view pattern, Response response);

    Service &m_service;
    RouterOptions m_options;
    Lane m_slow; ///< the lanes come down first
    Lane m_quick;
};

/// The account a statement must carry to be hers.
[[nodiscard]] Result<std::string> ifiOfPerson(Service &service, const roster::Person &person);

/// Has /metrics tell the lengths of the lanes' lines, what was written, and what the process uses.
void watchService(Service &service, Lane &quick, const Lane &slow);

/// Unit of docs/protocol.md.
[[nodiscard]] nlohmann::json unitJson(const roster::Unit &unit);

// The routes, by file.
Response getHealth(const Call &call);
Response getReady(const Call &call);
Response getMetrics(const Call &call);
Response getAbout(const Call &call);
Response postSignIn(const Call &call);
Response deleteCredential(const Call &call);
Response getCredentials(const Call &call);
Response getMe(const Call &call);
Response getAssignments(const Call &call);
Response getCatalogue(const Call &call);
Response getManifest(const Call &call);
Response getBlob(const Call &call);
Response postCourse(const Call &call);
Response getUnits(const Call &call);
Response getFigures(const Call &call);
Response getProgress(const Call &call);
Response getXapiAbout(const Call &call);
Response getStatements(const Call &call);
Response putStatement(const Call &call);
Response postStatements(const Call &call);
Response getActivity(const Call &call);
Response getAgent(const Call &call);
/// States and profiles; one of each for every kind of document.
template <xapi::DocumentQuery::Kind kind> Response getDocument(const Call &call);
template <xapi::DocumentQuery::Kind kind> Response putDocument(const Call &call);
template <xapi::DocumentQuery::Kind kind> Response postDocument(const Call &call);
template <xapi::DocumentQuery::Kind kind> Response deleteDocument(const Call &call);

} // namespace kapok::kapokd
