// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/farewell.h"
#include "app/kapokd/http/intake.h"

#include <algorithm>
#include <array>
#include <asio.hpp>
#include <asio/ssl.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

/// How an Intake sits on a connection. Only http/listener.cpp includes this.
namespace kapok::kapokd {

/// How long a client may take.
struct Patience {
    std::chrono::milliseconds head;  ///< for the whole head, from its first byte
    std::chrono::milliseconds stall; ///< between two pieces of a body
    std::chrono::milliseconds body;  ///< for a whole body
    std::uint64_t slowest = 0;       ///< bytes a second of a body, after the first 30 seconds
};

/// One of the connections that may be open at once; gives its place back when it ends.
struct Seat {
    std::shared_ptr<void> place;
    bool isSpare = false; ///< beyond what there is room for: only to be told so
};

/// A socket (\p Socket is TCP or TLS) that reads through an Intake. Clients that are too slow, that speak no
/// HTTP or that are too many get a farewell() and are cut off. Thread-safety: that of \p Socket; asynchronous
/// calls on the connection's strand.
template <class Socket> class IntakeSocket : public Socket {
public:
    struct Shared {
        IntakeRules rules;
        MemoryBudget budget;
        Patience patience;
    };

    template <class... Args>
    explicit IntakeSocket(std::shared_ptr<Shared> shared, Args &&...args)
        : Socket(std::forward<Args>(args)...), m_shared(std::move(shared))
    {}
    IntakeSocket(IntakeSocket &&) = default;
    IntakeSocket &operator=(IntakeSocket &&) = delete;
    ~IntakeSocket()
    {
        if (!m_state)
            return;
        const std::lock_guard lock(m_state->mutex);
        m_state->socket = nullptr; // a deadline that passes now finds nobody
    }

    void take(Seat seat) { m_seat = std::move(seat); }

    /// TLS only: shakes hands with the client of \p connection, within the time for a head, then calls \p
    /// start or \p failed.
    template <class Connection, class Start, class Failed>
    void shakeHands(Connection &connection, Start start, Failed failed)
    {
        m_state = std::make_shared<State>(*this, *m_shared);
        setDeadline(connection.get_executor(), Clock::now() + m_shared->patience.head);
        auto next = [this, start = std::move(start), failed = std::move(failed),
                     keep = connection.shared_from_this()](const asio::error_code &error) mutable {
            unwatch();
            if (error)
                failed(error);
            else
                start();
        };
        this->async_handshake(asio::ssl::stream_base::server,
                              asio::bind_executor(connection.get_executor(), std::move(next)));
    }

    template <class Buffers, class Handler> void async_read_some(const Buffers &buffers, Handler &&handler)
    {
        if (!m_state)
            m_state = std::make_shared<State>(*this, *m_shared);
        std::decay_t<Handler> taken(std::forward<Handler>(handler));
        if (m_seat.isSpare)
            leave(503, std::move(taken));
        else
            advance(asio::mutable_buffer(*asio::buffer_sequence_begin(buffers)), std::move(taken));
    }

private:
    using Clock = std::chrono::steady_clock;

    struct State {
        State(IntakeSocket &owner, Shared &shared)
            : intake(shared.rules, shared.budget), socket(&owner), deadline(owner.get_executor())
        {}
        Intake intake;
        std::array<char, 16 * 1024> raw;
        std::mutex mutex;
        IntakeSocket *socket; ///< null once it is gone
        asio::steady_timer deadline;
        bool isLate = false;
        Intake::Phase phase = Intake::Phase::Idle;
        std::uint64_t request = 0; ///< which one phaseBegin is of
        Clock::time_point phaseBegin;
    };

    /// Gives the handler what there is, or reads until there is something.
    template <class Handler> void advance(asio::mutable_buffer into, Handler handler)
    {
        const std::size_t size = m_state->intake.take(static_cast<char *>(into.data()), into.size());
        if (size > 0)
            finish({}, size, std::move(handler));
        else if (m_state->intake.isOver())
            finish(asio::error::connection_aborted, 0, std::move(handler));
        else if (m_state->intake.problem() != 0)
            leave(m_state->intake.problem(), std::move(handler));
        else if (m_state->intake.takeContinue())
            sendContinue(into, std::move(handler));
        else
            receive(into, std::move(handler));
    }

    template <class Handler> void finish(const asio::error_code &error, std::size_t size, Handler handler)
    {
        const auto executor = asio::get_associated_executor(handler, this->get_executor());
        asio::post(executor, [error, size, handler = std::move(handler)]() mutable { handler(error, size); });
    }

    template <class Handler> void sendContinue(asio::mutable_buffer into, Handler handler)
    {
        static constexpr std::string_view kLine = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto executor = asio::get_associated_executor(handler, this->get_executor());
        auto next = [this, into, handler = std::move(handler)](const asio::error_code &error,
                                                               std::size_t) mutable {
            if (error)
                finish(error, 0, std::move(handler));
            else
                receive(into, std::move(handler));
        };
        asio::async_write(static_cast<Socket &>(*this), asio::buffer(kLine.data(), kLine.size()),
                          asio::bind_executor(executor, std::move(next)));
    }

    /// Writes a farewell, which nothing can get in the way of: the client has not had a whole request taken
    /// in, so no answer is under way. Then reads on for a moment, for a connection that is closed with bytes
    /// unread is reset, and the farewell lost.
    template <class Handler> void leave(int status, Handler handler)
    {
        constexpr std::chrono::seconds kLinger{2};
        const auto executor = asio::get_associated_executor(handler, this->get_executor());
        setDeadline(executor, Clock::now() + kLinger);
        const auto text = std::make_shared<const std::string>(farewell(status));
        auto next = [this, text, handler = std::move(handler)](const asio::error_code &error,
                                                               std::size_t) mutable {
            asio::error_code ignored;
            this->shutdown(asio::socket_base::shutdown_send, ignored);
            if (error)
                finish(error, 0, std::move(handler));
            else
                drain(std::move(handler));
        };
        asio::async_write(static_cast<Socket &>(*this), asio::buffer(*text),
                          asio::bind_executor(executor, std::move(next)));
    }

    /// Reads and forgets until the client closes or the deadline comes.
    template <class Handler> void drain(Handler handler)
    {
        const auto executor = asio::get_associated_executor(handler, this->get_executor());
        auto next = [this, handler = std::move(handler)](const asio::error_code &error, std::size_t) mutable {
            if (error)
                finish(asio::error::connection_aborted, 0, std::move(handler));
            else
                drain(std::move(handler));
        };
        Socket::async_read_some(asio::buffer(m_state->raw), asio::bind_executor(executor, std::move(next)));
    }

    template <class Handler> void receive(asio::mutable_buffer into, Handler handler)
    {
        const auto executor = asio::get_associated_executor(handler, this->get_executor());
        if (!watch(executor)) {
            leave(408, std::move(handler));
            return;
        }
        auto next = [this, into, handler = std::move(handler)](const asio::error_code &error,
                                                               std::size_t size) mutable {
            const bool isLate = unwatch();
            if (error && isLate) {
                leave(408, std::move(handler));
                return;
            }
            if (error) {
                finish(error, 0, std::move(handler));
                return;
            }
            m_state->intake.receive({m_state->raw.data(), size});
            advance(into, std::move(handler));
        };
        Socket::async_read_some(asio::buffer(m_state->raw), asio::bind_executor(executor, std::move(next)));
    }

    /// Sets the deadline of the next piece; false when the client was too slow already.
    template <class Executor> bool watch(const Executor &executor)
    {
        const auto phase = m_state->intake.phase();
        const auto now = Clock::now();
        if (phase != m_state->phase || m_state->intake.requests() != m_state->request) {
            m_state->phase = phase;
            m_state->request = m_state->intake.requests();
            m_state->phaseBegin = now;
        }
        if (phase == Intake::Phase::Idle)
            return true; // RESTinio's time limit is enough
        const auto &patience = m_shared->patience;
        const auto deadline = phase == Intake::Phase::Head
                                  ? m_state->phaseBegin + patience.head
                                  : std::min(now + patience.stall, m_state->phaseBegin + patience.body);
        if (now > deadline || isCrawling(now))
            return false;
        setDeadline(executor, deadline);
        return true;
    }

    /// Lets what is under way fail when \p deadline comes before unwatch().
    template <class Executor> void setDeadline(const Executor &executor, Clock::time_point deadline)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->deadline.expires_at(deadline);
        m_state->deadline.async_wait(asio::bind_executor(
            executor, [weak = std::weak_ptr<State>(m_state)](const asio::error_code &error) {
                const auto state = error ? nullptr : weak.lock();
                if (!state)
                    return;
                const std::lock_guard stateLock(state->mutex);
                if (state->deadline.expiry() > Clock::now())
                    return; // a piece came in the meantime
                asio::error_code ignored;
                state->isLate = true;
                if (state->socket)
                    state->socket->cancel(ignored);
            }));
    }

    [[nodiscard]] bool isCrawling(Clock::time_point now) const
    {
        constexpr std::chrono::seconds kGrace{30};
        const auto took = std::chrono::duration_cast<std::chrono::seconds>(now - m_state->phaseBegin);
        return m_state->phase == Intake::Phase::Body && took > kGrace &&
               m_state->intake.bodyBytes() <
                   m_shared->patience.slowest * static_cast<std::uint64_t>(took.count());
    }

    /// Whether the deadline passed.
    bool unwatch()
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->deadline.expires_at(Clock::time_point::max()); // also for a wait that is over by now
        return m_state->isLate;
    }

    std::shared_ptr<Shared> m_shared;
    Seat m_seat;
    std::shared_ptr<State> m_state;
};

} // namespace kapok::kapokd
