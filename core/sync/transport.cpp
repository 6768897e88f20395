// SPDX-License-Identifier: Apache-2.0
#include "core/sync/transport.h"

#include <map>

namespace kapok::sync {

struct CancelToken::Shared {
    std::mutex mutex;
    std::atomic<bool> cancelled = false;
    std::map<std::uint64_t, std::function<void()>> wakers;
    std::uint64_t next = 0;
};

CancelToken::CancelToken() : m_shared(std::make_shared<Shared>()) {}

void CancelToken::cancel() const
{
    // Wakers run under the lock: a guard that is gone means its waker will not run any more.
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->cancelled.exchange(true))
        return;
    for (const auto &[id, wake] : m_shared->wakers)
        wake();
}

bool CancelToken::isCancelled() const
{
    return m_shared->cancelled;
}

std::shared_ptr<void> CancelToken::onCancel(std::function<void()> wake) const
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->cancelled)
        wake();
    const auto id = m_shared->next++;
    m_shared->wakers.emplace(id, std::move(wake));
    return {nullptr, [shared = m_shared, id](void *) {
                const std::lock_guard guard(shared->mutex);
                shared->wakers.erase(id);
            }};
}

std::string Response::header(std::string_view name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace kapok::sync
