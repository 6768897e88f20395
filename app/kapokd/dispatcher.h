// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/routes.h"
#include "app/kapokd/thread_pool.h"

#include <vector>

namespace kapok::kapokd {

/// Takes requests to their routes: matches path and method, checks the credential, unpacks the body, adds the
/// xAPI headers, logs one line. Thread-safety: handle() from any thread.
class Dispatcher {
public:
    Dispatcher(Services services, int workers);

    void handle(Request request, const Responder &respond);

private:
    struct Match {
        const Route *route = nullptr;
        std::vector<std::string> arguments;
        std::string allowed; ///< methods of the path, when the method does not fit
    };
    [[nodiscard]] Match match(const Request &request) const;
    [[nodiscard]] Result<roster::Caller> authenticate(const Request &request);
    [[nodiscard]] Status permit(const Route &route, const roster::Caller &caller) const;
    /// Makes the Call ready, or gives the refusal.
    [[nodiscard]] std::optional<Response> prepare(const Route &route, Call &call);
    void work(const Route &route, Call call, const Responder &respond);

    Services m_services;
    std::vector<Route> m_routes;
    ThreadPool m_slow; ///< passwords and packages
    ThreadPool m_quick;
};

} // namespace kapok::kapokd
