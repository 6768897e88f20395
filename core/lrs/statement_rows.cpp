// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_rows.h"

#include "core/lrs/dialect.h"
#include "core/lrs/memory.h"
#include "core/store/array.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kapok::lrs {
namespace {

using store::Array;
using store::Blob;

constexpr const char *kOneAgent = "INSERT INTO statement_agent (agent, stored, related) VALUES (?, ?, ?)";
constexpr const char *kOneActivity =
    "INSERT INTO statement_activity (activity, stored, related) VALUES (?, ?, ?)";
constexpr const char *kOneStatement = "INSERT INTO statement (stored, id, verb, registration, authority,"
                                      " target, voids, voided, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *kInsert =
    "SELECT statement_insert(0, ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[],"
    " ?::smallint[], ?::smallint[], ?::text[], ?::bigint[], ?::bigint[], ?::smallint[], ?::bigint[],"
    " ?::bigint[], ?::smallint[])";
constexpr const char *kAdd =
    "SELECT statement_add(?::boolean, ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
    " ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[],"
    " ?::smallint[], ?::smallint[], ?::text[], ?::bigint[], ?::bigint[], ?::smallint[], ?::bigint[],"
    " ?::bigint[], ?::smallint[])";

std::optional<Blob> blobOrNull(std::string_view bytes)
{
    return bytes.empty() ? std::nullopt : std::optional(Blob{bytes});
}

/// Makes the part of `statement` for the month of \p at, unless this writer knows that it is there.
Status makeMonth(store::Database &database, Micros at)
{
    const std::string month = monthOf(at);
    Memory *const memory = Memory::current();
    if (memory && memory->has(Memory::Kind::Month, month))
        return success();
    KAPOK_TRY(database.send("SELECT statement_month(?)", {at}));
    if (memory)
        memory->keep(Memory::Kind::Month, month, 0);
    return success();
}

std::vector<store::Value> valuesOf(std::span<Array> arrays)
{
    std::vector<store::Value> values;
    for (Array &array : arrays)
        values.emplace_back(array.value());
    return values;
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
    if (m_statements.stored.empty() && m_agents.empty() && m_activities.empty())
        return success();
    // They were stored within a moment, so two months at most are touched.
    if (!m_statements.stored.empty())
        for (const Micros at : {m_statements.first, m_statements.last})
            KAPOK_TRY(makeMonth(m_database, at));
    Arrays arrays = takeArrays();
    return m_database.send(kInsert, valuesOf(arrays));
}

store::Query StatementRows::askToAdd(std::span<const store::Value> before)
{
    Arrays arrays = takeArrays();
    std::vector<store::Value> values(before.begin(), before.end());
    std::ranges::copy(valuesOf(arrays), std::back_inserter(values));
    return m_database.ask(kAdd, values);
}

StatementRows::Arrays StatementRows::takeArrays()
{
    Columns all = std::exchange(m_statements, {});
    auto agents = columnsOf(std::exchange(m_agents, {}));
    auto activities = columnsOf(std::exchange(m_activities, {}));
    return {std::move(all.stored),        std::move(all.ids),         std::move(all.verbs),
            std::move(all.registrations), std::move(all.authorities), std::move(all.targets),
            std::move(all.voids),         std::move(all.voided),      std::move(all.texts),
            std::move(agents[0]),         std::move(agents[1]),       std::move(agents[2]),
            std::move(activities[0]),     std::move(activities[1]),   std::move(activities[2])};
}

std::array<Array, 3> StatementRows::columnsOf(std::vector<Link> links)
{
    std::sort(links.begin(), links.end());
    std::array columns{Array(Of::BigInt), Array(Of::BigInt), Array(Of::SmallInt)};
    for (const Link &link : links) {
        columns[0].add(link.what);
        columns[1].add(link.stored);
        columns[2].add(std::int64_t{link.related});
    }
    return columns;
}

} // namespace kapok::lrs
