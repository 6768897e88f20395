// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/blob_store.h"
#include "core/library/catalogue_json.h"
#include "core/library/library.h"
#include "core/store/database.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace kapok::library {

/// Which way a course comes in; the two never share rows or files.
enum class Source { Server, File };

[[nodiscard]] const char *toString(Source source);

/// A course read for installing: what the rows of library.db say of it.
struct Wanted {
    course::Manifest manifest;
    std::string manifestBytes;
    std::string manifestSha256;
    std::string signature;
};

/// What a Library holds, and the steps that installing from a file and from a server share.
struct Library::State {
    store::Database database;
    BlobStore blobs;
    LibraryOptions options;
    std::filesystem::path lockFile;      ///< held by whoever installs from a file
    std::filesystem::path coverLockFile; ///< held by whoever writes a cover
    SystemClock systemClock;
    /// Courses read so far, with the manifest they were read from.
    std::map<CourseId, std::pair<std::string, std::shared_ptr<const course::Course>>> loaded;

    State(store::Database opened, BlobStore store, LibraryOptions given);

    [[nodiscard]] Time now() const;
    [[nodiscard]] Status step(InstallStep step) const;

    /// Refuses an older version than the installed one and other content under its version.
    [[nodiscard]] Status checkVersion(const Wanted &wanted);
    /// Whether exactly this version is installed, so that installing it again is a repair.
    [[nodiscard]] Result<bool> isInstalled(const Wanted &wanted);
    /// The blobs that have to come; with \p readAll those that are here are read and damaged ones removed.
    [[nodiscard]] std::vector<course::BlobRef> lacking(const course::Manifest &manifest, bool readAll) const;
    /// StorageFull unless \p bytes more fit and kSpareBytes stay free.
    [[nodiscard]] Status checkRoom(std::uint64_t bytes, const CourseId &course) const;
    /// Writes the rows that keep the blobs of \p wanted from collection.
    [[nodiscard]] Status remember(const Wanted &wanted, Source source, std::uint64_t total);
    [[nodiscard]] Status forget(const CourseId &course, Source source);
    /// Reads the pages of \p wanted from the blobs, makes its version the one that is read, and indexes it.
    [[nodiscard]] Status switchTo(const Wanted &wanted, Source source);
    /// Notes that this program cannot read the version on offer.
    [[nodiscard]] Status noteNewerFormat(const CourseId &course);
    /// What remember() wrote. NotFound.
    [[nodiscard]] Result<Wanted> remembered(const CourseId &course, Source source);
    /// Forgets installations from a file that were killed; does nothing while one runs somewhere.
    [[nodiscard]] Status forgetKilled();
    [[nodiscard]] Result<std::set<std::string>> referenced();
    [[nodiscard]] Result<std::uint64_t> collect();
    /// An installed course's manifest. NotFound.
    [[nodiscard]] Result<std::pair<std::string, course::Manifest>> installedManifest(const CourseId &course);
};

/// Brings the search index of a course that is not installed in line with the catalogue.
[[nodiscard]] Status showOffer(Library::State &state, const CourseId &id);

/// Verifies and reads what a server or a package says of a course.
[[nodiscard]] Result<Wanted> readWanted(const std::string &manifestBytes, const std::string &signatureBytes,
                                        const course::TrustedKeys &keys);

} // namespace kapok::library
