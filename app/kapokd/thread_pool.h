// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kapok::kapokd {

/// Threads that do one kind of work. Thread-safety: post() from any thread.
class ThreadPool {
public:
    /// \p most: so much work waits at most.
    ThreadPool(int threads, std::size_t most) : m_most(most)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { run(); });
    }
    /// Does what waits, then ends.
    ~ThreadPool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    /// False, and nothing is done, when too much waits already.
    [[nodiscard]] bool post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_work.size() >= m_most)
                return false;
            m_work.push_back(std::move(work));
        }
        m_wake.notify_one();
        return true;
    }

private:
    void run()
    {
        for (;;) {
            std::function<void()> work;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stopping || !m_work.empty(); });
                if (m_work.empty())
                    return;
                work = std::move(m_work.front());
                m_work.pop_front();
            }
            work();
        }
    }

    std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_work;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace kapok::kapokd
