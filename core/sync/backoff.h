// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace kapok::sync {

/// How long to wait after each failure in a row: tuning::kBackoffFirst, doubled up to kBackoffLast, with a
/// random part. Thread-safety: none.
class Backoff {
public:
    /// The same \p seed gives the same waits.
    explicit Backoff(std::uint64_t seed) : m_random(seed) {}

    /// One more failure: how long to wait now.
    [[nodiscard]] std::chrono::milliseconds failed();
    /// It worked, or a person asked: start over.
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    std::mt19937_64 m_random;
    int m_failures = 0;
};

} // namespace kapok::sync
