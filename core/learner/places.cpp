// SPDX-License-Identifier: Apache-2.0
#include "core/learner/places.h"

#include "core/learner/relaxed_durability.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using nlohmann::json;

std::int64_t milliseconds(Time time)
{
    return time.time_since_epoch().count();
}

PlaceDocument documentOf(const store::Query &row)
{
    const json document = {{"page", row.text(2)},
                           {"position_ms", row.integer(3)},
                           {"updated", toIso8601(Time{std::chrono::milliseconds{row.integer(4)}})},
                           {"device", row.text(5)}};
    return {row.text(1),
            {row.text(0)},
            document.dump(-1, ' ', false, json::error_handler_t::replace),
            row.text(6)};
}

struct ServerPlace {
    std::string page;
    std::int64_t position = 0;
    std::string device;
    Time updated{};
};

Result<ServerPlace> readDocument(std::string_view text)
{
    const Error bad{ErrorCode::InvalidInput,
                    "a bookmark must be {\"page\",\"position_ms\",\"updated\",\"device\"}"};
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object() || !document.contains("page") || !document["page"].is_string() ||
        !document.contains("updated") || !document["updated"].is_string())
        return bad;
    const auto updated = parseIso8601(document["updated"].get<std::string>());
    if (!updated.ok())
        return bad;
    ServerPlace place{document["page"].get<std::string>(), 0, {}, *updated};
    if (const auto position = document.find("position_ms");
        position != document.end() && position->is_number_integer())
        place.position = std::max<std::int64_t>(0, position->get<std::int64_t>());
    if (const auto device = document.find("device"); device != document.end() && device->is_string())
        place.device = device->get<std::string>();
    return place;
}

} // namespace

Status Places::savePage(const RegistrationId &registration, std::string_view lesson, const PageId &page)
{
    RelaxedDurability relaxed(*m_database);
    KAPOK_TRY(relaxed.start());
    return m_database->run(
        "INSERT INTO place (registration, activity, page, position_ms, updated, device, changed)"
        " VALUES (?1, ?2, ?3, coalesce((SELECT position_ms FROM page_place WHERE registration = ?1"
        "  AND activity = ?2 AND page = ?3), 0), ?4, ?5, 1)"
        " ON CONFLICT (registration, activity) DO UPDATE SET page = excluded.page,"
        "  position_ms = excluded.position_ms, updated = max(excluded.updated, updated + 1),"
        "  device = excluded.device, changed = 1",
        {registration.value, lesson, page.value, milliseconds(m_clock->now()), m_device.value});
}

Result<std::optional<PageId>> Places::page(const RegistrationId &registration, std::string_view lesson)
{
    return m_database
        ->query("SELECT page FROM place WHERE registration = ? AND activity = ?",
                {registration.value, lesson})
        .one([](const store::Query &row) { return PageId{row.text(0)}; });
}

Status Places::savePagePlace(const RegistrationId &registration, std::string_view lesson, const PageId &page,
                             const PagePlace &place)
{
    RelaxedDurability relaxed(*m_database);
    KAPOK_TRY(relaxed.start());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*m_database));
    KAPOK_TRY(
        m_database->run("INSERT INTO page_place (registration, activity, page, position_ms, revealed)"
                        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (registration, activity, page)"
                        " DO UPDATE SET position_ms = excluded.position_ms, revealed = excluded.revealed",
                        {registration.value, lesson, page.value, place.position.count(), place.revealed}));
    KAPOK_TRY(
        m_database->run("UPDATE place SET position_ms = ?4, updated = max(?5, updated + 1), device = ?6,"
                        " changed = 1"
                        " WHERE registration = ?1 AND activity = ?2 AND page = ?3 AND position_ms <> ?4",
                        {registration.value, lesson, page.value, place.position.count(),
                         milliseconds(m_clock->now()), m_device.value}));
    return transaction.commit();
}

Result<PagePlace> Places::pagePlace(const RegistrationId &registration, std::string_view lesson,
                                    const PageId &page)
{
    auto query = m_database->query("SELECT position_ms, revealed FROM page_place"
                                   " WHERE registration = ? AND activity = ? AND page = ?",
                                   {registration.value, lesson, page.value});
    KAPOK_TRY_ASSIGN(const auto place, query.one([](const store::Query &row) {
        return PagePlace{std::chrono::milliseconds{row.integer(0)}, static_cast<int>(row.integer(1))};
    }));
    return place.value_or(PagePlace{});
}

Result<std::vector<PlaceDocument>> Places::changed()
{
    return m_database
        ->query("SELECT registration, activity, page, position_ms, updated, device, etag FROM place"
                " WHERE changed = 1")
        .all(documentOf);
}

Status Places::markSent(const PlaceDocument &document, std::string_view etag)
{
    KAPOK_TRY_ASSIGN(const ServerPlace sent, readDocument(document.json));
    return m_database->run(
        "UPDATE place SET etag = ?3, changed = (updated <> ?4)"
        " WHERE registration = ?1 AND activity = ?2",
        {document.registration.value, document.activityId, etag, milliseconds(sent.updated)});
}

Status Places::mergeFromServer(std::string_view activityId, const RegistrationId &registration,
                               std::string_view text, std::string_view etag)
{
    KAPOK_TRY_ASSIGN(const ServerPlace place, readDocument(text));
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*m_database));
    KAPOK_TRY(m_database->run(
        "INSERT INTO place (registration, activity, page, position_ms, updated, device, etag, changed)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)"
        " ON CONFLICT (registration, activity) DO UPDATE SET etag = ?7",
        {registration.value, activityId, place.page, place.position, milliseconds(place.updated),
         place.device, etag}));
    KAPOK_TRY(
        m_database->run("UPDATE place SET page = ?3, position_ms = ?4, updated = ?5, device = ?6, changed = 0"
                        " WHERE registration = ?1 AND activity = ?2 AND updated <= ?5",
                        {registration.value, activityId, place.page, place.position,
                         milliseconds(place.updated), place.device}));
    KAPOK_TRY(m_database->run("INSERT INTO page_place (registration, activity, page, position_ms, revealed)"
                              " SELECT registration, activity, page, position_ms, 0 FROM place"
                              " WHERE registration = ?1 AND activity = ?2 AND changed = 0 ON CONFLICT "
                              "(registration, activity, page)"
                              " DO UPDATE SET position_ms = excluded.position_ms",
                              {registration.value, activityId}));
    return transaction.commit();
}

} // namespace kapok::learner
