// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/lrs/sqlite_statement_store.h"
#include "core/lrs/uuid_bytes.h"
#include "core/xapi/reader.h"

#include <nlohmann/json.hpp>
#include <openssl/sha.h>

namespace kapok::lrs {
namespace {

/// Rows of one place without its state id; 0 as registration is "none".
constexpr const char *kWhere =
    " FROM document d JOIN agent a ON a.id = d.agent JOIN activity c ON c.id = d.activity "
    "WHERE a.ifi = ?1 AND c.iri = ?2 AND ";
constexpr const char *kOne =
    "d.registration = ifnull((SELECT id FROM registration WHERE uuid = ?3), CASE WHEN length(?3) = 0 THEN 0 "
    "ELSE -1 END) AND d.state_id = ?4";

std::string sha1(const std::string &bytes)
{
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), digest);
    return toHex({reinterpret_cast<const char *>(digest), sizeof digest});
}

bool isJsonType(const std::string &contentType)
{
    return contentType.substr(0, contentType.find(';')) == "application/json";
}

Result<std::optional<Document>> read(store::Database &database, const DocumentPlace &place)
{
    const std::string registration = uuidBytes(place.registration);
    return database
        .query(std::string("SELECT d.content, d.content_type, d.etag, d.updated") + kWhere + kOne,
               {place.agent, place.activity, store::Blob{registration}, place.stateId})
        .one([](const store::Query &row) {
            return Document{row.blob(0), row.text(1), row.text(2), row.integer(3)};
        });
}

Status checkPreconditions(const DocumentChange &change, const std::optional<Document> &there)
{
    if (!change.ifMatch.empty() && (!there || (change.ifMatch != "*" && change.ifMatch != there->etag)))
        return Error{ErrorCode::Refused, "If-Match does not fit: the document is another one by now."};
    if (!change.ifNoneMatch.empty() && there &&
        (change.ifNoneMatch == "*" || change.ifNoneMatch == there->etag))
        return Error{ErrorCode::Refused, "If-None-Match does not fit: the document exists."};
    if (change.needsMatch && there && change.ifMatch.empty())
        return Error{ErrorCode::Conflict, "The document exists: name its ETag in If-Match to replace it."};
    return success();
}

Result<std::string> merged(const DocumentChange &change, const std::optional<Document> &there)
{
    if (isJsonType(change.contentType))
        KAPOK_TRY(xapi::parseJson(change.content));
    if (change.action != DocumentAction::Merge || !there)
        return change.content;
    auto mine = nlohmann::json::parse(there->content, nullptr, false);
    const auto theirs = nlohmann::json::parse(change.content, nullptr, false);
    if (!isJsonType(there->contentType) || !isJsonType(change.contentType) || !mine.is_object() ||
        !theirs.is_object())
        return Error{ErrorCode::InvalidInput, "$: only JSON objects can be merged; use PUT to replace"};
    mine.update(theirs);
    return mine.dump();
}

} // namespace

void SqliteStatementStore::change(DocumentChange change, Done done)
{
    m_writer->submit([this, change = std::move(change)](
                         store::Database &database) { return applyChange(database, change); },
                     std::move(done));
}

Status SqliteStatementStore::applyChange(store::Database &database, const DocumentChange &change)
{
    const DocumentPlace &place = change.place;
    const std::string registration = uuidBytes(place.registration);
    KAPOK_TRY_ASSIGN(const auto there, read(database, place));
    KAPOK_TRY(checkPreconditions(change, there));
    if (change.action == DocumentAction::Delete) {
        const bool all = place.stateId.empty();
        const std::string which =
            !all ? kOne
            : registration.empty()
                ? "?3 IS NOT NULL AND ?4 = ''"
                : "d.registration = (SELECT id FROM registration WHERE uuid = ?3) AND ?4 = ''";
        return database.run(std::string("DELETE FROM document WHERE id IN (SELECT d.id") + kWhere + which +
                                ")",
                            {place.agent, place.activity, store::Blob{registration}, place.stateId});
    }
    KAPOK_TRY_ASSIGN(const std::string content, merged(change, there));
    KAPOK_TRY_ASSIGN(const auto agent, intern(database, Kind::Agent, place.agent));
    KAPOK_TRY_ASSIGN(const auto activity, intern(database, Kind::Activity, place.activity));
    std::int64_t row = 0;
    if (!registration.empty()) {
        KAPOK_TRY_ASSIGN(row, intern(database, Kind::Registration, registration));
    }
    return database.run(
        "INSERT INTO document (agent, activity, registration, state_id, content_type, etag, updated, "
        "content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (agent, activity, registration, "
        "state_id) DO UPDATE SET content_type = ?5, etag = ?6, updated = ?7, content = ?8",
        {agent, activity, row, place.stateId, change.contentType, sha1(content), m_writer->nextStored(),
         store::Blob{content}});
}

Result<Document> SqliteStatementStore::document(const DocumentPlace &place)
{
    KAPOK_TRY_ASSIGN(auto database, m_readers.take());
    KAPOK_TRY_ASSIGN(auto found, read(*database, place));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no document with this stateId."};
    return *std::move(found);
}

Result<std::vector<std::string>> SqliteStatementStore::documentIds(const DocumentPlace &place,
                                                                   std::optional<Instant> since)
{
    KAPOK_TRY_ASSIGN(auto database, m_readers.take());
    const std::string registration = uuidBytes(place.registration);
    const std::string which = registration.empty()
                                  ? "length(?3) = 0"
                                  : "d.registration = (SELECT id FROM registration WHERE uuid = ?3)";
    return database
        ->query(std::string("SELECT DISTINCT d.state_id") + kWhere + which +
                    " AND d.updated > ?4 ORDER BY d.state_id",
                {place.agent, place.activity, store::Blob{registration}, since.value_or(0)})
        .all([](const store::Query &row) { return row.text(0); });
}

} // namespace kapok::lrs
