// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sql_document_store.h"

#include "core/lrs/document_rules.h"
#include "core/lrs/interning.h"
#include "core/lrs/removal.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

using store::Database;
using store::Query;
using Kind = xapi::DocumentQuery::Kind;

/// Which rows a query means, as numbers; 0 where its kind has no such part.
struct Place {
    std::int64_t kind = 0;
    std::int64_t agent = 0;
    std::int64_t activity = 0;
    std::int64_t registration = 0;
};

/// Nothing when a part was never stored.
Result<std::optional<Place>> findPlace(Database &database, const xapi::DocumentQuery &query)
{
    std::optional<std::int64_t> agent = 0;
    std::optional<std::int64_t> activity = 0;
    std::optional<std::int64_t> registration = 0;
    if (query.kind != Kind::ActivityProfile) {
        KAPOK_TRY_ASSIGN(agent, findAgent(database, ifiOf(query)));
    }
    if (query.kind != Kind::AgentProfile) {
        KAPOK_TRY_ASSIGN(activity, findActivity(database, query.activityId));
    }
    if (query.registration) {
        KAPOK_TRY_ASSIGN(registration, findRegistration(database, query.registration->value));
    }
    std::optional<Place> place;
    if (agent && activity && registration)
        place = Place{static_cast<std::int64_t>(query.kind), *agent, *activity, *registration};
    return place;
}

Result<Place> makePlace(Database &database, const xapi::DocumentQuery &query)
{
    Place place;
    place.kind = static_cast<std::int64_t>(query.kind);
    if (query.kind != Kind::ActivityProfile) {
        KAPOK_TRY_ASSIGN(place.agent, internAgent(database, ifiOf(query)));
    }
    if (query.kind != Kind::AgentProfile) {
        KAPOK_TRY_ASSIGN(place.activity, internActivity(database, query.activityId));
    }
    if (query.registration) {
        KAPOK_TRY_ASSIGN(place.registration, internRegistration(database, query.registration->value));
    }
    return place;
}

Result<std::optional<Document>> readDocument(Database &database, const Place &place, const std::string &name)
{
    return database
        .query("SELECT content_type, etag, updated, content FROM document"
               " WHERE kind = ? AND agent = ? AND activity = ? AND registration = ? AND name = ?",
               {place.kind, place.agent, place.activity, place.registration, name})
        .one([](const Query &row) {
            return Document{row.text(0), row.text(1), row.integer(2), row.blob(3)};
        });
}

Status writeDocument(Database &database, const Place &place, const std::string &name,
                     const Document &document)
{
    return database.run("INSERT INTO document (kind, agent, activity, registration, name, content_type,"
                        " etag, updated, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT (kind, agent, activity, registration, name) DO UPDATE SET"
                        " content_type = excluded.content_type, etag = excluded.etag,"
                        " updated = excluded.updated, content = excluded.content",
                        {place.kind, place.agent, place.activity, place.registration, name,
                         document.contentType, document.etag, document.updated,
                         store::Blob{document.content}});
}

/// Nothing of a person who was deleted is kept, whoever sends it.
Status checkIsNotForgotten(Database &database, const xapi::DocumentQuery &query)
{
    if (query.kind == Kind::ActivityProfile)
        return success();
    KAPOK_TRY_ASSIGN(const bool isGone, isForgotten(database, ifiOf(query)));
    return isGone ? Status(Error{ErrorCode::Forbidden,
                                 "parameter agent: this person was deleted; nothing of hers is kept"})
                  : success();
}

} // namespace

Result<Document> SqlDocumentStore::get(const xapi::DocumentQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto place, findPlace(*database, query));
    std::optional<Document> document;
    if (place) {
        KAPOK_TRY_ASSIGN(document, readDocument(*database, *place, query.documentId));
    }
    if (!document)
        return Error{ErrorCode::NotFound, "There is no such document."};
    return *std::move(document);
}

Result<std::vector<std::string>> SqlDocumentStore::list(const xapi::DocumentQuery &query)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto place, findPlace(*database, query));
    if (!place)
        return std::vector<std::string>();
    const Micros since = query.since ? toMicros(*query.since) : 0;
    return database
        ->query("SELECT DISTINCT name FROM document WHERE kind = ? AND agent = ? AND activity = ?"
                " AND (? = 1 OR registration = ?) AND updated > ? ORDER BY name",
                {place->kind, place->agent, place->activity, !query.registration, place->registration, since})
        .all([](const Query &row) { return row.text(0); });
}

Result<std::string> SqlDocumentStore::put(const xapi::DocumentQuery &query, const std::string &contentType,
                                          const std::string &content, const Preconditions &conditions)
{
    return write(query, contentType, content, conditions, false);
}

Result<std::string> SqlDocumentStore::merge(const xapi::DocumentQuery &query, const std::string &contentType,
                                            const std::string &content, const Preconditions &conditions)
{
    return write(query, contentType, content, conditions, true);
}

Result<std::string> SqlDocumentStore::write(const xapi::DocumentQuery &query, const std::string &contentType,
                                            const std::string &content, const Preconditions &conditions,
                                            bool merging)
{
    std::string etag;
    const auto work = [&](Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY(checkIsNotForgotten(database, query));
        KAPOK_TRY_ASSIGN(const Place place, makePlace(database, query));
        KAPOK_TRY_ASSIGN(const auto old, readDocument(database, place, query.documentId));
        KAPOK_TRY(checkPreconditions(old, conditions));
        Document document{contentType, {}, toMicros(m_clock.now()), content};
        if (merging && old) {
            KAPOK_TRY_ASSIGN(document.content, mergedContent(*old, contentType, content));
        }
        if (old) // forward, also when the clock was set back
            document.updated = std::max(document.updated, old->updated + 1);
        document.etag = etag = etagOf(document.content);
        return writeDocument(database, place, query.documentId, document);
    };
    KAPOK_TRY(m_writer.run(work));
    return etag;
}

Status SqlDocumentStore::remove(const xapi::DocumentQuery &query, const Preconditions &conditions)
{
    return m_writer.run([&](Database &database, const CommitQueue::Stamp &) -> Status {
        KAPOK_TRY_ASSIGN(const auto place, findPlace(database, query));
        std::optional<Document> old;
        if (place && !query.documentId.empty()) {
            KAPOK_TRY_ASSIGN(old, readDocument(database, *place, query.documentId));
        }
        KAPOK_TRY(checkPreconditions(old, conditions));
        if (!place)
            return success();
        if (!query.documentId.empty())
            return database.run(
                "DELETE FROM document WHERE kind = ? AND agent = ? AND activity = ?"
                " AND registration = ? AND name = ?",
                {place->kind, place->agent, place->activity, place->registration, query.documentId});
        return database.run(
            "DELETE FROM document WHERE kind = ? AND agent = ? AND activity = ?"
            " AND (? = 1 OR registration = ?)",
            {place->kind, place->agent, place->activity, !query.registration, place->registration});
    });
}

} // namespace kapok::lrs
