// SPDX-License-Identifier: Apache-2.0
#include "core/library/library_state.h"

#include "core/base/hash.h"
#include "core/library/install_lock.h"
#include "core/library/search_index.h"

namespace kapok::library {

using store::Query;
using store::Transaction;

const char *toString(Source source)
{
    return source == Source::Server ? "server" : "file";
}

Result<Wanted> readWanted(const std::string &manifestBytes, const std::string &signatureBytes,
                          const course::TrustedKeys &keys)
{
    KAPOK_TRY(course::verifyManifest(manifestBytes, signatureBytes, keys));
    KAPOK_TRY_ASSIGN(auto manifest, course::parseManifest(manifestBytes));
    return Wanted{std::move(manifest), manifestBytes, sha256(manifestBytes), signatureBytes};
}

Library::State::State(store::Database opened, BlobStore store, LibraryOptions given)
    : database(std::move(opened)),
      blobs(std::move(store)),
      options(std::move(given)),
      lockFile(blobs.root() / "install.lock"),
      coverLockFile(blobs.root() / "cover.lock")
{}

Time Library::State::now() const
{
    return options.clock ? options.clock->now() : systemClock.now();
}

Status Library::State::step(InstallStep step) const
{
    return options.beforeStep ? options.beforeStep(step) : success();
}

Status Library::State::checkVersion(const Wanted &wanted)
{
    const auto &course = wanted.manifest.course;
    KAPOK_TRY_ASSIGN(
        const auto here,
        database.query("SELECT version, manifest_sha256 FROM course WHERE id = ?", {course.id.value})
            .one([](const Query &row) { return std::pair(row.text(0), row.text(1)); }));
    if (!here)
        return success();
    const int order = course::compareVersions(course.version, here->first);
    if (order < 0)
        return Error{ErrorCode::Conflict, "This is version " + course.version + " of the course " +
                                              course.id.value + ", and this device has the newer " +
                                              here->first + ". The newer one stays."};
    if (order == 0 && here->second != wanted.manifestSha256)
        return Error{ErrorCode::Conflict,
                     "This device has the course " + course.id.value + " in version " + course.version +
                         " with other content. Ask the publisher for a new version number."};
    return success();
}

Result<bool> Library::State::isInstalled(const Wanted &wanted)
{
    KAPOK_TRY_ASSIGN(const auto found, database
                                           .query("SELECT 1 FROM course WHERE id = ? AND manifest_sha256 = ?",
                                                  {wanted.manifest.course.id.value, wanted.manifestSha256})
                                           .one([](const Query &) { return true; }));
    return found.has_value();
}

std::vector<course::BlobRef> Library::State::lacking(const course::Manifest &manifest, bool readAll) const
{
    std::vector<course::BlobRef> out;
    for (const auto &blob : manifest.blobs) {
        const bool here = blobs.has(blob.sha256, blob.size);
        if (here && (!readAll || blobs.isWhole(blob.sha256, blob.size)))
            continue;
        if (here)
            blobs.removeBlob(blob.sha256);
        out.push_back(blob);
    }
    return out;
}

Status Library::State::checkRoom(std::uint64_t bytes, const CourseId &course) const
{
    KAPOK_TRY_ASSIGN(const auto room, options.freeSpace(blobs.root()));
    if (room >= bytes + kSpareBytes)
        return success();
    const auto megabytes = [](std::uint64_t count) { return std::to_string((count + 999'999) / 1'000'000); };
    return Error{ErrorCode::StorageFull, "The course " + course.value + " needs " +
                                             megabytes(bytes + kSpareBytes) + " MB of room and " +
                                             std::to_string(room / 1'000'000) +
                                             " MB are free. Remove a course or other files."};
}

Status Library::State::remember(const Wanted &wanted, Source source, std::uint64_t total)
{
    const std::string &id = wanted.manifest.course.id.value;
    KAPOK_TRY(database.run("DELETE FROM incoming WHERE course = ? AND source = ?", {id, toString(source)}));
    KAPOK_TRY(database.run(
        "INSERT INTO incoming (course, source, version, manifest_sha256, manifest, signature, total)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {id, toString(source), wanted.manifest.course.version, wanted.manifestSha256,
         store::Blob{wanted.manifestBytes}, store::Blob{wanted.signature}, total}));
    for (const auto &blob : wanted.manifest.blobs)
        KAPOK_TRY(database.run("INSERT INTO incoming_blob (course, source, sha256, size) VALUES (?, ?, ?, ?)",
                               {id, toString(source), blob.sha256, blob.size}));
    return success();
}

Status Library::State::forget(const CourseId &course, Source source)
{
    return database.run("DELETE FROM incoming WHERE course = ? AND source = ?",
                        {course.value, toString(source)});
}

Status Library::State::switchTo(const Wanted &wanted, Source source)
{
    const auto read = [this](const std::string &hash) { return blobs.read(hash); };
    KAPOK_TRY_ASSIGN(const auto course, course::assemble(wanted.manifest, read));
    KAPOK_TRY_ASSIGN(const auto keyId, course::signingKeyId(wanted.signature));
    const std::string card = toJson(cardOf(wanted.manifest, wanted.manifestSha256)).dump();
    KAPOK_TRY(blobs.syncNames());
    KAPOK_TRY(step(InstallStep::BeforeSwitch));
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(database));
    KAPOK_TRY(checkVersion(wanted)); // somebody else may have installed meanwhile
    KAPOK_TRY(database.run("DELETE FROM course WHERE id = ?", {course.id.value}));
    KAPOK_TRY(database.run(
        "INSERT INTO course (id, version, manifest_sha256, manifest, signature, key_id, card, installed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {course.id.value, course.version, wanted.manifestSha256, store::Blob{wanted.manifestBytes},
         store::Blob{wanted.signature}, keyId, card, now().time_since_epoch().count()}));
    for (const auto &blob : wanted.manifest.blobs)
        KAPOK_TRY(database.run("INSERT INTO course_blob (course, sha256, size) VALUES (?, ?, ?)",
                               {course.id.value, blob.sha256, blob.size}));
    KAPOK_TRY(indexCourse(database, course));
    KAPOK_TRY(forget(course.id, source));
    KAPOK_TRY(step(InstallStep::BeforeCommit));
    return transaction.commit();
}

Status Library::State::noteNewerFormat(const CourseId &course)
{
    return database.run("INSERT OR REPLACE INTO newer_format (course, version, known)"
                        " SELECT course, version, ? FROM offered WHERE course = ?",
                        {course::kPackageFormat, course.value});
}

Result<Wanted> Library::State::remembered(const CourseId &course, Source source)
{
    struct Row {
        std::string manifest;
        std::string sha256;
        std::string signature;
    };
    KAPOK_TRY_ASSIGN(auto row, database
                                   .query("SELECT manifest, manifest_sha256, signature FROM incoming"
                                          " WHERE course = ? AND source = ?",
                                          {course.value, toString(source)})
                                   .one([](const Query &q) {
                                       return Row{q.blob(0), q.text(1), q.blob(2)};
                                   }));
    if (!row)
        return Error{ErrorCode::NotFound, "No download of the course " + course.value + " was begun."};
    KAPOK_TRY_ASSIGN(auto manifest, course::parseManifest(row->manifest));
    return Wanted{std::move(manifest), std::move(row->manifest), std::move(row->sha256),
                  std::move(row->signature)};
}

Status Library::State::forgetKilled()
{
    KAPOK_TRY_ASSIGN(const auto lock, InstallLock::tryTake(lockFile));
    if (!lock)
        return success();
    KAPOK_TRY_ASSIGN(const auto rows, database.query("SELECT course FROM incoming WHERE source = 'file'")
                                          .all([](const Query &row) { return row.text(0); }));
    std::vector<std::string> copies;
    blobs.forEachPart(Part::Copy, [&](const std::string &hash, std::uint64_t) { copies.push_back(hash); });
    for (const auto &hash : copies)
        blobs.removePart(hash, Part::Copy);
    if (rows.empty())
        return success();
    KAPOK_TRY(database.run("DELETE FROM incoming WHERE source = 'file'"));
    KAPOK_TRY_ASSIGN(const auto freed, collect());
    static_cast<void>(freed);
    return success();
}

Result<std::set<std::string>> Library::State::referenced()
{
    KAPOK_TRY_ASSIGN(const auto rows,
                     database
                         .query("SELECT sha256 FROM course_blob UNION SELECT sha256 FROM incoming_blob UNION"
                                " SELECT json_extract(card, '$.cover.sha256') FROM offered"
                                " WHERE json_extract(card, '$.cover.sha256') IS NOT NULL UNION"
                                " SELECT json_extract(card, '$.cover_dark.sha256') FROM offered"
                                " WHERE json_extract(card, '$.cover_dark.sha256') IS NOT NULL")
                         .all([](const Query &row) { return row.text(0); }));
    return std::set<std::string>(rows.begin(), rows.end());
}

Result<std::uint64_t> Library::State::collect()
{
    // The transaction keeps begin() and install() of other connections from counting on what goes now.
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(database));
    KAPOK_TRY_ASSIGN(const auto keep, referenced());
    std::uint64_t freed = 0;
    std::vector<std::string> unused;
    std::vector<std::string> unusedParts;
    blobs.forEachBlob([&](const std::string &hash, std::uint64_t size) {
        if (keep.contains(hash))
            return;
        unused.push_back(hash);
        freed += size;
    });
    for (const Part part : {Part::Download, Part::Cover}) {
        blobs.forEachPart(part, [&](const std::string &hash, std::uint64_t size) {
            if (keep.contains(hash))
                return;
            unusedParts.push_back(hash);
            freed += size;
        });
    }
    for (const auto &hash : unused)
        blobs.removeBlob(hash);
    for (const auto &hash : unusedParts) {
        blobs.removePart(hash, Part::Download);
        blobs.removePart(hash, Part::Cover);
        KAPOK_TRY(database.run("DELETE FROM partial WHERE sha256 = ?", {hash}));
    }
    KAPOK_TRY(transaction.commit());
    return freed;
}

Result<std::pair<std::string, course::Manifest>> Library::State::installedManifest(const CourseId &course)
{
    KAPOK_TRY_ASSIGN(
        const auto row,
        database.query("SELECT manifest_sha256, manifest FROM course WHERE id = ?", {course.value})
            .one([](const Query &q) { return std::pair(q.text(0), q.blob(1)); }));
    if (!row)
        return Error{ErrorCode::NotFound, "The course " + course.value + " is not on this device."};
    KAPOK_TRY_ASSIGN(auto manifest, course::parseManifest(row->second));
    return std::pair(row->first, std::move(manifest));
}

} // namespace kapok::library
