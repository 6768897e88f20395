// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

struct ssl_st;
struct ssl_ctx_st;

namespace kapok::testing {

/// One accepted connection of a RawServer, plain or TLS.
class RawConnection {
public:
    /// \p descriptor stays the caller's.
    RawConnection(int descriptor, ssl_ctx_st *tls);
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    /// The next request with its body (by Content-Length); "" when the other side is gone.
    std::string readRequest();
    void write(std::string_view bytes);
    /// Waits until the other side closes.
    void waitForEnd();
    /// Whether the connection stands (with TLS: the handshake worked).
    [[nodiscard]] bool isOpen() const { return m_open; }

private:
    std::size_t read(char *buffer, std::size_t size);

    int m_descriptor;
    ssl_st *m_ssl = nullptr;
    bool m_open = true;
    std::string m_buffer;
};

/// A listener on 127.0.0.1 whose every connection is handled, on a thread of its own, as a test says. Its end
/// closes them all.
class RawServer {
public:
    using Handler = std::function<void(RawConnection &connection)>;

    /// \p tlsCertificate: where to put the PEM of a new self-signed certificate for 127.0.0.1; empty for
    /// plain TCP.
    explicit RawServer(Handler handler, const std::filesystem::path &tlsCertificate = {});
    ~RawServer();
    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;

    [[nodiscard]] std::string url() const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void run();
    void handle(int descriptor);

    Handler m_handler;
    int m_listener = -1;
    int m_port = 0;
    std::shared_ptr<ssl_ctx_st> m_tls;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
    std::mutex m_mutex; ///< guards the next two
    std::set<int> m_open;
    std::vector<std::thread> m_handlers;
};

/// A whole HTTP/1.1 answer with \p body.
[[nodiscard]] std::string httpAnswer(std::string_view status, std::string_view body,
                                     std::string_view moreHeaders = {});

} // namespace kapok::testing
