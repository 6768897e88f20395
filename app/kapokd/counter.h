// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/service.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kapok::kapokd {

/// Goes on with counting what an assignment to a large branch left to count (tally::markBranch()), when
/// whoever made it was ended meanwhile: looks at once and then every now and then, on its own thread.
class Counter {
public:
    /// \p service outlives this.
    explicit Counter(Service &service);
    /// Ends after the piece it is at.
    ~Counter();
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;

private:
    void loop();
    /// Counts a piece; how long to rest then.
    std::chrono::milliseconds countPiece();

    Service &m_service;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace kapok::kapokd
