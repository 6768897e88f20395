// SPDX-License-Identifier: Apache-2.0
#include "tests/server/raw_connection.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace kapok::test {

RawConnection::RawConnection(const std::string &url) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval minute{60, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &minute, sizeof minute);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        close(m_socket);
        m_socket = -1;
    }
}

RawConnection::~RawConnection()
{
    if (m_socket >= 0)
        close(m_socket);
}

bool RawConnection::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string RawConnection::readUntil(std::string_view end)
{
    std::string all;
    std::array<char, 4096> piece;
    while (end.empty() || all.find(end) == std::string::npos) {
        const auto size = recv(m_socket, piece.data(), piece.size(), 0);
        if (size <= 0)
            break;
        all.append(piece.data(), static_cast<std::size_t>(size));
    }
    return all;
}

} // namespace kapok::test
