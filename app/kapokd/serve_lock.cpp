// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/serve_lock.h"

#include <thread>

namespace kapok::kapokd {
namespace {

constexpr std::chrono::milliseconds kPause{20};

/// Beside the file itself: two links to one database are one database.
std::filesystem::path lockPathOf(const std::filesystem::path &database)
{
    std::error_code code;
    const auto real = std::filesystem::weakly_canonical(database, code);
    return (code ? database : real).string() + ".lock";
}

} // namespace

Result<store::LockFile> lockForServing(const std::filesystem::path &database,
                                       std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto lock = store::LockFile::take(lockPathOf(database));
        if (lock.ok() || lock.error().code != ErrorCode::Conflict)
            return lock;
        if (std::chrono::steady_clock::now() >= end)
            return Error{ErrorCode::Conflict,
                         database.string() + " is in use by another kapokd (" + lock.error().detail +
                             "). Stop that one first; several at once can serve a PostgreSQL database only."};
        std::this_thread::sleep_for(kPause);
    }
}

bool isLockOf(const store::LockFile &lock, const std::filesystem::path &database)
{
    return lock.isThere() && lock.path() == lockPathOf(database);
}

} // namespace kapok::kapokd
