// SPDX-License-Identifier: Apache-2.0
#include "core/store/private_file.h"

#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace kapok::store {
namespace {

constexpr const char *kLockEnding = ".lock";

Status makeFolderOf(const std::filesystem::path &file)
{
    std::error_code code;
    if (!file.parent_path().empty())
        std::filesystem::create_directories(file.parent_path(), code);
    return code ? kapok::storageError(code.value(), "cannot make the folder of " + file.string()) : success();
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
    auto lock = LockFile::take(path + kLockEnding);
    if (!lock.ok() && lock.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, target.string() +
                                              " is being made by another process at this moment;"
                                              " try again when that has ended."};
    if (!lock.ok())
        return lock.error();
    return FileInTheMaking(target, path, *std::move(lock));
}

FileInTheMaking::FileInTheMaking(std::filesystem::path target, const std::string &path, LockFile lock)
    : m_lock(std::move(lock)), m_target(std::move(target)), m_path(path)
{
    remove();
}

FileInTheMaking::FileInTheMaking(FileInTheMaking &&other) noexcept
    : m_lock(std::move(other.m_lock)),
      m_target(std::move(other.m_target)),
      m_path(std::exchange(other.m_path, {}))
{}

FileInTheMaking::~FileInTheMaking()
{
    if (!m_path.empty())
        remove();
}

Status FileInTheMaking::finish() const
{
    KAPOK_TRY(syncToDisk(m_path));
    std::error_code code;
    std::filesystem::rename(m_path, m_target, code);
    if (code)
        return kapok::storageError(code.value(), "cannot write " + m_target.string());
    return syncToDisk(m_target);
}

void FileInTheMaking::remove() const
{
    std::error_code code;
    for (const char *end : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(m_path.string() + end, code);
}

} // namespace kapok::store
