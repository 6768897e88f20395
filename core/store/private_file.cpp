// SPDX-License-Identifier: Apache-2.0
#include "core/store/private_file.h"

#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kapok::store {
namespace {

// A file of its own: over NFS this lock on the database would shut out SQLite's own.
constexpr const char *kLockEnding = ".lock";

Status makeFolderOf(const std::filesystem::path &file)
{
    std::error_code code;
    if (!file.parent_path().empty())
        std::filesystem::create_directories(file.parent_path(), code);
    return code ? kapok::storageError(code.value(), "cannot make the folder of " + file.string()) : success();
}

/// Whether \p descriptor is of what \p file names now: whoever had it locked before may have deleted it.
bool isStillThere(int descriptor, const std::string &file)
{
    struct stat held {};
    struct stat named {};
    return ::fstat(descriptor, &held) == 0 && ::stat(file.c_str(), &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/// The descriptor of \p file, made when absent and locked until it is closed.
Result<int> lock(const std::string &file, const std::string &target)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return kapok::storageError(errno, "cannot write " + target);
    const int failure = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (failure == 0 && isStillThere(descriptor, file))
        return descriptor;
    ::close(descriptor);
    if (failure == 0 || failure == EWOULDBLOCK)
        return Error{ErrorCode::Conflict, target + " is being made by another process at this moment;"
                                                   " try again when that has ended."};
    return kapok::storageError(failure, "cannot lock " + file);
}

} // namespace

Status makePrivate(const std::filesystem::path &file)
{
    KAPOK_TRY(makeFolderOf(file));
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        return kapok::storageError(errno, "cannot make " + file.string());
    return success();
}

Result<FileInTheMaking> FileInTheMaking::begin(const std::filesystem::path &target, const char *ending)
{
    KAPOK_TRY(makeFolderOf(target));
    const std::string path = target.string() + ending;
    KAPOK_TRY_ASSIGN(const int descriptor, lock(path + kLockEnding, target.string()));
    return FileInTheMaking(path, descriptor);
}

FileInTheMaking::FileInTheMaking(std::filesystem::path path, int lock) : m_path(std::move(path)), m_lock(lock)
{
    remove();
}

FileInTheMaking::FileInTheMaking(FileInTheMaking &&other) noexcept
    : m_path(std::move(other.m_path)), m_lock(std::exchange(other.m_lock, -1))
{}

FileInTheMaking::~FileInTheMaking()
{
    if (m_lock < 0)
        return;
    remove();
    ::unlink((m_path.string() + kLockEnding).c_str()); // while it is locked: afterwards it may be another's
    ::close(m_lock);
}

void FileInTheMaking::remove() const
{
    std::error_code code;
    for (const char *end : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(m_path.string() + end, code);
}

} // namespace kapok::store
