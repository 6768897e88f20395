// SPDX-License-Identifier: Apache-2.0
#include "core/roster/roster.h"

namespace kapok::roster {
namespace {

constexpr const char *kColumns =
    "SELECT course, version, iri, lessons, entry, manifest_sha256, manifest, signature, "
    "published FROM course_version WHERE newest = 1 ";

CourseVersion versionIn(const store::Query &row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            static_cast<int>(row.integer(3)),
            row.text(4),
            row.text(5),
            row.blob(6),
            row.blob(7),
            Time(std::chrono::milliseconds(row.integer(8)))};
}

} // namespace

Status Roster::trustKey(const TrustedKey &key)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->run("INSERT INTO trusted_key (id, public_key, name) VALUES (?1, ?2, ?3) "
                         "ON CONFLICT DO UPDATE SET public_key = ?2, name = ?3",
                         {key.id, key.publicKey, key.name});
}

Result<std::vector<TrustedKey>> Roster::trustedKeys()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->query("SELECT id, public_key, name FROM trusted_key ORDER BY id")
        .all([](const store::Query &row) {
            return TrustedKey{row.text(0), row.text(1), row.text(2)};
        });
}

Status Roster::publish(const CourseVersion &version, std::span<const BlobInfo> blobs,
                       int (*compare)(const std::string &, const std::string &))
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(
        const auto same,
        database
            ->query("SELECT manifest_sha256 FROM course_version WHERE course = ? AND version = ?",
                    {version.course, version.version})
            .one([](const store::Query &row) { return row.text(0); }));
    if (same && *same != version.manifestSha256)
        return Error{ErrorCode::Conflict,
                     "Version " + version.version + " of " + version.course +
                         " is published with other content; give the new one a higher version."};
    if (same)
        return success();
    KAPOK_TRY_ASSIGN(
        const auto newest,
        database
            ->query("SELECT version FROM course_version WHERE course = ? AND newest = 1", {version.course})
            .one([](const store::Query &row) { return row.text(0); }));
    if (newest && compare(version.version, *newest) < 0)
        return Error{ErrorCode::Conflict,
                     "Version " + *newest + " of " + version.course + " is newer and published."};
    KAPOK_TRY(database->run("UPDATE course_version SET newest = 0 WHERE course = ?", {version.course}));
    KAPOK_TRY(database->run(
        "INSERT INTO course_version (course, version, iri, lessons, newest, published, entry, "
        "manifest_sha256, manifest, signature) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
        {version.course, version.version, version.iri, version.lessons, now(), version.entry,
         version.manifestSha256, store::Blob{version.manifest}, store::Blob{version.signature}}));
    for (const BlobInfo &blob : blobs)
        KAPOK_TRY(database->run(
            "INSERT INTO blob (sha256, size, media_type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            {blob.sha256, blob.size, blob.mediaType}));
    return transaction.commit();
}

Result<std::vector<CourseVersion>> Roster::catalogue()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->query(std::string(kColumns) + "ORDER BY course").all(versionIn);
}

Result<CourseVersion> Roster::course(const std::string &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto found,
                     database->query(std::string(kColumns) + "AND course = ?", {id}).one(versionIn));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no such course in this catalogue."};
    return *std::move(found);
}

Result<BlobInfo> Roster::blob(const std::string &sha256)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        auto found,
        database->query("SELECT sha256, size, media_type FROM blob WHERE sha256 = ?", {sha256})
            .one([](const store::Query &row) {
                return BlobInfo{row.text(0), static_cast<std::uint64_t>(row.integer(1)), row.text(2)};
            }));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no such file here."};
    return *std::move(found);
}

} // namespace kapok::roster
