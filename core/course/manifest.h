// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/course.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kapok::course {

/// The package format this version writes. It reads this one and refuses newer ones (NewerFormat).
inline constexpr int kPackageFormat = 1;

/// One file of a package, named by its content.
struct BlobRef {
    std::string sha256; ///< 64 lower-case hex digits
    std::uint64_t size = 0;
    std::string mediaType;

    bool operator==(const BlobRef &) const = default;
};

/// The table of contents of a package: everything about a course but the bodies of its pages, each of
/// which is a blob. So a device that has the last version fetches the manifest and the changed blobs only.
struct Manifest {
    int format = kPackageFormat;
    Course course; ///< pages have id, kind and title; their body is UnknownBody (see assemble())
    std::map<std::pair<LessonId, PageId>, std::string> pageBlobs; ///< sha256 of each page's content
    std::vector<BlobRef> blobs; ///< every blob of the package, by sha256, none twice

    /// The blob with this hash, or null.
    [[nodiscard]] const BlobRef *find(std::string_view sha256) const;
    /// Bytes of all blobs together.
    [[nodiscard]] std::uint64_t totalBytes() const;
};

/// The canonical bytes of \p manifest: the same manifest always gives the same bytes, with a final newline.
[[nodiscard]] std::string writeManifest(const Manifest &manifest);

/// Reads a manifest from anywhere, so trusts nothing: sizes, counts, ids, hashes, language tags and types are
/// checked (limits.h), every page and cover has its blob in the table. Keys it does not know are ignored.
/// InvalidInput with the place ("lessons[2].pages[0].blob"), NewerFormat.
[[nodiscard]] Result<Manifest> parseManifest(std::string_view bytes);

/// The canonical bytes of a page with all its languages; its files are named by sha256, size and type.
/// A page with UnknownBody cannot be written (its content is not known here): asserts.
[[nodiscard]] std::string pageToJson(const Page &page);

/// Reads a page from anywhere, checked like parseManifest(). A kind this version does not know gives
/// UnknownBody, so that the rest of the course still works.
[[nodiscard]] Result<Page> pageFromJson(std::string_view bytes);

/// The whole content of the blob with this hash, already verified against it.
using BlobReader = std::function<Result<std::string>(const std::string &sha256)>;

/// The course of \p manifest with the bodies of its pages, which it reads with \p blobs. Corrupt when a page
/// is not the one the manifest names or uses a file that is not in the manifest; else what \p blobs returns.
[[nodiscard]] Result<Course> assemble(const Manifest &manifest, const BlobReader &blobs);

/// The blobs of \p wanted that \p have lacks: what an update from one to the other downloads.
[[nodiscard]] std::vector<BlobRef> missingBlobs(const Manifest &wanted, const Manifest &have);

/// The files that \p page uses: picture, medium, poster, captions; in a fixed order, empty ones left out.
[[nodiscard]] std::vector<FileRef> filesOf(const Page &page);

} // namespace kapok::course
