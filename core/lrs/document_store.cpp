// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/document_store.h"

#include "core/base/hash.h"
#include "core/lrs/agents.h"
#include "core/lrs/interning.h"
#include "core/lrs/json_slices.h"
#include "core/xapi/reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

namespace kapok::lrs {
namespace {

using store::Database;
using store::Query;

std::string etagOf(std::string_view content)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(content.data(), content.size(), digest.data(), &size, EVP_sha1(), nullptr);
    return "\"" + toHex({reinterpret_cast<const char *>(digest.data()), size}) + "\"";
}

/// Which rows a StateQuery means, as numbers.
struct Place {
    std::int64_t agent = 0;
    std::int64_t activity = 0;
    std::int64_t registration = 0;
};

std::string agentOf(const xapi::StateQuery &query)
{
    return ifiOf(nlohmann::json::parse(query.agent, nullptr, false));
}

/// Nothing when a part was never stored.
Result<std::optional<Place>> findPlace(Database &database, const xapi::StateQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto agent, findAgent(database, agentOf(query)));
    KAPOK_TRY_ASSIGN(const auto activity, findActivity(database, query.activityId));
    std::optional<std::int64_t> registration = 0;
    if (query.registration) {
        KAPOK_TRY_ASSIGN(registration, findRegistration(database, query.registration->value));
    }
    std::optional<Place> place;
    if (agent && activity && registration)
        place = Place{*agent, *activity, *registration};
    return place;
}

Result<Place> makePlace(Database &database, const xapi::StateQuery &query)
{
    Place place;
    KAPOK_TRY_ASSIGN(place.agent, internAgent(database, agentOf(query)));
    KAPOK_TRY_ASSIGN(place.activity, internActivity(database, query.activityId));
    if (query.registration) {
        KAPOK_TRY_ASSIGN(place.registration, internRegistration(database, query.registration->value));
    }
    return place;
}

Result<std::optional<Document>> readDocument(Database &database, const Place &place,
                                             const std::string &stateId)
{
    return database
        .query("SELECT content_type, etag, updated, content FROM document"
               " WHERE agent = ? AND activity = ? AND registration = ? AND state_id = ?",
               {place.agent, place.activity, place.registration, stateId})
        .one([](const Query &row) {
            return Document{row.text(0), row.text(1), row.integer(2), row.blob(3)};
        });
}

bool names(const std::string &header, const std::string &etag)
{
    return header == "*" || header.find(etag) != std::string::npos;
}

Status check(const std::optional<Document> &document, const Preconditions &conditions)
{
    const bool matches =
        conditions.ifMatch.empty() || (document && names(conditions.ifMatch, document->etag));
    const bool differs =
        conditions.ifNoneMatch.empty() || !document || !names(conditions.ifNoneMatch, document->etag);
    if (matches && differs)
        return success();
    return Error{ErrorCode::Conflict, "The document is not the one that the request's ETag means."};
}

bool isJson(const std::string &contentType)
{
    return contentType.starts_with("application/json");
}

/// The members of \p added over those of \p base.
Result<std::string> mergedText(const Document &base, const std::string &contentType, const std::string &added)
{
    const auto old = xapi::parseJson(base.content);
    const auto now = xapi::parseJson(added);
    const bool mergeable = isJson(base.contentType) && isJson(contentType) && old.ok() && now.ok() &&
                           old->is_object() && now->is_object();
    if (!mergeable)
        return Error{ErrorCode::InvalidInput,
                     "Only JSON objects can be merged, and one of the two documents is none."};
    auto members = membersOf(base.content);
    for (const auto &member : membersOf(added)) {
        const auto same = std::find_if(members.begin(), members.end(),
                                       [&](const Member &other) { return other.key == member.key; });
        if (same == members.end())
            members.push_back(member);
        else
            same->text = member.text;
    }
    return objectFrom(members);
}

} // namespace

Result<Document> DocumentStore::get(const xapi::StateQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto place, findPlace(*database, query));
    std::optional<Document> document;
    if (place) {
        KAPOK_TRY_ASSIGN(document, readDocument(*database, *place, query.stateId));
    }
    if (!document)
        return Error{ErrorCode::NotFound, "There is no such document."};
    return *std::move(document);
}

Result<std::vector<std::string>> DocumentStore::list(const xapi::StateQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto place, findPlace(*database, query));
    if (!place)
        return std::vector<std::string>();
    const Micros since = query.since ? toMicros(*query.since) : 0;
    return database
        ->query("SELECT state_id FROM document WHERE agent = ? AND activity = ?"
                " AND (? OR registration = ?) AND updated > ? ORDER BY state_id",
                {place->agent, place->activity, !query.registration, place->registration, since})
        .all([](const Query &row) { return row.text(0); });
}

Result<std::string> DocumentStore::put(const xapi::StateQuery &query, const std::string &contentType,
                                       const std::string &content, const Preconditions &conditions)
{
    return write(query, contentType, content, conditions, false);
}

Result<std::string> DocumentStore::merge(const xapi::StateQuery &query, const std::string &contentType,
                                         const std::string &content, const Preconditions &conditions)
{
    return write(query, contentType, content, conditions, true);
}

Result<std::string> DocumentStore::write(const xapi::StateQuery &query, const std::string &contentType,
                                         const std::string &content, const Preconditions &conditions,
                                         bool merging)
{
    std::string etag;
    const auto work = [&](Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY_ASSIGN(const Place place, makePlace(database, query));
        KAPOK_TRY_ASSIGN(const auto old, readDocument(database, place, query.stateId));
        KAPOK_TRY(check(old, conditions));
        std::string whole = content;
        if (merging && old) {
            KAPOK_TRY_ASSIGN(whole, mergedText(*old, contentType, content));
        }
        etag = etagOf(whole);
        return database.run("INSERT INTO document (agent, activity, registration, state_id, content_type,"
                            " etag, updated, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (agent, activity, registration, state_id) DO UPDATE SET"
                            " content_type = excluded.content_type, etag = excluded.etag,"
                            " updated = excluded.updated, content = excluded.content",
                            {place.agent, place.activity, place.registration, query.stateId, contentType,
                             etag, toMicros(m_clock.now()), store::Blob{whole}});
    };
    KAPOK_TRY(m_writer.run(work));
    return etag;
}

Status DocumentStore::remove(const xapi::StateQuery &query, const Preconditions &conditions)
{
    return m_writer.run([&](Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY_ASSIGN(const auto place, findPlace(database, query));
        std::optional<Document> old;
        if (place && !query.stateId.empty()) {
            KAPOK_TRY_ASSIGN(old, readDocument(database, *place, query.stateId));
        }
        KAPOK_TRY(check(old, conditions));
        if (!place)
            return success();
        return database.run("DELETE FROM document WHERE agent = ? AND activity = ?"
                            " AND (? OR registration = ?) AND (? = '' OR state_id = ?)",
                            {place->agent, place->activity, !query.registration, place->registration,
                             query.stateId, query.stateId});
    });
}

} // namespace kapok::lrs
