// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sql_statement_store.h"

#include "core/lrs/dialect.h"
#include "core/lrs/figures.h"
#include "core/lrs/insert.h"
#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/lrs/page_query.h"
#include "core/lrs/prepare.h"
#include "core/lrs/removal.h"
#include "kapok_sql/lrs.h"
#include "kapok_sql/lrs_postgres.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

using store::Database;
using store::Query;

std::string wholeText(const std::string &json, Micros stored, const std::string &authority)
{
    return json.substr(0, json.rfind('}')) + ",\"stored\":\"" + microsText(stored) +
           "\",\"authority\":" + authority + "}";
}

/// Reads rows into \p page until it is full.
Status readPage(Query rows, int limit, StatementPage &page)
{
    std::size_t bytes = 0;
    Micros last = 0;
    for (;;) {
        KAPOK_TRY_ASSIGN(const bool found, rows.step());
        if (!found)
            return success();
        if (std::ssize(page.statements) == limit || bytes > kPageBytes) {
            page.next = last;
            return success();
        }
        last = rows.integer(0);
        page.statements.push_back(wholeText(rows.text(1), last, rows.text(2)));
        bytes += page.statements.back().size();
    }
}

} // namespace

std::span<const store::Migration> migrations()
{
    return sql::kLrs;
}

std::span<const store::Migration> postgresMigrations()
{
    return sql::kLrsPostgres;
}

Result<std::vector<StatementId>> SqlStatementStore::add(const AddRequest &request)
{
    KAPOK_TRY_ASSIGN(const auto prepared, prepare(request, m_clock.now()));
    KAPOK_TRY(m_writer.insert({request, prepared}));
    std::vector<StatementId> ids;
    ids.reserve(prepared.statements.size());
    for (const Prepared &statement : prepared.statements)
        ids.push_back(statement.id);
    return ids;
}

Result<StatementPage> SqlStatementStore::find(const StatementFilter &filter)
{
    StatementPage page;
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(page.consistentThrough, m_writer.visibleThrough(*database));
    const int limit = filter.query.limit == 0 ? kMaxLimit : std::min(filter.query.limit, kMaxLimit);
    KAPOK_TRY_ASSIGN(const auto query, pageQuery(*database, filter, limit + 1));
    if (query)
        KAPOK_TRY(readPage(database->query(query->sql, query->values), limit, page));
    return page;
}

Result<std::string> SqlStatementStore::one(const StatementId &id, bool voided, const std::string &onlyAgent)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    const std::string bytes = uuidBytes(id.value);
    Query query = database->query("SELECT s.stored, s.json, u.json FROM statement s"
                                  " JOIN authority u ON u.id = s.authority WHERE " +
                                      statementHasId(*database, "s") +
                                      " AND s.voided = ?"
                                      " AND (? = '' OR EXISTS (SELECT 1 FROM statement_agent x JOIN agent a"
                                      "  ON a.id = x.agent WHERE x.stored = s.stored AND a.ifi = ?"
                                      "  AND x.related = 0))",
                                  {store::Blob{bytes}, voided, onlyAgent, onlyAgent});
    KAPOK_TRY_ASSIGN(auto found, query.one([](const Query &row) {
        return wholeText(row.text(1), row.integer(0), row.text(2));
    }));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no such statement."};
    return *std::move(found);
}

Result<std::vector<Attachment>> SqlStatementStore::attachmentsOf(const StatementId &id)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readAttachments(*database, id);
}

Status SqlStatementStore::rebuildFigures()
{
    return m_writer.run(
        [](Database &database, const CommitQueue::Stamp &) { return refoldEverybody(database); });
}

Result<Micros> SqlStatementStore::consistentThrough()
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return m_writer.visibleThrough(*database);
}

Result<std::map<std::string, std::string>>
SqlStatementStore::definitions(const std::set<std::string> &activities)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readDefinitions(*database, activities);
}

Result<std::vector<std::string>> SqlStatementStore::names(const std::string &ifi)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readNames(*database, ifi);
}

} // namespace kapok::lrs
