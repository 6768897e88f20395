// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/lock_file.h"

#include <chrono>

/// One kapokd serves an SQLite database at a time; other commands may run beside it
/// (docs/decisions/0215-one-server-for-one-file.md).
namespace kapok::kapokd {

/// How long a start waits for one that is ending: a process that was killed has its files a moment longer.
inline constexpr std::chrono::milliseconds kLockPatience{2000};

/// Takes the lock of the SQLite file at \p database, whatever link leads there. Conflict, with the process,
/// when another kapokd has it for all of \p patience; StorageFull, StorageBroken.
[[nodiscard]] Result<store::LockFile> lockForServing(const std::filesystem::path &database,
                                                     std::chrono::milliseconds patience);
/// Whether \p lock keeps others from what lies at \p database now.
[[nodiscard]] bool isLockOf(const store::LockFile &lock, const std::filesystem::path &database);

} // namespace kapok::kapokd
