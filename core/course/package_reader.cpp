// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/course/captions.h"
#include "core/course/limits.h"
#include "core/course/media_types.h"
#include "core/course/package.h"
#include "core/course/svg.h"
#include "core/course/zip_index.h"

#include <vector>

namespace kapok::course {

struct PackageReader::Opened {
    ZipArchive archive;
    std::map<std::string, ZipEntry> entries;
    std::string manifestBytes;
    std::string signatureBytes;
    Manifest manifest;
};

namespace {

Error damaged(const std::string &entry)
{
    return {ErrorCode::Corrupt,
            "\"" + entry + "\" in the package is damaged. Copy or download the package again"};
}

/// Unpacks \p entry piece by piece into \p sink, never more than it claims to be.
Status unpack(zip_t *archive, const std::string &name, const ZipEntry &entry, const BlobSink &sink)
{
    const ZipFile file(zip_fopen_index(archive, entry.index, 0));
    if (!file)
        return damaged(name);
    std::vector<char> buffer(kPieceBytes);
    std::uint64_t done = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0 || done + static_cast<std::uint64_t>(got) > entry.size)
            return damaged(name);
        if (got == 0)
            break;
        done += static_cast<std::uint64_t>(got);
        KAPOK_TRY(sink({buffer.data(), static_cast<std::size_t>(got)}));
    }
    return done == entry.size ? success() : Status(damaged(name));
}

Result<std::string> unpackText(zip_t *archive, const std::string &name, const ZipEntry &entry)
{
    std::string text;
    text.reserve(entry.size);
    KAPOK_TRY(unpack(archive, name, entry, [&](std::string_view piece) {
        text += piece;
        return success();
    }));
    return text;
}

Result<std::string> requiredText(zip_t *archive, const std::map<std::string, ZipEntry> &entries,
                                 const char *name)
{
    const auto entry = entries.find(name);
    if (entry == entries.end())
        return Error{ErrorCode::InvalidInput, std::string("this is no Kapok package: it has no ") + name};
    return unpackText(archive, name, entry->second);
}

/// The package has exactly the blobs of its manifest, each of the size it says there.
Status checkEntries(const Manifest &manifest, const std::map<std::string, ZipEntry> &entries)
{
    for (const BlobRef &blob : manifest.blobs) {
        const auto entry = entries.find(kBlobFolder + blob.sha256);
        if (entry == entries.end())
            return Error{ErrorCode::Corrupt,
                         "the package lacks the file " + blob.sha256 + " that its manifest names"};
        if (entry->second.size != blob.size)
            return damaged(entry->first);
    }
    for (const auto &[name, entry] : entries) {
        const bool isBlob =
            name.starts_with(kBlobFolder) &&
            manifest.find(std::string_view(name).substr(std::string_view(kBlobFolder).size()));
        if (!isBlob && name != kManifestEntry && name != kSignatureEntry)
            return Error{ErrorCode::InvalidInput, "the package contains \"" + name.substr(0, 80) +
                                                      "\", which its manifest does not name"};
    }
    return success();
}

/// What a blob holds fits its type: pages are checked when they are assembled, the rest here.
Status checkContent(const BlobRef &blob, std::string_view bytes)
{
    const std::string name = kBlobFolder + blob.sha256;
    if (blob.mediaType == "text/vtt" && readCaptions(bytes).cues.empty())
        return Error{ErrorCode::Corrupt, name + " has no captions that can be read"};
    if (blob.mediaType == "image/svg+xml") {
        if (const auto faults = checkSvg(bytes); !faults.empty())
            return Error{ErrorCode::Corrupt, name + ": " + faults.front().sentence};
    }
    return success();
}

bool hasCheckedContent(const BlobRef &blob)
{
    return (blob.mediaType == "text/vtt" || blob.mediaType == "image/svg+xml") && blob.size <= kMaxImageBytes;
}

} // namespace

