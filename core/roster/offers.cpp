// SPDX-License-Identifier: Apache-2.0
#include "core/roster/roster.h"
#include "core/roster/rows.h"
#include "core/tally/tally.h"

#include <algorithm>

namespace kapok::roster {
namespace {

using store::Database;
using store::Query;

constexpr const char *kVersionColumns =
    "SELECT course, version, iri, lessons, published, entry, manifest_sha256, manifest, signature"
    " FROM course_version";

CourseVersion versionAt(const Query &row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            static_cast<int>(row.integer(3)),
            timeAt(row, 4).value_or(Time{}),
            row.text(5),
            row.text(6),
            row.blob(7),
            row.blob(8)};
}

/// The IRI that statements of a course have: of the version that is offered.
Result<std::string> offeredIri(Database &database, const std::string &course)
{
    KAPOK_TRY_ASSIGN(
        auto iri, database.query("SELECT iri FROM course_version WHERE course = ? AND newest = 1", {course})
                      .one([](const Query &row) { return row.text(0); }));
    return std::move(iri).value_or("");
}

/// Whether anybody was in a course with this IRI.
Result<bool> hasFigures(Database &database, const std::string &iri)
{
    KAPOK_TRY_ASSIGN(const auto found, database
                                           .query("SELECT 1 FROM activity a JOIN figure f ON f.course = a.id"
                                                  " WHERE a.iri = ? LIMIT 1",
                                                  {iri})
                                           .one([](const Query &) { return true; }));
    return found.has_value();
}

Status insertVersion(Database &database, const CourseVersion &version, const std::vector<BlobInfo> &blobs,
                     bool isNewest)
{
    if (isNewest)
        KAPOK_TRY(database.run("UPDATE course_version SET newest = 0 WHERE course = ?", {version.course}));
    KAPOK_TRY(database.run("INSERT INTO course_version (course, version, iri, lessons, newest, published,"
                           " entry, manifest_sha256, manifest, signature) VALUES (?,?,?,?,?,?,?,?,?,?)",
                           {version.course, version.version, version.iri, version.lessons, isNewest,
                            milliseconds(version.published), version.entry, version.manifestSha256,
                            store::Blob{version.manifest}, store::Blob{version.signature}}));
    for (const auto &blob : blobs)
        KAPOK_TRY(database.run("INSERT INTO blob (sha256, size, media_type) VALUES (?, ?, ?)"
                               " ON CONFLICT DO NOTHING",
                               {blob.sha256, blob.size, blob.mediaType}));
    return success();
}

} // namespace

Result<std::string> Roster::assign(const NewAssignment &assignment)
{
    if (assignment.unit.empty() == assignment.person.empty())
        return Error{ErrorCode::InvalidInput, "An assignment is for one unit or for one person."};
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    std::optional<std::int64_t> unit;
    std::optional<std::int64_t> person;
    if (!assignment.unit.empty()) {
        KAPOK_TRY_ASSIGN(unit, unitNumber(*database, assignment.unit));
    } else {
        KAPOK_TRY_ASSIGN(person, personNumber(*database, assignment.person));
    }
    tally::Change change(*database);
    if (person)
        KAPOK_TRY(change.ofPerson(*person));
    const Time now = m_clock.now();
    const store::Value due = assignment.due ? store::Value(milliseconds(*assignment.due)) : nullptr;
    const std::string programme = toJsonText(assignment.programme);
    KAPOK_TRY_ASSIGN(auto id,
                     database
                         ->query("UPDATE assignment SET due = ?, programme = ? WHERE course = ?"
                                 " AND coalesce(unit, 0) = ? AND coalesce(person, 0) = ?"
                                 " RETURNING uuid",
                                 {due, programme, assignment.course, unit.value_or(0), person.value_or(0)})
                         .one([](const Query &row) { return row.text(0); }));
    if (!id) {
        id = uuidV7(milliseconds(now));
        KAPOK_TRY(
            database->run("INSERT INTO assignment (uuid, course, unit, person, due, assigned, programme)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?)",
                          {*id, assignment.course, unit, person, due, milliseconds(now), programme}));
    }
    KAPOK_TRY(change.finish());
    if (unit)
        KAPOK_TRY(tally::markBranch(*database, *unit, assignment.course));
    KAPOK_TRY(transaction.commit());
    if (const Status counted = tally::countMarked(*database); !counted.ok())
        return Error{counted.error().code,
                     "The course is assigned, but not all figures count it yet: " + counted.error().detail +
                         " A server counts them as soon as it can."};
    return *std::move(id);
}

