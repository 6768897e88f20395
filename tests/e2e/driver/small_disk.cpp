// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/driver/small_disk.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#include <utility>

namespace kapok::e2e {
namespace fs = std::filesystem;

namespace {

Error systemError(ErrorCode code, const std::string &what)
{
    return {code, what + ": " + std::strerror(errno)};
}

/// A mount namespace of our own, so that nothing is seen outside and all of it ends with this process.
Status leaveCommonMounts()
{
    if (::unshare(CLONE_NEWNS) != 0) {
        const auto user = std::to_string(::getuid());
        const auto group = std::to_string(::getgid());
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return systemError(ErrorCode::Forbidden, "no mount namespace");
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " + user + " 1";
        std::ofstream("/proc/self/gid_map") << "0 " + group + " 1";
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return systemError(ErrorCode::Forbidden, "the mounts cannot be made private");
    return success();
}

std::uint64_t bytesIn(const fs::path &folder)
{
    constexpr std::uint64_t kBlock = 4096;
    std::uint64_t bytes = 0;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        bytes += entry.is_regular_file() ? (entry.file_size() / kBlock + 1) * kBlock : kBlock;
    return bytes;
}

} // namespace

Result<SmallDisk> SmallDisk::over(const fs::path &folder, std::uint64_t spare)
{
    KAPOK_TRY(leaveCommonMounts());
    const fs::path before = folder.string() + "-before";
    fs::rename(folder, before);
    fs::create_directory(folder);
    const auto size = "size=" + std::to_string(bytesIn(before) + spare);
    if (::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) != 0)
        return systemError(ErrorCode::Forbidden, "cannot mount on " + folder.string());
    SmallDisk disk(folder);
    fs::copy(before, folder, fs::copy_options::recursive);
    fs::remove_all(before);
    return disk;
}

SmallDisk::SmallDisk(SmallDisk &&other) noexcept : m_folder(std::exchange(other.m_folder, {})) {}

SmallDisk::~SmallDisk()
{
    if (!m_folder.empty())
        ::umount2(m_folder.c_str(), MNT_DETACH);
}

Status SmallDisk::fill()
{
    const int file = ::open(filler().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return systemError(ErrorCode::StorageBroken, "cannot make " + filler().string());
    const std::string block(4096, 'x');
    while (::write(file, block.data(), block.size()) > 0) {
    }
    const bool full = errno == ENOSPC;
    ::close(file);
    return full ? success() : Status(systemError(ErrorCode::StorageBroken, "the disk did not fill"));
}

void SmallDisk::free()
{
    fs::remove(filler());
}

Status SmallDisk::setReadOnly(bool readOnly)
{
    const unsigned long flags = MS_REMOUNT | (readOnly ? static_cast<unsigned long>(MS_RDONLY) : 0UL);
    if (::mount("tmpfs", m_folder.c_str(), "tmpfs", flags, nullptr) != 0)
        return systemError(ErrorCode::Forbidden, "cannot mount " + m_folder.string() + " anew");
    return success();
}

} // namespace kapok::e2e
