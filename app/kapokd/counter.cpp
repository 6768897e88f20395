// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/counter.h"

#include "core/base/log.h"
#include "core/tally/tally.h"

namespace kapok::kapokd {
namespace {

/// Between looks when there is nothing to count, or no counting now.
constexpr std::chrono::seconds kRest{15};

} // namespace

Counter::Counter(Service &service) : m_service(service), m_thread([this] { loop(); }) {}

Counter::~Counter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

std::chrono::milliseconds Counter::countPiece()
{
    const auto counted = [&]() -> Result<bool> {
        KAPOK_TRY_ASSIGN(const auto stay, m_service.enter());
        KAPOK_TRY_ASSIGN(const auto database, m_service.pool.take());
        return tally::countSome(*database);
    }();
    if (!counted.ok())
        log::warn("assignments are not counted yet, next try in {} s: {}", kRest.count(),
                  counted.error().detail);
    return counted.ok() && *counted ? tally::kPause : kRest;
}

void Counter::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        lock.unlock();
        const auto rest = countPiece();
        lock.lock();
        m_ended.wait_for(lock, rest, [this] { return m_isEnding; });
    }
}

} // namespace kapok::kapokd
