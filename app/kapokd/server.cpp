// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/server.h"

#include "app/kapokd/route_table.h"

namespace kapok::kapokd {

Server::Server(std::unique_ptr<Service> service, const ServerOptions &options)
    : m_address(options.listen.address),
      m_isTls(options.listen.tls != nullptr),
      m_service(std::move(service)),
      m_router(std::make_unique<Router>(*m_service, options.router))
{}

Server::~Server()
{
    stop();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions &options, const Clock &clock)
{
    KAPOK_TRY_ASSIGN(auto service, Service::open(options.service, clock));
    std::unique_ptr<Server> server(new Server(std::move(service), options));
    Router *router = server->m_router.get();
    ListenOptions listen = options.listen;
    listen.bodyLimit = bodyLimit;
    KAPOK_TRY_ASSIGN(server->m_listener,
                     Listener::start(listen, [router](Request request, Responder respond) {
                         router->handle(std::move(request), std::move(respond));
                     }));
    server->m_counter = std::make_unique<Counter>(*server->m_service);
    return server;
}

std::string Server::url() const
{
    const bool isV6 = m_address.find(':') != std::string::npos;
    const std::string scheme = m_isTls ? "https://" : "http://";
    return scheme + (isV6 ? "[" + m_address + "]" : m_address) + ":" + std::to_string(m_listener->port());
}

void Server::stop()
{
    if (m_listener)
        m_listener->stop();
    m_counter.reset();
    m_router.reset(); // whoever still works on an answer needs the listener until then
}

} // namespace kapok::kapokd
