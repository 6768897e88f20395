// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/course/manifest.h"
#include "core/course/package.h"
#include "core/library/catalogue.h"
#include "core/library/course_entry.h"
#include "core/library/search.h"
#include "core/library/trust.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::library {

/// A moment in an installation, for tests that fail or kill it there.
enum class InstallStep {
    BeforeRemember,   ///< nothing was written
    BeforeBlob,       ///< before each blob is written under its temporary name
    BeforeRename,     ///< before each verified blob gets its name
    BeforeSwitch,     ///< all blobs are here; the old version is still the one
    BeforeCommit,     ///< inside the transaction that switches
    BeforeCollection, ///< switched; the old version's files are still here
};

/// What a Library can be given besides its folder; the defaults are what an app uses.
struct LibraryOptions {
    std::vector<course::PublicKey> builtInKeys;
    /// Room on the disk that holds a folder. Default: what the system says.
    std::function<Result<std::uint64_t>(const std::filesystem::path &)> freeSpace;
    /// Called before each step; an error stops the installation there and is passed on.
    std::function<Status(InstallStep)> beforeStep;
    const Clock *clock = nullptr; ///< default: the device's
};

/// Room that stays free on the disk when a course is installed, so that answers can still be saved.
inline constexpr std::uint64_t kSpareBytes = 50ull << 20;

/// What fetching a course needs: the manifest that was verified, and the blobs that are not here.
struct Incoming {
    CourseId course;
    course::Manifest manifest;
    std::string manifestSha256;
    std::vector<course::BlobRef> lacking;
    std::uint64_t bytesTotal = 0; ///< of all blobs that were lacking when it began
};

/// A course somebody asked for and that is not installed yet.
struct Wish {
    CourseId course;
    PersonId person;

    bool operator==(const Wish &) const = default;
};

/// The part of a blob that arrived, kept across restarts. The bytes lie in \p file.
struct PartialBlob {
    std::filesystem::path file;
    std::string etag;       ///< of the server's file these bytes came from; "" when nothing was begun
    std::uint64_t have = 0; ///< bytes in the file
};

/// The courses of this device: DATA/library.db and DATA/blobs/<first 2 hex>/<sha256>.
///
/// A course is installed in one step that either happens or does not: blobs are written beside their
/// place, flushed, verified and renamed; then one transaction makes the new version the one that is read. A
/// kill at any moment leaves the old version or the new one. Progress and statements live elsewhere and are
/// never touched. Files that nothing refers to any more are removed afterwards.
///
/// Thread-safety: none for one object; any number of objects (threads, processes) may share a folder.
class Library {
public:
    /// Opens the library in \p dataDir, which is made when it is missing. StorageFull, StorageBroken,
    /// NewerFormat.
    [[nodiscard]] static Result<Library> open(const std::filesystem::path &dataDir,
                                              LibraryOptions options = {});
    Library(Library &&) noexcept;
    Library &operator=(Library &&) noexcept;
    ~Library();

    // What is here

    /// Every course that is installed, offered or being fetched, by id.
    [[nodiscard]] Result<std::vector<CourseEntry>> courses() const;
    /// One of courses(). NotFound.
    [[nodiscard]] Result<CourseEntry> entry(const CourseId &id) const;
    /// The whole installed course with its pages, kept in memory until another version replaces it (also by
    /// another Library on this folder). NotFound when it is not installed, Corrupt when its files were
    /// damaged: fetch it again.
    [[nodiscard]] Result<std::shared_ptr<const course::Course>> course(const CourseId &id);
    /// Where the bytes of a blob are: give this to a player or a picture. It may not exist.
    [[nodiscard]] std::filesystem::path blobPath(const std::string &sha256) const;
    [[nodiscard]] bool hasBlob(const std::string &sha256, std::uint64_t size) const;
    /// The key that signed the installed version: its id, and its name when the key is (still) trusted.
    struct Signature {
        std::string keyId;
        std::optional<TrustedKey> key;
        Time installed{};
    };
    [[nodiscard]] Result<Signature> signature(const CourseId &id) const;
    [[nodiscard]] Result<StorageFigures> storage() const;

    // Installing from a file

    /// Installs the course of \p package (opened with trustedKeys()), verifying every blob. Refuses an older
    /// version than the one here and other content under the same version (Conflict). StorageFull says how
    /// much is needed; nothing is written then. Cancelled, Corrupt, StorageBroken: the old version stays.
    /// Installing what is already here succeeds and repairs damaged files.
    [[nodiscard]] Result<CourseEntry> install(course::PackageReader &package,
                                              const course::Progress &progress = {});
    /// Opens \p file with trustedKeys() and installs it.
    [[nodiscard]] Result<CourseEntry> installFile(const std::filesystem::path &file,
                                                  const course::Progress &progress = {});
    /// Removes the course's files from this device; progress, statements and the catalogue stay. NotFound.
    [[nodiscard]] Status remove(const CourseId &id);

