// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kapok::sync {

/// A thread that runs what is posted to it, in order, and in between a task of its own when that is due.
/// Thread-safety: post() and stop() from any thread.
class WorkThread {
public:
    /// \p runDue is called on the thread after everything posted was run, and when the moment it returned
    /// last has come; it returns when it wants to be called again, or nothing. It may be empty. \p clock must
    /// outlive this.
    WorkThread(const Clock &clock, std::function<std::optional<Time>()> runDue);
    ~WorkThread();
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

    void post(std::function<void()> work);
    /// Ends the thread after the work that is running; what was posted and not begun is dropped. Returns when
    /// it has ended.
    void stop();

private:
    void run();
    void wait(std::unique_lock<std::mutex> &lock, const std::optional<Time> &due);

    const Clock &m_clock;
    std::function<std::optional<Time>()> m_runDue;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::function<void()>> m_posted;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace kapok::sync
