// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/intake_socket.h"
#include "app/kapokd/http/listener.h"
#include "core/base/ids.h"

#include <algorithm>
#include <restinio/all.hpp>
#include <restinio/tls.hpp>
#include <sys/resource.h>
#include <vector>

/// How connections come in. Only http/listener.cpp includes this.
namespace kapok::kapokd {

/// What all connections of a listener share. RESTinio asks it about each new one: its own limiter stops
/// accepting for good when the process runs out of descriptors, so that must never happen. Here those beyond
/// the limit get a spare seat, to be told 503, and when these are taken too, are closed as they come.
template <class Socket> class Gate {
public:
    using Shared = typename IntakeSocket<Socket>::Shared;

    Gate(const ListenOptions &options, std::shared_ptr<asio::ssl::context> tls)
        : m_shared(new Shared{
              {options.bodyLimit, refusalHeader()},
              MemoryBudget(options.maxMemory),
              {options.headTimeout, options.stallTimeout, options.readTimeout, options.slowestBody}}),
          m_tls(std::move(tls)),
          m_most(possibleConnections(options.maxConnections))
    {}

    restinio::ip_blocker::inspection_result_t inspect(const restinio::ip_blocker::incoming_info_t &) noexcept
    {
        return m_open->load() <= m_most + kSpare ? restinio::ip_blocker::allow()
                                                 : restinio::ip_blocker::deny();
    }

    IntakeSocket<Socket> newSocket(asio::io_context &context) const
    {
        if constexpr (std::is_same_v<Socket, restinio::tls_socket_t>)
            return IntakeSocket<Socket>(m_shared, context, m_tls);
        else
            return IntakeSocket<Socket>(m_shared, context);
    }

    [[nodiscard]] Seat newSeat() const
    {
        const std::size_t number = ++*m_open;
        return {{nullptr, [open = m_open](void *) { --*open; }}, number > m_most};
    }

    [[nodiscard]] const std::string &refusal() const { return m_shared->rules.refusalHeader; }
    [[nodiscard]] MemoryBudget &budget() const { return m_shared->budget; }

private:
    static constexpr std::size_t kSpare = 64;

    /// A name that no client can guess.
    static std::string refusalHeader() { return "x-refused-" + uuidV7(0); }

    static std::size_t possibleConnections(std::size_t wanted)
    {
        constexpr std::size_t kOtherFiles = 256 + kSpare; // databases, blobs, the log
        rlimit files{};
        if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
            return wanted;
        const std::size_t most = files.rlim_cur;
        return std::min(wanted, most > 2 * kOtherFiles ? most - kOtherFiles : most / 2);
    }

    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<asio::ssl::context> m_tls;
    std::size_t m_most;
    std::shared_ptr<std::atomic<std::size_t>> m_open = std::make_shared<std::atomic<std::size_t>>(0);
};

} // namespace kapok::kapokd

namespace restinio::impl {

/// RESTinio's own waits for the handshake for ever.
template <class Connection, class Start, class Failed>
void prepare_connection_and_start_read(kapok::kapokd::IntakeSocket<tls_socket_t> &socket,
                                       Connection &connection, Start start, Failed failed)
{
    socket.shakeHands(connection, std::move(start), std::move(failed));
}

/// Gives RESTinio the sockets of our kind, each with its seat once a client sits on it.
template <class Socket> class socket_supplier_t<kapok::kapokd::IntakeSocket<Socket>> {
protected:
    using Held = kapok::kapokd::IntakeSocket<Socket>;

    template <class Settings>
    socket_supplier_t(Settings &settings, asio_ns::io_context &context)
        : m_gate(settings.ip_blocker()), m_context(context)
    {
        for (std::size_t i = 0; i < settings.concurrent_accepts_count(); ++i)
            m_sockets.push_back(std::make_unique<Held>(m_gate->newSocket(m_context)));
    }

    Held &socket(std::size_t index) { return *m_sockets.at(index); }

    Held move_socket(std::size_t index)
    {
        Held taken = std::move(*m_sockets.at(index));
        taken.take(m_gate->newSeat());
        m_sockets.at(index) = std::make_unique<Held>(m_gate->newSocket(m_context));
        return taken;
    }

    auto concurrent_accept_sockets_count() const noexcept { return m_sockets.size(); }

private:
    std::shared_ptr<kapok::kapokd::Gate<Socket>> m_gate;
    asio_ns::io_context &m_context;
    std::vector<std::unique_ptr<Held>> m_sockets;
};

} // namespace restinio::impl