Result<std::vector<Assignment>> Roster::assignmentsOf(const PersonId &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto rows,
                     database
                         ->query("WITH RECURSIVE above (id) AS (SELECT unit FROM person WHERE uuid = ?1"
                                 " UNION SELECT u.parent FROM unit u JOIN above a ON u.id = a.id"
                                 "  WHERE u.parent IS NOT NULL)"
                                 " SELECT a.uuid, a.course, a.due, a.assigned, u.uuid, a.programme"
                                 " FROM assignment a LEFT JOIN unit u ON u.id = a.unit"
                                 " WHERE a.unit IN (SELECT id FROM above)"
                                 "  OR a.person = (SELECT id FROM person WHERE uuid = ?1)"
                                 " ORDER BY a.course, a.due IS NULL, a.due, a.id",
                                 {id.value})
                         .all([](const Query &row) {
                             return Assignment{row.text(0),    row.text(1),
                                               timeAt(row, 2), timeAt(row, 3).value_or(Time{}),
                                               {row.text(4)},  localizedText(row.text(5))};
                         }));
    const auto repeats = std::unique(rows.begin(), rows.end(), [](const Assignment &a, const Assignment &b) {
        return a.course == b.course;
    });
    rows.erase(repeats, rows.end());
    return rows;
}

Status Roster::trust(const TrustedKey &key)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->run("INSERT INTO trusted_key (id, public_key, name) VALUES (?, ?, ?)"
                         " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                         {key.id, key.publicKey, key.name});
}

Result<std::vector<TrustedKey>> Roster::trustedKeys()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->query("SELECT id, public_key, name FROM trusted_key ORDER BY id")
        .all([](const Query &row) {
            return TrustedKey{row.text(0), row.text(1), row.text(2)};
        });
}

Result<bool> Roster::publish(const CourseVersion &version, const std::vector<BlobInfo> &blobs, bool isNewest)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(
        const auto there,
        database
            ->query("SELECT manifest_sha256 FROM course_version WHERE course = ? AND version = ?",
                    {version.course, version.version})
            .one([](const Query &row) { return row.text(0); }));
    if (there && *there != version.manifestSha256)
        return Error{ErrorCode::Conflict, "Version " + version.version + " of " + version.course +
                                              " is published already with other content; raise the version."};
    if (there)
        return false;
    KAPOK_TRY_ASSIGN(const std::string before, offeredIri(*database, version.course));
    KAPOK_TRY(insertVersion(*database, version, blobs, isNewest));
    KAPOK_TRY_ASSIGN(const std::string after, offeredIri(*database, version.course));
    KAPOK_TRY_ASSIGN(const bool wasUsed, hasFigures(*database, before));
    KAPOK_TRY_ASSIGN(const bool isUsed, hasFigures(*database, after));
    if (before != after && (wasUsed || isUsed))
        KAPOK_TRY(tally::recountEverything(*database)); // other statements count for this course now
    KAPOK_TRY(transaction.commit());
    return true;
}

Result<CourseVersion> Roster::offered(const std::string &course)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        auto found,
        database->query(std::string(kVersionColumns) + " WHERE course = ? AND newest = 1", {course})
            .one(versionAt));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no such course in this catalogue."};
    return *std::move(found);
}

Result<std::vector<std::string>> Roster::catalogue()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->query("SELECT entry FROM course_version WHERE newest = 1 ORDER BY course")
        .all([](const Query &row) { return row.text(0); });
}

Result<std::vector<CourseVersion>> Roster::allOffered()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database->query(std::string(kVersionColumns) + " WHERE newest = 1 ORDER BY course").all(versionAt);
}

Result<BlobInfo> Roster::blob(const std::string &sha256)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        auto found,
        database->query("SELECT sha256, size, media_type FROM blob WHERE sha256 = ?", {sha256})
            .one([](const Query &row) {
                return BlobInfo{row.text(0), static_cast<std::uint64_t>(row.integer(1)), row.text(2)};
            }));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no file with this hash."};
    return *std::move(found);
}

} // namespace kapok::roster
