// SPDX-License-Identifier: Apache-2.0
#include "core/sync/work_thread.h"

#include <algorithm>

namespace kapok::sync {

WorkThread::WorkThread(const Clock &clock, std::function<std::optional<Time>()> runDue)
    : m_clock(clock), m_runDue(std::move(runDue)), m_thread([this] { run(); })
{}

WorkThread::~WorkThread()
{
    stop();
}

void WorkThread::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_posted.push_back(std::move(work));
    m_changed.notify_one();
}

void WorkThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void WorkThread::wait(std::unique_lock<std::mutex> &lock, const std::optional<Time> &due)
{
    const auto woken = [this] { return m_stopping || !m_posted.empty(); };
    if (due)
        m_changed.wait_for(lock, std::max(Time::duration::zero(), *due - m_clock.now()), woken);
    else
        m_changed.wait(lock, woken);
}

void WorkThread::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto work = std::exchange(m_posted, {});
        lock.unlock();
        for (const auto &each : work) {
            each();
            const std::lock_guard guard(m_mutex);
            if (m_stopping)
                return;
        }
        const auto due = m_runDue ? m_runDue() : std::nullopt;
        lock.lock();
        if (m_posted.empty() && !m_stopping)
            wait(lock, due);
    }
}

} // namespace kapok::sync
