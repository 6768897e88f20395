// SPDX-License-Identifier: Apache-2.0
#include "core/store/private_file.h"

#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kapok::store {

Status makePrivate(const std::filesystem::path &file)
{
    std::error_code code;
    if (!file.parent_path().empty())
        std::filesystem::create_directories(file.parent_path(), code);
    if (code)
        return kapok::storageError(code.value(), "cannot make the folder of " + file.string());
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        return kapok::storageError(errno, "cannot make " + file.string());
    return success();
}

FileInTheMaking::FileInTheMaking(const std::filesystem::path &target, const char *ending) : m_path(target)
{
    m_path += ending;
    remove();
}

FileInTheMaking::~FileInTheMaking()
{
    remove();
}

void FileInTheMaking::remove() const
{
    std::error_code code;
    for (const char *end : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(m_path.string() + end, code);
}

} // namespace kapok::store