PackageReader::PackageReader(std::unique_ptr<Opened> opened) : m_opened(std::move(opened)) {}
PackageReader::PackageReader(PackageReader &&) noexcept = default;
PackageReader &PackageReader::operator=(PackageReader &&) noexcept = default;
PackageReader::~PackageReader() = default;

Result<PackageReader> PackageReader::open(const std::filesystem::path &file, const TrustedKeys &keys)
{
    return open(file, &keys);
}

Result<PackageReader> PackageReader::openUntrusted(const std::filesystem::path &file)
{
    return open(file, nullptr);
}

Result<PackageReader> PackageReader::open(const std::filesystem::path &file, const TrustedKeys *keys)
{
    KAPOK_TRY(checkZipEnd(file));
    int code = 0;
    auto opened = std::make_unique<Opened>();
    opened->archive.reset(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!opened->archive && code == ZIP_ER_EXISTS)
        return Error{ErrorCode::InvalidInput, "the package contains two files of the same name"};
    if (!opened->archive)
        return Error{ErrorCode::Corrupt,
                     "the package is damaged (" + zipErrorText(code) + "). Copy or download it again"};
    zip_t *archive = opened->archive.get();
    KAPOK_TRY_ASSIGN(opened->entries, indexEntries(archive));
    KAPOK_TRY_ASSIGN(opened->manifestBytes, requiredText(archive, opened->entries, kManifestEntry));
    KAPOK_TRY_ASSIGN(opened->signatureBytes, requiredText(archive, opened->entries, kSignatureEntry));
    if (keys)
        KAPOK_TRY(verifyManifest(opened->manifestBytes, opened->signatureBytes, *keys));
    KAPOK_TRY_ASSIGN(opened->manifest, parseManifest(opened->manifestBytes));
    KAPOK_TRY(checkEntries(opened->manifest, opened->entries));
    return PackageReader(std::move(opened));
}

const Manifest &PackageReader::manifest() const
{
    return m_opened->manifest;
}

const std::string &PackageReader::manifestBytes() const
{
    return m_opened->manifestBytes;
}

const std::string &PackageReader::signatureBytes() const
{
    return m_opened->signatureBytes;
}

Result<std::string> PackageReader::readBlob(const std::string &sha256)
{
    const BlobRef *blob = m_opened->manifest.find(sha256);
    if (blob && blob->size > kMaxImageBytes)
        return Error{ErrorCode::InvalidInput, "the file " + sha256 + " is too large to be read at once"};
    std::string bytes;
    KAPOK_TRY(copyBlob(sha256, [&](std::string_view piece) {
        bytes += piece;
        return success();
    }));
    return bytes;
}

Status PackageReader::copyBlob(const std::string &sha256, const BlobSink &sink)
{
    const auto entry = m_opened->entries.find(kBlobFolder + sha256);
    if (entry == m_opened->entries.end())
        return Error{ErrorCode::NotFound, "the package has no file " + sha256};
    Sha256 hash;
    KAPOK_TRY(unpack(m_opened->archive.get(), entry->first, entry->second, [&](std::string_view piece) {
        hash.add(piece);
        return sink(piece);
    }));
    return hash.finish() == sha256 ? success() : Status(damaged(entry->first));
}

Result<Course> PackageReader::readCourse()
{
    return assemble(m_opened->manifest, [this](const std::string &sha256) { return readBlob(sha256); });
}

Status PackageReader::verifyAll(const Progress &progress)
{
    std::uint64_t done = 0;
    const std::uint64_t total = m_opened->manifest.totalBytes();
    for (const BlobRef &blob : m_opened->manifest.blobs) {
        std::string content;
        KAPOK_TRY(copyBlob(blob.sha256, [&](std::string_view piece) -> Status {
            if (hasCheckedContent(blob))
                content += piece;
            done += piece.size();
            if (progress && !progress(done, total))
                return Error{ErrorCode::Cancelled, "stopped"};
            return success();
        }));
        if (hasCheckedContent(blob))
            KAPOK_TRY(checkContent(blob, content));
    }
    if (auto course = readCourse(); !course.ok())
        return course.error();
    return success();
}

} // namespace kapok::course
