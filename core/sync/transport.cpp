// SPDX-License-Identifier: Apache-2.0
#include "core/sync/transport.h"

#include <map>
#include <utility>

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

namespace {

class Answered final : public Pending {
public:
    explicit Answered(Result<Response> answer) : m_answer(std::move(answer)) {}
    [[nodiscard]] Result<Response> wait() override { return std::move(m_answer); }

private:
    Result<Response> m_answer;
};

} // namespace

std::unique_ptr<Pending> Transport::begin(const Request &request, const CancelToken &cancel)
{
    return std::make_unique<Answered>(send(request, cancel));
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
