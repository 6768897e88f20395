// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kapok::kapokd {

/// Threads that do the work of requests, one after the other, with a bounded line before them.
/// Thread-safety: post() and waiting() from any thread.
class Lane {
public:
    Lane(int threads, std::size_t longestLine);
    /// Finishes what is in line.
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// False, and nothing is done, when the line is full. \p work must not throw.
    [[nodiscard]] bool post(std::function<void()> work);
    /// How much work is in line, not begun yet. From any thread.
    [[nodiscard]] std::size_t waiting() const;

private:
    void loop();

    std::size_t m_longestLine;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_line;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace kapok::kapokd
