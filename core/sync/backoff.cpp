// SPDX-License-Identifier: Apache-2.0
#include "core/sync/backoff.h"

#include "core/sync/tuning.h"

#include <algorithm>

namespace kapok::sync {

std::chrono::milliseconds Backoff::failed()
{
    using std::chrono::milliseconds;
    static constexpr int kMostDoublings = 20; // beyond kBackoffLast, far from an overflow
    const milliseconds first = tuning::kBackoffFirst;
    const milliseconds last = tuning::kBackoffLast;
    const milliseconds whole =
        std::min<milliseconds>(last, milliseconds(first.count() << std::min(m_failures, kMostDoublings)));
    ++m_failures;
    const auto spread =
        static_cast<std::int64_t>(static_cast<double>(whole.count()) * tuning::kBackoffJitter);
    std::uniform_int_distribution<std::int64_t> random(0, spread);
    return whole - milliseconds(random(m_random));
}

} // namespace kapok::sync
