// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <chrono>

namespace kapok::test {

/// A clock the test turns, also backwards. Starts at 2026-11-22T08:00:00Z.
class ManualClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Time m_now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{8}};
};

} // namespace kapok::test
