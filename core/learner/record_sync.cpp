// SPDX-License-Identifier: Apache-2.0
#include "core/learner/entry.h"
#include "core/learner/record.h"
#include "core/learner/sessions.h"
#include "core/xapi/equality.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <cctype>

namespace kapok::learner {
namespace {

std::string textOf(const store::Query &row)
{
    return row.text(0);
}

void lower(std::string &id)
{
    std::transform(id.begin(), id.end(), id.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

Result<std::optional<std::string>> storedJson(store::Database &database, const StatementId &id)
{
    return database.query("SELECT json FROM statement WHERE id = ?", {id.value}).one(textOf);
}

/// Takes the statement \p target out of progress, now or when it arrives.
Status voidStatement(Entry &entry, std::string target)
{
    lower(target);
    store::Database &database = entry.database();
    KAPOK_TRY(database.run("INSERT INTO voided (id) VALUES (?) ON CONFLICT (id) DO NOTHING", {target}));
    KAPOK_TRY_ASSIGN(const auto course,
                     database.query("SELECT course FROM statement WHERE id = ?", {target}).one(textOf));
    if (course)
        entry.refold(*course);
    return success();
}

} // namespace

Result<learning::CourseProgress> Record::progress(std::string_view courseIri)
{
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, folded(courseIri));
    return *progress;
}

Result<std::map<std::string, learning::CourseProgress>> Record::allProgress()
{
    KAPOK_TRY(m_progress->refresh());
    KAPOK_TRY_ASSIGN(const auto courses, m_progress->courses());
    std::map<std::string, learning::CourseProgress> all;
    for (const auto &course : courses) {
        KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, m_progress->get(course));
        if (progress->startedAt)
            all.emplace(course, *progress);
    }
    return all;
}

Status Record::rebuildProgress()
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    m_progress->forgetAll();
    KAPOK_TRY(m_database->run("DELETE FROM progress"));
    KAPOK_TRY_ASSIGN(const auto courses,
                     m_database->query("SELECT DISTINCT course FROM statement").all(textOf));
    for (const auto &course : courses)
        entry.refold(course);
    return entry.commit();
}

Result<int> Record::receive(std::span<const std::string> statements, std::string_view cursor)
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    for (const auto &json : statements)
        KAPOK_TRY(receiveOne(entry, json));
    KAPOK_TRY(m_database->run("INSERT INTO sync (key, value) VALUES ('cursor', ?)"
                              " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                              {cursor}));
    const auto added = static_cast<int>(entry.added().size());
    entry.catchUp();
    KAPOK_TRY(entry.commit());
    return added;
}

Status Record::receiveOne(Entry &entry, const std::string &json)
{
    auto read = xapi::readText(json);
    if (!read.ok())
        return success(); // written by another program; nothing Kapok could show
    xapi::Parsed &parsed = *read;
    lower(parsed.id.value);
    if (parsed.verb == xapi::verb::kVoided) // by whoever the server lets
        KAPOK_TRY(voidStatement(entry, parsed.objectId));
    else if (parsed.actor != m_learner.account)
        return success();
    KAPOK_TRY(receiveKnown(entry, parsed, json));
    return entry.addReceived(parsed, json);
}

Status Record::receiveKnown(Entry &entry, const xapi::Parsed &parsed, const std::string &json)
{
    KAPOK_TRY_ASSIGN(const auto mine, storedJson(*m_database, parsed.id));
    if (!mine)
        return success();
    if (xapi::isOnceOnly(parsed.id) && !xapi::matchesText(*mine, json)) {
        // Another device got there first. The server never changes a statement, so all devices end with its.
        KAPOK_TRY(m_database->run("UPDATE statement SET json = ?, at = ? WHERE id = ?",
                                  {json, parsed.timestamp.time_since_epoch().count(), parsed.id.value}));
        entry.refold(courseIriOf(parsed));
    }
    return m_database->run("UPDATE statement SET state = 1, reason = NULL WHERE id = ? AND state <> 1",
                           {parsed.id.value});
}

Result<std::string> Record::pullCursor()
{
    KAPOK_TRY_ASSIGN(auto cursor,
                     m_database->query("SELECT value FROM sync WHERE key = 'cursor'").one(textOf));
    return std::move(cursor).value_or("");
}

Result<std::optional<std::string>> Record::statement(const StatementId &id)
{
    return storedJson(*m_database, id);
}

Result<int> Record::closeAbandoned()
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const int ended,
                     endAllSessions(entry, true, m_learner.account, m_clockOffset, m_clock->now()));
    entry.catchUp();
    KAPOK_TRY(entry.commit());
    return ended;
}

} // namespace kapok::learner
