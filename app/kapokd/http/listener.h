// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace kapok::kapokd {

struct ListenOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: one that is free
    int threads = 2;        ///< for input and output only; handlers do not run their work on them
    /// Longer bodies are cut off by closing the connection; routes with a smaller limit answer 413
    /// themselves.
    std::uint64_t maxBodyBytes = 64u << 20;
    std::size_t maxConnections = 4096;
    /// From the first byte of a request (or the end of the last one) to its last byte.
    std::chrono::seconds readTimeout{300};
    std::chrono::seconds writeTimeout{300};
    std::chrono::seconds fileTimeout{3600};
    /// How long stop() waits for the answers to requests that were accepted.
    std::chrono::seconds stopTimeout{20};
};

/// Listens for HTTP/1.1 and hands each whole request to a Handler. RESTinio lives behind this class only.
/// Thread-safety: start and stop on one thread; the Responder of a request from any.
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
