// SPDX-License-Identifier: Apache-2.0
#include "core/store/lock_file.h"

#include "core/base/files.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kapok::store {
namespace {

/// Who holds it, as it wrote itself; it may not have come to that yet.
std::string holderOf(int descriptor)
{
    std::string text(16, '\0');
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    text.resize(std::min(text.find_first_not_of("0123456789"), text.size()));
    return text.empty() ? "another process" : "process " + text;
}

/// For people to read; that it cannot be written, on a full disk, does no harm.
void writeHolder(int descriptor)
{
    const std::string text = std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        return;
}

} // namespace

Result<LockFile> LockFile::take(const std::filesystem::path &file)
{
    for (;;) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return storageError(errno, "cannot write " + file.string());
        LockFile lock(file, descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int failure = errno;
            const std::string holder = holderOf(descriptor);
            ::close(std::exchange(lock.m_descriptor, -1)); // without deleting what is another's
            if (failure == EWOULDBLOCK)
                return Error{ErrorCode::Conflict, holder};
            return storageError(failure, "cannot lock " + file.string());
        }
        if (lock.isThere()) { // whoever had it locked before may have deleted it
            writeHolder(descriptor);
            return lock;
        }
    }
}

LockFile::LockFile(std::filesystem::path path, int descriptor)
    : m_path(std::move(path)), m_descriptor(descriptor)
{}

LockFile::LockFile(LockFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1))
{}

LockFile &LockFile::operator=(LockFile &&other) noexcept
{
    if (this != &other) {
        release();
        m_path = std::move(other.m_path);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

LockFile::~LockFile()
{
    release();
}

void LockFile::release()
{
    if (m_descriptor < 0)
        return;
    if (isThere())
        ::unlink(m_path.c_str()); // while it is locked: afterwards it may be another's
    ::close(std::exchange(m_descriptor, -1));
}

bool LockFile::isThere() const
{
    struct stat held {};
    struct stat named {};
    return ::fstat(m_descriptor, &held) == 0 && ::stat(m_path.c_str(), &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

} // namespace kapok::store