    // Fetching from a server, step by step; core/sync/download.h does it

    /// Begins (or goes on with) fetching the course whose manifest is \p manifestBytes: verifies the
    /// signature, reads it, checks the version rules and the room on the disk, and remembers it, so that a
    /// later start can go on. NotTrusted, NewerFormat (noted: courses() then says needsNewerApp), Conflict,
    /// StorageFull, InvalidInput.
    [[nodiscard]] Result<Incoming> begin(const CourseId &id, const std::string &manifestBytes,
                                         const std::string &signatureBytes);
    /// Remembers that \p person asked for \p course, until it is installed or the wish is taken back.
    [[nodiscard]] Status wish(const CourseId &course, const PersonId &person);
    /// Ends a wish; what arrived is kept (abandon() drops it).
    [[nodiscard]] Status endWish(const CourseId &course);
    /// Wishes, the oldest first.
    [[nodiscard]] Result<std::vector<Wish>> wishes() const;
    [[nodiscard]] Result<Incoming> incoming(const CourseId &id) const;
    /// The bytes of \p sha256 that are here already, and from which version of the server's file.
    [[nodiscard]] Result<PartialBlob> partial(const std::string &sha256) const;
    /// Notes from which version of the server's file the part of \p sha256 is. \p restart throws away what is
    /// there.
    [[nodiscard]] Status notePartial(const std::string &sha256, const std::string &etag, bool restart);
    /// Verifies the whole part against \p sha256 and its size and gives it its name. Corrupt: the part is
    /// thrown away.
    [[nodiscard]] Status place(const course::BlobRef &blob);
    /// Installs what begin() began, once nothing is lacking. InvalidInput when something is.
    [[nodiscard]] Result<CourseEntry> finish(const CourseId &id);
    /// Forgets what begin() began, its parts and the wish. Nothing to forget is fine.
    [[nodiscard]] Status abandon(const CourseId &id);

    // What the server said

    /// Replaces the copy of the catalogue. Courses no longer offered stay when they are installed.
    [[nodiscard]] Status setCatalogue(const Catalogue &catalogue);
    [[nodiscard]] Result<Catalogue> catalogue() const;
    [[nodiscard]] Status setAssignments(const PersonId &person, const Assignments &assignments);
    [[nodiscard]] Result<Assignments> assignments(const PersonId &person) const;
    /// Forgets the assignments of somebody who left this device.
    [[nodiscard]] Status forgetPerson(const PersonId &person);
    /// Notes the files of an offered version, so that courses() can say what an update downloads to the byte.
    /// The manifest is read, but not yet trusted. NewerFormat is noted like begin() does.
    [[nodiscard]] Status noteOffer(const CourseId &id, const std::string &manifestBytes);
    /// Installed courses with an update whose manifest noteOffer() has not seen.
    [[nodiscard]] Result<std::vector<CourseId>> unseenUpdates() const;
    /// Covers of the catalogue that are not here, small first.
    [[nodiscard]] Result<std::vector<Cover>> lackingCovers() const;
    /// Keeps a cover that arrived whole; also while its course is being fetched elsewhere. Corrupt when the
    /// bytes are others than \p cover names. StorageFull, StorageBroken.
    [[nodiscard]] Status keepCover(const Cover &cover, std::string_view bytes);

    // Whom to believe

    /// Built-in keys, the nodes', and those a person accepted.
    [[nodiscard]] Result<std::vector<TrustedKey>> trusted() const;
    [[nodiscard]] Result<course::TrustedKeys> trustedKeys() const;
    /// Accepts \p key on a person's word.
    [[nodiscard]] Status trust(const course::PublicKey &key);
    /// Replaces the keys that came from the server \p baseUrl.
    [[nodiscard]] Status setNodeKeys(const std::string &baseUrl, std::span<const course::PublicKey> keys);
    /// Takes back trust(). Built-in and node keys stay. Nothing to take back is fine.
    [[nodiscard]] Status distrust(const std::string &keyId);

    // Looking for words

    /// Where all words of \p query occur in installed courses (titles, summaries, pages) and in the titles
    /// and summaries of offered ones: hits written exactly as asked first, then by weight (titles before
    /// pages). Empty for no word.
    [[nodiscard]] Result<std::vector<SearchHit>> search(std::string_view query, std::size_t limit = 50) const;

    /// Removes files that no installed course, catalogue cover or pending download refers to. Returns bytes
    /// freed. Called by install, finish, remove and abandon, too.
    [[nodiscard]] Result<std::uint64_t> collectGarbage();

    struct State; ///< core/library/library_state.h; for this folder only

private:
    explicit Library(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace kapok::library
