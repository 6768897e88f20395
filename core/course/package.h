// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/manifest.h"
#include "core/course/signing.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

/// Packages: zip files of manifest.json, manifest.sig and blobs/<sha256> (docs/package-format.md).
namespace kapok::course {

/// Called with bytes done and bytes in all, now and then and at the end. Returning false stops the work
/// (Cancelled). May be empty.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Takes the next piece of a blob; an error stops the copy and is passed on.
using BlobSink = std::function<Status(std::string_view piece)>;

/// What buildPackage() made.
struct BuiltPackage {
    Manifest manifest;
    std::uint64_t bytes = 0; ///< size of the .kapok file
};

/// Packs \p source, whose files are in \p folder (both from readSource()), signs it with \p key and puts it
/// at \p outFile, replacing an older one; nothing is left there or beside it after a failure. The same course
/// and key always give the same bytes: fixed times, sorted entries, deterministic signature.
[[nodiscard]] Result<BuiltPackage> buildPackage(const Course &source, const std::filesystem::path &folder,
                                                const SecretKey &key, const std::filesystem::path &outFile,
                                                const Progress &progress = {});

/// An opened package. open() has checked the signature, the manifest and the zip's directory (sizes, counts,
/// names, ratios; limits.h); blob contents are checked as they are read. It never writes.
/// Thread-safety: none; one thread at a time.
class PackageReader {
public:
    /// NotFound, InvalidInput (no package, breaks a limit), Corrupt (damaged), NotTrusted (signature),
    /// NewerFormat.
    [[nodiscard]] static Result<PackageReader> open(const std::filesystem::path &file,
                                                    const TrustedKeys &keys);
    /// As open(), but whoever signed it. Only for showing what a package says of itself; never install from
    /// it.
    [[nodiscard]] static Result<PackageReader> openUntrusted(const std::filesystem::path &file);

    PackageReader(PackageReader &&) noexcept;
    PackageReader &operator=(PackageReader &&) noexcept;
    PackageReader(const PackageReader &) = delete;
    PackageReader &operator=(const PackageReader &) = delete;
    ~PackageReader();

    [[nodiscard]] const Manifest &manifest() const;
    /// manifest.json and manifest.sig as they are in the package; keep these, not a rewritten form.
    [[nodiscard]] const std::string &manifestBytes() const;
    [[nodiscard]] const std::string &signatureBytes() const;

    /// A small blob (page, caption, picture; at most kMaxImageBytes), hash checked. NotFound, Corrupt.
    [[nodiscard]] Result<std::string> readBlob(const std::string &sha256);
    /// Hands a blob to \p sink piece by piece and checks its size and hash at the end: keep what the sink got
    /// only when this succeeds. NotFound, Corrupt, or the sink's error.
    [[nodiscard]] Status copyBlob(const std::string &sha256, const BlobSink &sink);
    /// The course with its pages. Corrupt when any page is not what the manifest says.
    [[nodiscard]] Result<Course> readCourse();
    /// Reads everything: every blob's hash, every page, every caption file. Corrupt names the first that is
    /// wrong.
    [[nodiscard]] Status verifyAll(const Progress &progress = {});

private:
    struct Opened;
    [[nodiscard]] static Result<PackageReader> open(const std::filesystem::path &file,
                                                    const TrustedKeys *keys);
    explicit PackageReader(std::unique_ptr<Opened> opened);

    std::unique_ptr<Opened> m_opened;
};

} // namespace kapok::course
