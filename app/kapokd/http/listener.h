// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kapok::kapokd {

class TlsIdentity;

struct ListenOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: one that is free
    int threads = 2;        ///< for input and output only; handlers do not run their work on them
    /// Most bytes of the body of a request with this method and path: a longer one is not read, and the
    /// handler gets the request with refusedWith 413.
    std::function<std::uint64_t(std::string_view method, std::string_view path)> bodyLimit;
    /// Bytes of bodies and answers in memory. A request whose body has no room gets refusedWith 503.
    std::size_t maxMemory = 256u << 20;
    /// More get 503 as they come, and when very many more come at once, are closed. Less when the process may
    /// not open that many files.
    std::size_t maxConnections = 4096;
    /// For the whole head of a request, from its first byte; then 408, as in the three that follow.
    std::chrono::milliseconds headTimeout{20'000};
    /// Between two pieces of a body.
    std::chrono::milliseconds stallTimeout{30'000};
    /// Bytes a second of a body, after its first 30 seconds. A village's worst line brings more.
    std::uint64_t slowestBody = 200;
    std::shared_ptr<TlsIdentity> tls; ///< null: plain HTTP
    /// For a whole body. A connection on which no request begins for somewhat longer is closed.
    std::chrono::seconds readTimeout{300};
    std::chrono::seconds writeTimeout{300};
    std::chrono::seconds fileTimeout{3600};
    /// How long stop() waits for the answers to requests that were accepted.
    std::chrono::seconds stopTimeout{20};
};

/// Listens for HTTP/1.1, plain or over TLS, and hands each whole request to a Handler. RESTinio lives behind
/// this class only. Thread-safety: start and stop on one thread; the Responder of a request from any.
class Listener {
public:
    /// Listens at once. Conflict when the address is taken, InvalidInput when it is none of this machine.
    [[nodiscard]] static Result<std::unique_ptr<Listener>> start(const ListenOptions &options,
                                                                 Handler handler);
    /// Stops, when that was not done.
    virtual ~Listener() = default;

    /// The port it listens on.
    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Accepts no more connections, waits for the answers to accepted requests, then closes the rest.
    virtual void stop() = 0;
};

} // namespace kapok::kapokd
