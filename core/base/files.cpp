// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"

#include "core/base/ids.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace kapok {
namespace {

/// Closes a file descriptor on every path out.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Status writeAll(int fd, std::string_view content, const std::string &name)
{
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return storageError(errno, "cannot write " + name);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(fd) != 0)
        return storageError(errno, "cannot flush " + name);
    return success();
}

Status syncFile(const std::filesystem::path &path, int flags)
{
    const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0)
        return storageError(errno, "cannot flush " + path.string());
    return success();
}

} // namespace

Error storageError(int errnoValue, const std::string &what)
{
    const bool full = errnoValue == ENOSPC || errnoValue == EDQUOT;
    return {full ? ErrorCode::StorageFull : ErrorCode::StorageBroken,
            what + ": " + std::strerror(errnoValue)};
}

Result<std::string> readFile(const std::filesystem::path &path, std::uintmax_t limit)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    if (code)
        return Error{ErrorCode::NotFound, "cannot open " + path.string()};
    if (size > limit)
        return Error{ErrorCode::InvalidInput,
                     path.string() + " is larger than " + std::to_string(limit) + " bytes"};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return size == 0 ? Result<std::string>(std::string())
                         : Error{ErrorCode::StorageBroken, "cannot read " + path.string()};
    return std::move(content).str();
}

Status writeFileAtomically(const std::filesystem::path &path, std::string_view content)
{
    std::filesystem::path temporary = path;
    temporary += "." + uuidV7(0) + ".part";
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
        if (file.get() < 0)
            return storageError(errno, "cannot create " + temporary.string());
        if (auto status = writeAll(file.get(), content, temporary.string()); !status.ok()) {
            ::unlink(temporary.c_str());
            return status;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return storageError(reason, "cannot replace " + path.string());
    }
    return syncFile(path.parent_path().empty() ? "." : path.parent_path(), O_RDONLY | O_DIRECTORY);
}

Status syncToDisk(const std::filesystem::path &path)
{
    KAPOK_TRY(syncFile(path, O_RDONLY));
    return syncFile(path.parent_path().empty() ? "." : path.parent_path(), O_RDONLY | O_DIRECTORY);
}

} // namespace kapok
