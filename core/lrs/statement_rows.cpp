// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_rows.h"

#include "core/lrs/dialect.h"
#include "core/lrs/memory.h"
#include "core/store/array_text.h"

#include <algorithm>
#include <utility>

namespace kapok::lrs {
namespace {

using store::ArrayText;
using store::Blob;

constexpr const char *kOneAgent = "INSERT INTO statement_agent (agent, stored, related) VALUES (?, ?, ?)";
constexpr const char *kOneActivity =
    "INSERT INTO statement_activity (activity, stored, related) VALUES (?, ?, ?)";
constexpr const char *kOneStatement = "INSERT INTO statement (stored, id, verb, registration, authority,"
                                      " target, voids, voided, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *kAllAgents = "INSERT INTO statement_agent (agent, stored, related)"
                                   " SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::smallint[])";
constexpr const char *kAllActivities = "INSERT INTO statement_activity (activity, stored, related)"
                                       " SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::smallint[])";
constexpr const char *kAllIds =
    "INSERT INTO statement_id (id, stored) SELECT * FROM unnest(?::bytea[], ?::bigint[])";
constexpr const char *kAllStatements =
    "INSERT INTO statement (stored, id, verb, registration, authority, target, voids, voided, json)"
    " SELECT * FROM unnest(?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[],"
    " ?::smallint[], ?::smallint[], ?::text[])";

std::optional<Blob> blobOrNull(std::string_view bytes)
{
    return bytes.empty() ? std::nullopt : std::optional(Blob{bytes});
}

/// Makes the part of `statement` for the month of \p at, unless this writer knows that it is there.
Status makeMonth(store::Database &database, Micros at)
{
    const std::string month = microsText(at).substr(0, 7);
    Memory *const memory = Memory::current();
    if (memory && memory->find(Memory::Kind::Month, month))
        return success();
    KAPOK_TRY(database.send("SELECT statement_month(?)", {at}));
    if (memory)
        memory->keep(Memory::Kind::Month, month, 0);
    return success();
}

std::int64_t number(bool flag)
{
    return flag ? 1 : 0;
}

} // namespace

StatementRows::StatementRows(store::Database &database)
    : m_database(database), m_isPostgres(lrs::isPostgres(database))
{}

Status StatementRows::statement(const StatementRow &row)
{
    if (!m_isPostgres)
        return m_database.send(kOneStatement,
                               {row.stored, Blob{row.id}, row.verb, row.registration, row.authority,
                                blobOrNull(row.target), row.voids, row.voided, row.json});
    Columns &all = m_statements;
    all.first = all.stored.empty() ? row.stored : all.first;
    all.last = row.stored;
    all.stored.add(row.stored);
    all.ids.add(Blob{row.id});
    all.verbs.add(row.verb);
    all.registrations.add(row.registration);
    all.authorities.add(row.authority);
    if (row.target.empty())
        all.targets.addNull();
    else
        all.targets.add(Blob{row.target});
    all.voids.add(number(row.voids));
    all.voided.add(number(row.voided));
    all.texts.add(row.json);
    return success();
}

Status StatementRows::agent(std::int64_t agent, Micros stored, int related)
{
    if (!m_isPostgres)
        return m_database.send(kOneAgent, {agent, stored, related});
    m_agents.push_back({agent, stored, related});
    return success();
}

Status StatementRows::activity(std::int64_t activity, Micros stored, int related)
{
    if (!m_isPostgres)
        return m_database.send(kOneActivity, {activity, stored, related});
    m_activities.push_back({activity, stored, related});
    return success();
}

Status StatementRows::flush()
{
    KAPOK_TRY(flushStatements());
    KAPOK_TRY(flushLinks(m_agents, kAllAgents));
    return flushLinks(m_activities, kAllActivities);
}

Status StatementRows::flushStatements()
{
    const Columns all = std::exchange(m_statements, {});
    if (all.stored.empty())
        return success();
    // They were stored within a moment, so two months at most are touched.
    for (const Micros at : {all.first, all.last})
        KAPOK_TRY(makeMonth(m_database, at));
    const std::string stored = all.stored.text();
    const std::string ids = all.ids.text();
    KAPOK_TRY(m_database.send(kAllIds, {ids, stored}));
    return m_database.send(kAllStatements,
                           {stored, ids, all.verbs.text(), all.registrations.text(), all.authorities.text(),
                            all.targets.text(), all.voids.text(), all.voided.text(), all.texts.text()});
}

Status StatementRows::flushLinks(std::vector<Link> &links, std::string_view sql)
{
    if (links.empty())
        return success();
    std::sort(links.begin(), links.end());
    ArrayText what, stored, related;
    for (const Link &link : links) {
        what.add(link.what);
        stored.add(link.stored);
        related.add(std::int64_t{link.related});
    }
    links.clear();
    return m_database.send(sql, {what.text(), stored.text(), related.text()});
}

} // namespace kapok::lrs
