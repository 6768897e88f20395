// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kapok::test {

/// A TCP connection to a server of this machine, for what no well-behaved client sends.
class RawConnection {
public:
    /// \p url is "http://127.0.0.1:PORT".
    explicit RawConnection(const std::string &url);
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    [[nodiscard]] bool isOpen() const { return m_socket >= 0; }
    /// Whether everything was taken.
    bool send(std::string_view bytes);
    /// What comes until \p end was seen, the other side closes, or nothing comes for a minute.
    [[nodiscard]] std::string readUntil(std::string_view end);
    /// What comes until the other side closes.
    [[nodiscard]] std::string readAll() { return readUntil({}); }

private:
    int m_socket = -1;
};

} // namespace kapok::test
