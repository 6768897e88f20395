// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/course/limits.h"
#include "core/course/media_types.h"
#include "core/course/package.h"
#include "core/course/package_layout.h"
#include "core/course/page_files.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace kapok::course {
namespace {

namespace fs = std::filesystem;

constexpr zip_uint16_t kDosDate1980 = (1u << 5u) | 1u; ///< 1 January 1980, the first a zip can name
constexpr zip_uint32_t kRegularFile = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16u;
constexpr zip_uint32_t kBestCompression = 9;

Error cancelled()
{
    return {ErrorCode::Cancelled, "stopped"};
}

/// Removes an unfinished file on every path out.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : m_path(std::move(path)) {}
    ~Unfinished()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

/// What goes into a blob: a file of the course or, for pages, bytes made here.
struct BlobSource {
    BlobRef blob;
    fs::path file;
    std::string bytes;
};

/// Builds one package. The work is counted in bytes: hashed once, written once, verified once.
class PackageWriter {
public:
    PackageWriter(Course course, fs::path folder, const SecretKey &key, const Progress &progress)
        : m_folder(std::move(folder)), m_key(key), m_progress(progress)
    {
        m_manifest.course = std::move(course);
    }

    Result<BuiltPackage> write(const fs::path &outFile)
    {
        std::error_code code;
        const fs::path parent = outFile.parent_path();
        if (!parent.empty() && !fs::is_directory(parent, code))
            return Error{ErrorCode::NotFound, "there is no folder " + parent.string() + "; make it first"};
        countWork();
        KAPOK_TRY(hashFiles());
        KAPOK_TRY(packPages());
        KAPOK_TRY(fillManifest());
        const Unfinished part(partOf(outFile));
        KAPOK_TRY(writeZip(part.path()));
        KAPOK_TRY(verify(part.path()));
        KAPOK_TRY(syncToDisk(part.path()));
        const std::uint64_t bytes = fs::file_size(part.path(), code);
        fs::rename(part.path(), outFile, code);
        if (code)
            return storageError(code.value(), "cannot write " + outFile.string());
        KAPOK_TRY(syncToDisk(outFile));
        return BuiltPackage{std::move(m_manifest), bytes};
    }

private:
    static fs::path partOf(const fs::path &outFile)
    {
        fs::path part = outFile;
        part += "." + std::to_string(::getpid()) + ".part";
        return part;
    }

    /// Calls \p use with every file of the course that is not empty.
    template <class Use> void forEachCourseFile(Use use)
    {
        Course &course = m_manifest.course;
        for (FileRef *cover : {&course.cover, &course.coverDark}) {
            if (!cover->empty())
                use(*cover);
        }
        for (Lesson &lesson : course.lessons) {
            for (Page &page : lesson.pages)
                forEachFile(page, use);
        }
    }

    void countWork()
    {
        std::map<std::string, std::uint64_t> sizes;
        forEachCourseFile([&](FileRef &file) { sizes[file.path] = file.size; });
        for (const auto &[path, size] : sizes)
            m_fileBytes += size;
    }

    /// Reports \p doneOfPass bytes of pass 0 (hash), 1 (write) or 2 (verify).
    bool report(std::uint64_t pass, std::uint64_t doneOfPass)
    {
        const std::uint64_t done = pass * m_fileBytes + std::min(doneOfPass, m_fileBytes);
        return !m_progress || m_progress(done, 3 * m_fileBytes);
    }

    Result<BlobRef> hashFile(const FileRef &file)
    {
        const fs::path path = m_folder / file.path;
        std::ifstream stream(path, std::ios::binary);
        if (!stream)
            return Error{ErrorCode::NotFound, "cannot open " + path.string()};
        Sha256 hash;
        BlobRef blob{{}, 0, file.mediaType};
        std::vector<char> buffer(kPieceBytes);
        while (stream) {
            stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            const auto got = static_cast<std::size_t>(stream.gcount());
            hash.add({buffer.data(), got});
            blob.size += got;
            m_hashed += got;
            if (!report(0, m_hashed))
                return cancelled();
        }
        if (stream.bad())
            return Error{ErrorCode::StorageBroken, "cannot read " + path.string()};
        blob.sha256 = hash.finish();
        return blob;
    }

    /// Hashes every file once and names it by its hash wherever the course uses it.
    Status hashFiles()
    {
        Status status;
        std::map<std::string, BlobRef> byPath;
        forEachCourseFile([&](FileRef &file) {
            if (!status.ok())
                return;
            auto known = byPath.find(file.path);
            if (known == byPath.end()) {
                auto blob = hashFile(file);
                if (!blob.ok()) {
                    status = blob.error();
                    return;
                }
                known = byPath.emplace(file.path, *blob).first;
                add({*blob, m_folder / file.path, {}});
            }
            file = {{}, known->second.sha256, known->second.size, known->second.mediaType};
        });
        return status;
    }

    void add(BlobSource source)
    {
        std::string sha256 = source.blob.sha256;
        m_blobs.emplace(std::move(sha256), std::move(source));
    }

