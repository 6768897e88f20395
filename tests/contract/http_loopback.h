// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/raw_server.h"
#include "tests/core/sync/loopback_server.h"

#include <atomic>
#include <cstdint>

namespace kapok::testing {

/// A LoopbackServer behind a real socket.
class HttpLoopback {
public:
    /// \p server must outlive this.
    explicit HttpLoopback(LoopbackServer &server);

    [[nodiscard]] std::string url() const { return m_raw.url(); }

    /// The connection is reset after this many bytes of each answer to a blob; -1: never.
    std::atomic<std::int64_t> cutBlobAfter = -1;
    /// So many of the next requests are taken and done, and then the connection is reset instead of an
    /// answer.
    std::atomic<int> resetNext = 0;

private:
    void serve(RawConnection &connection);

    LoopbackServer &m_server;
    RawServer m_raw;
};

} // namespace kapok::testing
