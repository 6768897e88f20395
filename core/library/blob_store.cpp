// SPDX-License-Identifier: Apache-2.0
#include "core/library/blob_store.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/course/limits.h"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

namespace kapok::library {
namespace {

namespace fs = std::filesystem;

std::string_view ending(Part part)
{
    switch (part) {
    case Part::Download:
        return ".part";
    case Part::Copy:
        return ".copy";
    case Part::Cover:
        return ".cover";
    }
    return {};
}

Status makeFolder(const fs::path &folder)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (code)
        return storageError(code.value(), "cannot make the folder " + folder.string());
    return success();
}

void visitFolder(const fs::path &folder, const std::function<void(const fs::directory_entry &)> &visit)
{
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        visit(*entry);
}

std::uint64_t sizeOf(const fs::path &file)
{
    std::error_code code;
    const auto size = fs::file_size(file, code);
    return code ? 0 : size;
}

} // namespace

BlobStore::BlobStore(fs::path root) : m_root(std::move(root)) {}

Status BlobStore::prepare() const
{
    return makeFolder(m_root / "incoming");
}

fs::path BlobStore::path(const std::string &sha256) const
{
    return m_root / sha256.substr(0, 2) / sha256;
}

fs::path BlobStore::partPath(const std::string &sha256, Part part) const
{
    return m_root / "incoming" / (sha256 + std::string(ending(part)));
}

bool BlobStore::has(const std::string &sha256, std::uint64_t size) const
{
    std::error_code code;
    const auto here = fs::file_size(path(sha256), code);
    return !code && here == size;
}

bool BlobStore::isWhole(const std::string &sha256, std::uint64_t size) const
{
    if (!has(sha256, size))
        return false;
    const auto hash = sha256OfFile(path(sha256));
    return hash.ok() && *hash == sha256;
}

Result<std::string> BlobStore::read(const std::string &sha256) const
{
    KAPOK_TRY_ASSIGN(auto content, readFile(path(sha256), course::kMaxImageBytes));
    if (kapok::sha256(content) != sha256) {
        removeBlob(sha256);
        return Error{ErrorCode::Corrupt,
                     "The file " + sha256 + " was damaged on this device; fetch it again."};
    }
    return content;
}

std::uint64_t BlobStore::partSize(const std::string &sha256) const
{
    return sizeOf(partPath(sha256, Part::Download));
}

Status BlobStore::place(const std::string &sha256, Part part) const
{
    const fs::path from = partPath(sha256, part);
    const fs::path to = path(sha256);
    KAPOK_TRY(makeFolder(to.parent_path()));
    const int file = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    const int reason = errno;
    if (file >= 0)
        ::close(file);
    if (!flushed)
        return storageError(reason, "cannot flush " + from.string());
    if (::rename(from.c_str(), to.c_str()) != 0)
        return storageError(errno, "cannot rename " + from.string());
    return success();
}

Status BlobStore::syncNames() const
{
    std::vector<fs::path> folders{m_root};
    visitFolder(m_root, [&](const fs::directory_entry &entry) {
        if (entry.is_directory())
            folders.push_back(entry.path());
    });
    for (const auto &folder : folders) {
        const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
        const int reason = errno;
        if (descriptor >= 0)
            ::close(descriptor);
        if (!flushed)
            return storageError(reason, "cannot flush " + folder.string());
    }
    return success();
}

void BlobStore::removePart(const std::string &sha256, Part part) const
{
    std::error_code code;
    fs::remove(partPath(sha256, part), code);
}

void BlobStore::removeBlob(const std::string &sha256) const
{
    std::error_code code;
    fs::remove(path(sha256), code);
}

void BlobStore::forEachBlob(const Visit &visit) const
{
    visitFolder(m_root, [&](const fs::directory_entry &folder) {
        if (!folder.is_directory())
            return;
        visitFolder(folder.path(), [&](const fs::directory_entry &file) {
            const std::string name = file.path().filename().string();
            if (isSha256(name))
                visit(name, sizeOf(file.path()));
        });
    });
}

void BlobStore::forEachPart(Part part, const Visit &visit) const
{
    visitFolder(m_root / "incoming", [&](const fs::directory_entry &file) {
        std::string name = file.path().filename().string();
        if (!name.ends_with(ending(part)))
            return;
        name.resize(name.size() - ending(part).size());
        if (isSha256(name))
            visit(name, sizeOf(file.path()));
    });
}

Result<PartWriter> PartWriter::create(const fs::path &file)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return storageError(errno, "cannot make " + file.string());
    return PartWriter(descriptor, file);
}

PartWriter::PartWriter(int descriptor, fs::path file) : m_descriptor(descriptor), m_file(std::move(file)) {}

PartWriter::PartWriter(PartWriter &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_file(std::move(other.m_file))
{}

PartWriter::~PartWriter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Status PartWriter::write(std::string_view piece)
{
    while (!piece.empty()) {
        const ssize_t written = ::write(m_descriptor, piece.data(), piece.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return storageError(errno, "cannot write " + m_file.string());
        piece.remove_prefix(static_cast<std::size_t>(written));
    }
    return success();
}

} // namespace kapok::library
