// SPDX-License-Identifier: Apache-2.0
#include "core/learner/entry.h"

#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

constexpr int kQueued = 0;
constexpr int kSent = 1;

Result<bool> isVoided(store::Database &database, const StatementId &id)
{
    return database.query("SELECT 1 FROM voided WHERE id = ?", {id.value}).step();
}

} // namespace

std::string courseIriOf(const xapi::Parsed &statement)
{
    if (!statement.groupingId.empty())
        return statement.groupingId;
    const auto end = statement.objectId.find("/lessons/");
    return end == std::string::npos ? std::string() : statement.objectId.substr(0, end);
}

Result<Entry> Entry::begin(store::Database &database, ProgressCache &cache)
{
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(database));
    KAPOK_TRY(cache.refresh());
    return Entry(database, cache, std::move(transaction));
}

Result<const learning::CourseProgress *> Entry::progress(const std::string &courseIri)
{
    if (const auto taken = m_taken.find(courseIri); taken != m_taken.end())
        return &taken->second;
    return m_cache->get(courseIri);
}

Result<learning::CourseProgress *> Entry::change(const std::string &courseIri)
{
    auto taken = m_taken.find(courseIri);
    if (taken == m_taken.end()) {
        if (const auto read = m_cache->get(courseIri); !read.ok())
            return read.error();
        taken = m_taken.insert(m_cache->take(courseIri)).position;
    }
    return &taken->second;
}

Status Entry::add(const xapi::Statement &statement)
{
    // Made here, so it needs none of the checks that a text from elsewhere does.
    const auto json = nlohmann::json::parse(statement.json, nullptr, false);
    KAPOK_TRY_ASSIGN(const auto parsed, xapi::readJson(json));
    return insert(parsed, statement.json, kQueued);
}

Status Entry::addReceived(const xapi::Parsed &parsed, const std::string &json)
{
    return insert(parsed, json, kSent);
}

Status Entry::insert(const xapi::Parsed &parsed, const std::string &json, int state)
{
    const std::string course = courseIriOf(parsed);
    KAPOK_TRY(m_database->run("INSERT INTO statement (id, json, verb, activity, course, at, state)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                              {parsed.id.value, json, parsed.verb, parsed.objectId, course,
                               parsed.timestamp.time_since_epoch().count(), state}));
    if (m_database->changes() == 0)
        return success();
    m_added.push_back(parsed.id);
    KAPOK_TRY_ASSIGN(const bool voided, isVoided(*m_database, parsed.id));
    const auto place = learning::placeOf(parsed.objectId, course);
    if (voided || course.empty() || !place)
        return success();
    KAPOK_TRY_ASSIGN(learning::CourseProgress *const folded, change(course));
    if (learning::fold(*folded, parsed, course))
        m_changed[course].insert(place->lesson);
    return success();
}

Status Entry::commit()
{
    for (const auto &[course, lessons] : m_changed)
        if (!m_refolds.contains(course))
            KAPOK_TRY(saveProgress(*m_database, course, m_taken.at(course), lessons));
    for (const auto &course : m_refolds) {
        KAPOK_TRY(refoldProgress(*m_database, course));
        m_taken.erase(course);
        m_cache->forget(course);
    }
    KAPOK_TRY(m_transaction.commit());
    m_cache->putBack(std::move(m_taken));
    return success();
}

} // namespace kapok::learner
