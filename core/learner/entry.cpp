// SPDX-License-Identifier: Apache-2.0
#include "core/learner/entry.h"

#include <algorithm>
#include <map>

namespace kapok::learner {
namespace {

constexpr int kQueued = 0;
constexpr int kSent = 1;

/// Statements that may wait to be folded into the rows of `progress`. Reading them costs the next start some
/// milliseconds; a lesson that is left writes them sooner.
constexpr std::int64_t kLongestTail = 256;

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

Status Entry::add(const xapi::Made &statement)
{
    return insert(statement.parsed, statement.json, kQueued);
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
    m_lastSeq = m_database->lastInsertId();
    m_added.push_back(parsed.id);
    // Only an id that others can know was perhaps voided before it came.
    if (state == kSent || xapi::isOnceOnly(parsed.id)) {
        KAPOK_TRY_ASSIGN(const bool voided, isVoided(*m_database, parsed.id));
        if (voided)
            return success();
    }
    if (course.empty())
        return success();
    KAPOK_TRY_ASSIGN(learning::CourseProgress *const folded, change(course));
    learning::fold(*folded, parsed, course);
    return success();
}

Status Entry::commit()
{
    const Status written = write();
    if (!written.ok())
        m_cache->forgetAll(); // some of it may have been read in this transaction
    return written;
}

Status Entry::write()
{
    if (!m_refolds.empty())
        KAPOK_TRY(refoldAll());
    const std::int64_t tail = m_lastSeq - m_cache->folded();
    const bool saves = tail > (m_catchesUp ? 0 : kLongestTail);
    if (saves)
        KAPOK_TRY(saveTail());
    KAPOK_TRY(m_transaction.commit());
    m_cache->putBack(std::move(m_taken), m_lastSeq);
    if (saves)
        m_cache->setFolded(m_lastSeq);
    return success();
}

Status Entry::refoldAll()
{
    for (const auto &course : m_refolds) {
        KAPOK_TRY(refoldProgress(*m_database, course));
        m_taken.erase(course);
        m_cache->forget(course);
    }
    return m_database->run(
        "UPDATE sync SET value = CAST(value AS INTEGER) + 1 WHERE key = 'refolded'"); // for other connections
}

Status Entry::saveTail()
{
    std::map<std::string, std::set<LessonId>> changed;
    auto tail =
        m_database->query("SELECT DISTINCT course, activity FROM statement WHERE seq > ? AND course <> ''",
                          {m_cache->folded()});
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool row, tail.step());
        if (!row)
            break;
        const std::string course = tail.text(0);
        if (const auto place = learning::placeOf(tail.text(1), course))
            changed[course].insert(place->lesson);
    }
    for (const auto &[course, lessons] : changed) {
        KAPOK_TRY_ASSIGN(const learning::CourseProgress *const now, progress(course));
        if (now->startedAt) // else nothing of it had a meaning
            KAPOK_TRY(saveProgress(*m_database, course, *now, lessons));
    }
    return m_database->run("UPDATE sync SET value = ? WHERE key = 'folded'", {std::to_string(m_lastSeq)});
}

} // namespace kapok::learner
