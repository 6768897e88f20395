// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/counter.h"
#include "app/kapokd/http/listener.h"
#include "app/kapokd/router.h"
#include "app/kapokd/service.h"

#include <memory>
#include <string>

namespace kapok::kapokd {

struct ServerOptions {
    ServiceOptions service;
    ListenOptions listen; ///< its bodyLimit is that of the routes
    RouterOptions router;
};

/// A whole server in this process: what `kapokd serve` runs and tests start. start() and stop() on one
/// thread.
class Server {
public:
    /// Listens when it returns. The errors of Service::open() and Listener::start(). \p clock outlives it.
    static Result<std::unique_ptr<Server>> start(const ServerOptions &options, const Clock &clock);
    /// Stops, when that was not done.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// "http://127.0.0.1:PORT", or https.
    [[nodiscard]] std::string url() const;
    [[nodiscard]] Service &service() { return *m_service; }
    /// Answers what was accepted, then stops.
    void stop();

private:
    Server(std::unique_ptr<Service> service, const ServerOptions &options);

    std::string m_address;
    bool m_isTls;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<Listener> m_listener;
};

} // namespace kapok::kapokd
