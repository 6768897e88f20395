// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/answers.h"
#include "app/kapokd/http/message.h"
#include "core/lrs/statement_store.h"
#include "core/report/report.h"
#include "core/roster/roster.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kapok::kapokd {

/// What routes work with.
struct Services {
    roster::Roster &roster;
    lrs::StatementStore &statements;
    report::Report &report;
    const Clock &clock;
    std::filesystem::path blobs;
};

/// A request on its way through a route.
struct Call {
    Request request;
    std::vector<std::string> arguments; ///< what stood for each {…} of the pattern, decoded
    roster::Caller caller;              ///< empty on routes for anyone
    xapi::Version version = xapi::Version::V1_0_3;
};

/// Who may call a route; the route itself checks what hangs on the request (own branch, own statements).
enum class Access { Anyone, Person, Reviewer, Author, Xapi };

/// Which threads do the work.
enum class Work { Quick, Slow };

struct Route {
    std::string method;  ///< GET stands for HEAD too
    std::string pattern; ///< "/api/v1/courses/{id}/manifest"
    Access access = Access::Person;
    Work work = Work::Quick;
    std::size_t bodyLimit = 0; ///< after unpacking
    std::function<void(Services &, const Call &, const Responder &)> handle;
};

/// A route that answers at once.
[[nodiscard]] std::function<void(Services &, const Call &, const Responder &)>
    answering(Result<Response> (*handle)(Services &, const Call &));

[[nodiscard]] std::vector<Route> nodeRoutes();      ///< about, sign-in, credentials, me
[[nodiscard]] std::vector<Route> courseRoutes();    ///< catalogue, manifests, blobs, publishing
[[nodiscard]] std::vector<Route> reportRoutes();    ///< units, figures, progress
[[nodiscard]] std::vector<Route> statementRoutes(); ///< /xapi/about, /xapi/statements
[[nodiscard]] std::vector<Route> stateRoutes();     ///< /xapi/activities/state

} // namespace kapok::kapokd
