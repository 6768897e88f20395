// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/blob_folder.h"

#include "core/base/files.h"
#include "core/base/ids.h"

#include <cerrno>
#include <cstdio>
#include <memory>

namespace kapok::kapokd {
namespace fs = std::filesystem;

Status BlobFolder::prepare() const
{
    std::error_code code;
    fs::create_directories(m_root / "incoming", code);
    if (!code)
        return success();
    Error error =
        storageError(code.value(), "cannot make the folder of the courses' files, " + m_root.string());
    error.detail += ". Give one with --blobs that this user can write.";
    return error;
}

fs::path BlobFolder::path(const std::string &sha256) const
{
    return m_root / sha256.substr(0, 2) / sha256;
}

bool BlobFolder::has(const std::string &sha256, std::uintmax_t size) const
{
    std::error_code code;
    return fs::file_size(path(sha256), code) == size && !code;
}

Status BlobFolder::put(const std::string &sha256, const std::function<Status(const Sink &)> &write) const
{
    const fs::path part = m_root / "incoming" / (sha256 + "-" + uuidV7(0));
    const auto fill = [&]() -> Status {
        const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(part.c_str(), "wb"),
                                                                    &std::fclose);
        if (!file)
            return storageError(errno, "cannot write a course file");
        KAPOK_TRY(write([&](std::string_view piece) -> Status {
            if (std::fwrite(piece.data(), 1, piece.size(), file.get()) != piece.size())
                return storageError(errno, "cannot write a course file");
            return success();
        }));
        return std::fflush(file.get()) == 0 ? success()
                                            : Status(storageError(errno, "cannot write a course file"));
    };
    Status done = fill();
    if (done.ok())
        done = syncToDisk(part);
    std::error_code code;
    if (done.ok()) {
        fs::create_directories(path(sha256).parent_path(), code);
        fs::rename(part, path(sha256), code);
        done =
            code ? Status(storageError(code.value(), "cannot keep a course file")) : syncToDisk(path(sha256));
    }
    fs::remove(part, code);
    return done;
}

} // namespace kapok::kapokd
