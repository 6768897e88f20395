// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/library/install_lock.h"
#include "core/library/library_state.h"
#include "core/library/search_index.h"

#include <algorithm>

namespace kapok::library {
namespace {

using store::Query;
using store::Transaction;

/// What `trusted_key.source` holds for keys that a person accepted; a node's address never looks like this.
constexpr const char *kByPerson = "person";

Result<std::optional<std::string>> storedCard(Library::State &state, const CourseId &id)
{
    return state.database.query("SELECT card FROM offered WHERE course = ?", {id.value})
        .one([](const Query &row) { return row.text(0); });
}

Result<bool> isHere(Library::State &state, const CourseId &id)
{
    KAPOK_TRY_ASSIGN(const auto found, state.database.query("SELECT 1 FROM course WHERE id = ?", {id.value})
                                           .one([](const Query &) { return true; }));
    return found.has_value();
}

Status offer(Library::State &state, const CatalogueEntry &entry)
{
    const std::string card = toJson(entry).dump();
    KAPOK_TRY_ASSIGN(const auto before, storedCard(state, entry.id));
    if (before == card)
        return success();
    KAPOK_TRY(state.database.run("DELETE FROM offered WHERE course = ?", {entry.id.value}));
    KAPOK_TRY(state.database.run("INSERT INTO offered (course, version, size, card) VALUES (?, ?, ?, ?)",
                                 {entry.id.value, entry.version, entry.size, card}));
    return showOffer(state, entry.id);
}

Status withdrawOthers(Library::State &state, const std::vector<CatalogueEntry> &kept)
{
    KAPOK_TRY_ASSIGN(const auto all,
                     state.database.query("SELECT course FROM offered").all([](const Query &row) {
                         return CourseId{row.text(0)};
                     }));
    for (const auto &id : all) {
        if (std::any_of(kept.begin(), kept.end(),
                        [&](const CatalogueEntry &entry) { return entry.id == id; }))
            continue;
        KAPOK_TRY(state.database.run("DELETE FROM offered WHERE course = ?", {id.value}));
        KAPOK_TRY(showOffer(state, id));
    }
    return success();
}

} // namespace

Status showOffer(Library::State &state, const CourseId &id)
{
    KAPOK_TRY_ASSIGN(const bool here, isHere(state, id));
    if (here)
        return success();
    KAPOK_TRY_ASSIGN(const auto json, storedCard(state, id));
    if (!json)
        return forgetPlaces(state.database, id);
    KAPOK_TRY_ASSIGN(const auto card, readCard(*json));
    return indexOffer(state.database, card);
}

Status Library::setCatalogue(const Catalogue &catalogue)
{
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(m_state->database));
    KAPOK_TRY(m_state->database.run("INSERT OR REPLACE INTO catalogue (id, as_of, etag) VALUES (1, ?, ?)",
                                    {catalogue.asOf.time_since_epoch().count(), catalogue.etag}));
    for (const auto &entry : catalogue.courses)
        KAPOK_TRY(offer(*m_state, entry));
    KAPOK_TRY(withdrawOthers(*m_state, catalogue.courses));
    return transaction.commit();
}

Result<Catalogue> Library::catalogue() const
{
    Catalogue out;
    KAPOK_TRY_ASSIGN(
        const auto head,
        m_state->database.query("SELECT as_of, etag FROM catalogue WHERE id = 1").one([](const Query &row) {
            return std::pair(row.integer(0), row.text(1));
        }));
    if (head) {
        out.asOf = Time(std::chrono::milliseconds(head->first));
        out.etag = head->second;
    }
    KAPOK_TRY_ASSIGN(const auto cards, m_state->database.query("SELECT card FROM offered ORDER BY course")
                                           .all([](const Query &row) { return row.text(0); }));
    for (const auto &json : cards) {
        KAPOK_TRY_ASSIGN(auto card, readCard(json));
        out.courses.push_back(std::move(card));
    }
    return out;
}

Status Library::setAssignments(const PersonId &person, const Assignments &assignments)
{
    const std::string list = toJson(assignments).dump();
    std::optional<std::int64_t> asOf;
    if (assignments.asOf)
        asOf = assignments.asOf->time_since_epoch().count();
    return m_state->database.run("INSERT OR REPLACE INTO assignments (person, as_of, list) VALUES (?, ?, ?)",
                                 {person.value, asOf, list});
}

Result<Assignments> Library::assignments(const PersonId &person) const
{
    KAPOK_TRY_ASSIGN(const auto row,
                     m_state->database.query("SELECT list FROM assignments WHERE person = ?", {person.value})
                         .one([](const Query &q) { return q.text(0); }));
    if (!row)
        return Assignments{};
    const auto json = nlohmann::json::parse(*row, nullptr, false);
    return readAssignments(json);
}

Status Library::forgetPerson(const PersonId &person)
{
    return m_state->database.run("DELETE FROM assignments WHERE person = ?", {person.value});
}

