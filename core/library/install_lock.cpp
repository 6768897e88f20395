// SPDX-License-Identifier: Apache-2.0
#include "core/library/install_lock.h"

#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace kapok::library {
namespace {

Result<int> openLock(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return storageError(errno, "cannot open " + file.string());
    return descriptor;
}

} // namespace

Result<InstallLock> InstallLock::take(const std::filesystem::path &file)
{
    KAPOK_TRY_ASSIGN(const int descriptor, openLock(file));
    InstallLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR)
            return storageError(errno, "cannot lock " + file.string());
    }
    return lock;
}

Result<std::optional<InstallLock>> InstallLock::tryTake(const std::filesystem::path &file)
{
    KAPOK_TRY_ASSIGN(const int descriptor, openLock(file));
    InstallLock lock(descriptor);
    std::optional<InstallLock> taken;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        taken.emplace(std::move(lock));
    else if (errno != EWOULDBLOCK)
        return storageError(errno, "cannot lock " + file.string());
    return taken;
}

InstallLock::InstallLock(InstallLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

InstallLock::~InstallLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace kapok::library
