// SPDX-License-Identifier: Apache-2.0
#include "core/sync/statement_puller.h"

#include "core/sync/tuning.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace kapok::sync {
namespace {

using nlohmann::json;

/// cmi5's word for leaving a lesson: the moment after which its bookmark lies on the server.
constexpr std::string_view kTerminated = "http://adlnet.gov/expapi/verbs/terminated";

std::string textAt(const json &value, const json::json_pointer &pointer)
{
    if (!value.contains(pointer))
        return {};
    const auto &found = value.at(pointer);
    return found.is_string() ? found.get<std::string>() : std::string();
}

/// The lesson that a statement says somebody left, and its registration.
std::optional<StateKey> leftLesson(const std::string &statement)
{
    const auto value = json::parse(statement, nullptr, false);
    if (!value.is_object() || textAt(value, "/verb/id"_json_pointer) != kTerminated)
        return {};
    StateKey key{textAt(value, "/object/id"_json_pointer),
                 {textAt(value, "/context/registration"_json_pointer)}};
    if (key.activityId.empty() || key.registration.empty())
        return {};
    return key;
}

} // namespace

StatementPuller::StatementPuller(XapiClient &client, learner::Record &record)
    : m_client(client), m_record(record)
{}

Result<int> StatementPuller::pull()
{
    KAPOK_TRY_ASSIGN(const auto cursor, m_record.pullCursor());
    KAPOK_TRY_ASSIGN(auto page, m_client.statements(cursor));
    // The first answer's word counts for all pages: what is stored later may be missing from them.
    const auto consistentThrough = page.consistentThrough;
    for (int count = 1;; ++count) {
        KAPOK_TRY(receive(page, consistentThrough));
        if (page.more.empty() || page.statements.empty() || count >= tuning::kPullPages)
            return m_new;
        KAPOK_TRY_ASSIGN(page, m_client.more(page.more));
    }
}

Status StatementPuller::receive(const StatementPage &page, const std::optional<Time> &consistentThrough)
{
    if (page.statements.empty())
        return success();
    KAPOK_TRY_ASSIGN(std::string cursor, m_record.pullCursor());
    // Never beyond what was seen, nor beyond what the server vouches for: nothing can slip in behind it.
    if (page.lastStored && consistentThrough)
        cursor = toIso8601(std::min(*page.lastStored, *consistentThrough));
    KAPOK_TRY_ASSIGN(const int added, m_record.receive(page.statements, cursor));
    m_new += added;
    return added > 0 ? fetchPlaces(page) : success();
}

Status StatementPuller::fetchPlaces(const StatementPage &page)
{
    std::set<std::pair<std::string, RegistrationId>> done;
    for (const auto &statement : page.statements) {
        const auto key = leftLesson(statement);
        if (!key || !done.emplace(key->activityId, key->registration).second)
            continue;
        const auto there = m_client.state(*key);
        if (!there.ok() && there.error().code == ErrorCode::NotFound)
            continue;
        KAPOK_TRY_ASSIGN(const auto document, there);
        const auto merged = m_record.places().mergeFromServer(key->activityId, key->registration,
                                                              document.body, document.etag);
        // Somebody else's kind of bookmark under this name is left where it is.
        if (!merged.ok() && merged.error().code != ErrorCode::InvalidInput)
            return merged;
    }
    return success();
}

Status StatementPuller::exchangePlaces()
{
    constexpr int kPasses = 2; // the second sends what won against the server's version in the first
    for (int pass = 0; pass < kPasses; ++pass) {
        KAPOK_TRY_ASSIGN(const auto places, m_record.places().changed());
        for (const auto &place : places)
            KAPOK_TRY(sendPlace(place));
    }
    return success();
}

Status StatementPuller::sendPlace(const learner::PlaceDocument &place)
{
    const StateKey key{place.activityId, place.registration};
    auto etag = m_client.putState(key, place.json, place.etag);
    if (etag.ok() && etag->empty()) { // the server did not say; ask, so that the next If-Match fits
        KAPOK_TRY_ASSIGN(const auto there, m_client.state(key));
        etag = there.etag;
    }
    if (etag.ok())
        return m_record.places().markSent(place, *etag);
    const auto code = etag.error().code;
    if (code == ErrorCode::InvalidInput || code == ErrorCode::NotFound || code == ErrorCode::Refused)
        return success(); // a store without State documents: the place stays on this device, all else goes on
    if (code != ErrorCode::Conflict)
        return etag.error();
    const auto there = m_client.state(key);
    if (!there.ok() && there.error().code == ErrorCode::NotFound) // removed there: write it anew next time
        return success();
    KAPOK_TRY_ASSIGN(const auto document, there);
    return m_record.places().mergeFromServer(place.activityId, place.registration, document.body,
                                             document.etag);
}

} // namespace kapok::sync