Status Library::noteOffer(const CourseId &id, const std::string &manifestBytes)
{
    const auto manifest = course::parseManifest(manifestBytes);
    if (!manifest.ok()) {
        if (manifest.error().code == ErrorCode::NewerFormat)
            KAPOK_TRY(m_state->noteNewerFormat(id));
        return manifest.error();
    }
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(m_state->database));
    KAPOK_TRY(m_state->database.run("DELETE FROM offered_blob WHERE course = ?", {id.value}));
    for (const auto &blob : manifest->blobs)
        KAPOK_TRY(m_state->database.run("INSERT INTO offered_blob (course, sha256, size)"
                                        " SELECT course, ?, ? FROM offered WHERE course = ? AND version = ?",
                                        {blob.sha256, blob.size, id.value, manifest->course.version}));
    return transaction.commit();
}

Result<std::vector<CourseId>> Library::unseenUpdates() const
{
    KAPOK_TRY_ASSIGN(
        const auto rows,
        m_state->database
            .query("SELECT o.course, o.version, c.version FROM offered o JOIN course c ON c.id = o.course"
                   " WHERE NOT EXISTS (SELECT 1 FROM offered_blob b WHERE b.course = o.course)"
                   " AND NOT EXISTS (SELECT 1 FROM newer_format n WHERE n.course = o.course"
                   " AND n.version = o.version AND n.known = ?)",
                   {course::kPackageFormat})
            .all([](const Query &row) {
                return std::array{row.text(0), row.text(1), row.text(2)};
            }));
    std::vector<CourseId> out;
    for (const auto &[id, offered, here] : rows) {
        if (course::compareVersions(here, offered) < 0)
            out.push_back({id});
    }
    return out;
}

Result<std::vector<Cover>> Library::lackingCovers() const
{
    KAPOK_TRY_ASSIGN(const auto offers, catalogue());
    std::vector<Cover> out;
    for (const auto &entry : offers.courses) {
        for (const Cover &cover : {entry.cover, entry.coverDark}) {
            if (!cover.empty() && !hasBlob(cover.sha256, cover.size))
                out.push_back(cover);
        }
    }
    std::sort(out.begin(), out.end(), [](const Cover &a, const Cover &b) {
        return std::pair(a.size, a.sha256) < std::pair(b.size, b.sha256);
    });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Status Library::keepCover(const Cover &cover, std::string_view bytes)
{
    if (bytes.size() != cover.size || sha256(bytes) != cover.sha256)
        return Error{ErrorCode::Corrupt,
                     "The cover " + cover.sha256 + " did not arrive as it was published."};
    KAPOK_TRY_ASSIGN(const auto lock, InstallLock::take(m_state->coverLockFile));
    const BlobStore &blobs = m_state->blobs;
    if (blobs.has(cover.sha256, cover.size))
        return success();
    KAPOK_TRY_ASSIGN(auto part, PartWriter::create(blobs.partPath(cover.sha256, Part::Cover)));
    KAPOK_TRY(part.write(bytes));
    return blobs.place(cover.sha256, Part::Cover);
}

Result<std::vector<TrustedKey>> Library::trusted() const
{
    std::vector<TrustedKey> out;
    for (const auto &key : m_state->options.builtInKeys)
        out.push_back({key, TrustSource::BuiltIn});
    KAPOK_TRY_ASSIGN(
        const auto rows,
        m_state->database.query("SELECT public_key, name, source FROM trusted_key ORDER BY source, id")
            .all([](const Query &row) {
                return std::array{row.blob(0), row.text(1), row.text(2)};
            }));
    for (const auto &[bytes, name, source] : rows) {
        TrustedKey key;
        if (bytes.size() != key.key.bytes.size())
            return Error{ErrorCode::Corrupt, "A trusted key in library.db has a wrong length."};
        std::copy(bytes.begin(), bytes.end(), key.key.bytes.begin());
        key.key.name = name;
        key.source = source == kByPerson ? TrustSource::Person : TrustSource::Node;
        out.push_back(std::move(key));
    }
    return out;
}

Result<course::TrustedKeys> Library::trustedKeys() const
{
    KAPOK_TRY_ASSIGN(const auto all, trusted());
    course::TrustedKeys keys;
    for (const auto &key : all)
        keys.add(key.key);
    return keys;
}

namespace {

Status addKey(Library::State &state, const course::PublicKey &key, const std::string &source)
{
    const std::string bytes(key.bytes.begin(), key.bytes.end());
    return state.database.run(
        "INSERT OR REPLACE INTO trusted_key (id, source, public_key, name) VALUES (?, ?, ?, ?)",
        {key.id(), source, store::Blob{bytes}, key.name});
}

} // namespace

Status Library::trust(const course::PublicKey &key)
{
    return addKey(*m_state, key, kByPerson);
}

Status Library::setNodeKeys(const std::string &baseUrl, std::span<const course::PublicKey> keys)
{
    if (baseUrl == kByPerson)
        return Error{ErrorCode::InvalidInput, "A node's address is needed, such as https://kapok.example."};
    KAPOK_TRY_ASSIGN(auto transaction, Transaction::begin(m_state->database));
    KAPOK_TRY(m_state->database.run("DELETE FROM trusted_key WHERE source = ?", {baseUrl}));
    for (const auto &key : keys)
        KAPOK_TRY(addKey(*m_state, key, baseUrl));
    return transaction.commit();
}

Status Library::distrust(const std::string &keyId)
{
    return m_state->database.run("DELETE FROM trusted_key WHERE id = ? AND source = ?", {keyId, kByPerson});
}

} // namespace kapok::library