    Status packPages()
    {
        for (Lesson &lesson : m_manifest.course.lessons) {
            for (Page &page : lesson.pages) {
                std::string bytes = pageToJson(page);
                if (bytes.size() > kMaxPageBytes)
                    return Error{ErrorCode::InvalidInput,
                                 "page " + lesson.id.value + "/" + page.id.value + " is larger than " +
                                     std::to_string(kMaxPageBytes) + " bytes; make two pages of it"};
                BlobRef blob{sha256(bytes), bytes.size(), std::string(kPageMediaType)};
                m_manifest.pageBlobs[{lesson.id, page.id}] = blob.sha256;
                page.body = UnknownBody{};
                add({std::move(blob), {}, std::move(bytes)});
            }
        }
        return success();
    }

    Status fillManifest()
    {
        for (const auto &[sha256, source] : m_blobs)
            m_manifest.blobs.push_back(source.blob);
        m_manifestBytes = writeManifest(m_manifest);
        m_signatureBytes = m_key.sign(m_manifestBytes);
        const auto parsed = parseManifest(m_manifestBytes); // a package that breaks a limit is never written
        return parsed.ok() ? success() : Status(parsed.error());
    }

    /// Adds an entry with fixed time and attributes; \p source belongs to the archive when this succeeds.
    static bool addEntry(zip_t *archive, const std::string &name, zip_source_t *source, bool compress)
    {
        if (!source)
            return false;
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return false;
        }
        const auto at = static_cast<zip_uint64_t>(index);
        const int method = compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
        return zip_set_file_compression(archive, at, method, compress ? kBestCompression : 0) == 0 &&
               zip_file_set_dostime(archive, at, 0, kDosDate1980, 0) == 0 &&
               zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kRegularFile) == 0;
    }

    static zip_source_t *bytesSource(zip_t *archive, const std::string &bytes)
    {
        return zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    }

    bool addEntries(zip_t *archive)
    {
        bool added = addEntry(archive, kManifestEntry, bytesSource(archive, m_manifestBytes), true) &&
                     addEntry(archive, kSignatureEntry, bytesSource(archive, m_signatureBytes), false);
        for (const auto &[sha256, source] : m_blobs) {
            zip_source_t *content = source.file.empty()
                                        ? bytesSource(archive, source.bytes)
                                        : zip_source_file(archive, source.file.c_str(), 0,
                                                          static_cast<zip_int64_t>(source.blob.size));
            added = added &&
                    addEntry(archive, kBlobFolder + sha256, content, !isCompressed(source.blob.mediaType));
        }
        return added;
    }

    Status writeZip(const fs::path &part)
    {
        int code = 0;
        ZipArchive archive(zip_open(part.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
        if (!archive)
            return Error{ErrorCode::StorageBroken,
                         "cannot create " + part.string() + ": " + zipErrorText(code)};
        if (!addEntries(archive.get()))
            return zipFailure(archive.get(), part);
        m_writeCancelled = false;
        zip_register_progress_callback_with_state(archive.get(), 0.01, onWriting, nullptr, this);
        zip_register_cancel_callback_with_state(
            archive.get(),
            [](zip_t *, void *self) { return static_cast<PackageWriter *>(self)->m_writeCancelled ? 1 : 0; },
            nullptr, this);
        if (zip_close(archive.get()) != 0)
            return m_writeCancelled ? Status(cancelled()) : zipFailure(archive.get(), part);
        static_cast<void>(archive.release()); // zip_close() has freed it
        return success();
    }

    static void onWriting(zip_t *, double part, void *data)
    {
        auto &self = *static_cast<PackageWriter *>(data);
        const auto done = static_cast<std::uint64_t>(part * static_cast<double>(self.m_fileBytes));
        if (!self.report(1, done))
            self.m_writeCancelled = true;
    }

    static Status zipFailure(zip_t *archive, const fs::path &part)
    {
        zip_error_t *error = zip_get_error(archive);
        if (zip_error_system_type(error) == ZIP_ET_SYS)
            return storageError(zip_error_code_system(error), "cannot write " + part.string());
        return Error{ErrorCode::StorageBroken,
                     "cannot write " + part.string() + ": " + zip_error_strerror(error)};
    }

    /// Opens what was written as a device would, so that no bad package ever leaves the workshop, not even
    /// when a file changed while it was packed.
    Status verify(const fs::path &part)
    {
        TrustedKeys keys;
        keys.add(m_key.publicKey());
        KAPOK_TRY_ASSIGN(PackageReader reader, PackageReader::open(part, keys));
        return reader.verifyAll([this](std::uint64_t done, std::uint64_t) { return report(2, done); });
    }

    fs::path m_folder;
    const SecretKey &m_key;
    const Progress &m_progress;
    Manifest m_manifest;
    std::map<std::string, BlobSource> m_blobs; ///< by sha256
    std::string m_manifestBytes;
    std::string m_signatureBytes;
    std::uint64_t m_fileBytes = 0;
    std::uint64_t m_hashed = 0;
    bool m_writeCancelled = false;
};

} // namespace

Result<BuiltPackage> buildPackage(const Course &source, const fs::path &folder, const SecretKey &key,
                                  const fs::path &outFile, const Progress &progress)
{
    return PackageWriter(source, folder, key, progress).write(outFile);
}

} // namespace kapok::course
