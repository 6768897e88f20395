// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kapok::test {

/// A disk that fails on purpose: an SQLite VFS in front of the real one. While one lives, databases opened
/// with its name() go through it. One at a time; not thread-safe.
class FaultVfs {
public:
    enum class Kind {
        Write,    ///< the n-th write or truncation fails once
        Sync,     ///< the n-th flush fails once
        Open,     ///< the n-th opening of a file fails once
        DiskFull, ///< from the n-th write on, there is no room
        Broken,   ///< from the n-th write or flush on, every one fails
    };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    [[nodiscard]] static std::string name() { return "kapok-fault"; }

    /// Counts from now; call \p n (from 1) fails.
    void failAt(Kind kind, int n);
    /// Everything works again.
    void heal();
    /// Flushes return at once, for a test of many steps that no power cut can reach.
    void skipFlushes();
    /// Whether a call failed since failAt().
    [[nodiscard]] bool hit() const;
};

} // namespace kapok::test
