// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/http/lane.h"

#include <utility>

namespace kapok::kapokd {

Lane::Lane(int threads, std::size_t longestLine) : m_longestLine(longestLine)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

Lane::~Lane()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool Lane::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_line.size() >= m_longestLine)
            return false;
        m_line.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

std::size_t Lane::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_line.size();
}

void Lane::loop()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_line.empty(); });
            if (m_line.empty())
                return;
            work = std::move(m_line.front());
            m_line.pop_front();
        }
        work();
    }
}

} // namespace kapok::kapokd
