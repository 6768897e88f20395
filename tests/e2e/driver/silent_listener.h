// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kapok::e2e {

/// A port that accepts connections and never says a word: Wi-Fi without Internet. The kernel completes the
/// handshakes from the backlog; nobody ever reads.
class SilentListener {
public:
    explicit SilentListener(int port);
    ~SilentListener();
    SilentListener(const SilentListener &) = delete;
    SilentListener &operator=(const SilentListener &) = delete;
    [[nodiscard]] bool listening() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace kapok::e2e
