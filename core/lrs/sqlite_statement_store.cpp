// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sqlite_statement_store.h"

#include "core/lrs/figures.h"
#include "core/lrs/insert.h"
#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/lrs/prepare.h"
#include "kapok_sql/lrs.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

using store::Database;
using store::Query;
using store::Value;

/// A page ends early when it grows beyond this.
constexpr std::size_t kPageBytes = 4u << 20;

std::string wholeText(const std::string &json, Micros stored, const std::string &authority)
{
    return json.substr(0, json.rfind('}')) + ",\"stored\":\"" + microsText(stored) +
           "\",\"authority\":" + authority + "}";
}

/// The SQL of a filter, and the numbers that its values have in this database.
class FilterSql {
public:
    /// False when a value was never stored, so that nothing can match.
    Result<bool> resolve(Database &database, const StatementFilter &filter)
    {
        m_filter = &filter;
        const auto &query = filter.query;
        bool all = true;
        if (!filter.onlyAgent.empty())
            KAPOK_TRY(require(findAgent(database, filter.onlyAgent), m_only, all));
        if (!query.agent.empty())
            KAPOK_TRY(require(findAgent(database, ifiOf(nlohmann::json::parse(query.agent, nullptr, false))),
                              m_agent, all));
        if (!query.activity.empty())
            KAPOK_TRY(require(findActivity(database, query.activity), m_activity, all));
        if (!query.verb.empty())
            KAPOK_TRY(require(findVerb(database, query.verb), m_verb, all));
        if (query.registration)
            KAPOK_TRY(require(findRegistration(database, query.registration->value), m_registration, all));
        return all;
    }

    /// At most \p limit rows of stored, json, authority.
    [[nodiscard]] std::string sql(int limit)
    {
        const std::string order = std::string(" ORDER BY stored ") +
                                  (m_filter->query.ascending ? "ASC" : "DESC") + " LIMIT " +
                                  std::to_string(limit);
        std::string chosen = "SELECT * FROM (" + branch(false) + order + ")";
        // Whoever asks for a statement is also told what refers to it (xAPI 1.0.3 Communication, 2.1.3).
        if (m_agent || m_activity || m_verb || m_registration)
            chosen += " UNION SELECT * FROM (" + branch(true) + order + ")";
        return "SELECT s.stored, s.json, u.json FROM statement s JOIN authority u ON u.id = s.authority"
               " WHERE s.stored IN (" +
               chosen + ")" + order;
    }
    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    using Number = std::optional<std::int64_t>;

    static Status require(Result<Number> found, Number &out, bool &all)
    {
        KAPOK_TRY_ASSIGN(out, std::move(found));
        all = all && out.has_value();
        return success();
    }

    void bind(std::initializer_list<Value> values) { m_values.insert(m_values.end(), values); }

    /// Statements that match themselves, or (\p viaTarget) whose target does: m is what is matched.
    std::string branch(bool viaTarget)
    {
        const auto &query = m_filter->query;
        std::string from = viaTarget ? "SELECT s.stored AS stored FROM statement_reference r"
                                       " JOIN statement s ON s.stored = r.stored"
                                       " JOIN statement m ON m.id = r.target"
                                     : "SELECT m.stored AS stored FROM statement m";
        const char *self = viaTarget ? "s" : "m";
        std::string where = std::string(" WHERE ") + self + ".voided = 0";
        if (m_agent) {
            from += " JOIN statement_agent a ON a.stored = m.stored AND a.agent = ? AND a.related <= ?";
            bind({*m_agent, query.relatedAgents});
        }
        if (m_activity) {
            from += " JOIN statement_activity c ON c.stored = m.stored AND c.activity = ? AND c.related <= ?";
            bind({*m_activity, query.relatedActivities});
        }
        if (m_only) {
            from += std::string(" JOIN statement_agent o ON o.stored = ") + self +
                    ".stored AND o.agent = ? AND o.related = 0";
            bind({*m_only});
        }
        add(where, "m.verb = ?", m_verb);
        add(where, "m.registration = ?", m_registration);
        const std::string stored = std::string(self) + ".stored";
        add(where, stored + " > ?", m_filter->since);
        add(where, stored + " <= ?", m_filter->until);
        add(where, stored + (query.ascending ? " > ?" : " < ?"), m_filter->after);
        return from + where;
    }

    void add(std::string &where, const std::string &condition, const Number &value)
    {
        if (!value)
            return;
        where += " AND " + condition;
        bind({*value});
    }

    const StatementFilter *m_filter = nullptr;
    Number m_only, m_agent, m_activity, m_verb, m_registration;
    std::vector<Value> m_values;
};

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

Result<std::vector<StatementId>> SqliteStatementStore::add(const AddRequest &request)
{
    KAPOK_TRY_ASSIGN(const auto statements, prepare(request, m_clock.now()));
    const auto insertAll = [&](Database &database, const CommitQueue::Stamp &stamp) -> Status {
        for (const Prepared &statement : statements)
            KAPOK_TRY(insertStatement(database, statement, request, stamp));
        for (const Prepared &statement : statements)
            if (!request.attachments.empty())
                KAPOK_TRY(keepAttachments(database, statement.id, statement.json, request.attachments));
        return success();
    };
    KAPOK_TRY(m_writer.run(insertAll));
    std::vector<StatementId> ids;
    for (const Prepared &statement : statements)
        ids.push_back(statement.id);
    return ids;
}

Result<StatementPage> SqliteStatementStore::find(const StatementFilter &filter)
{
    StatementPage page;
    page.consistentThrough = m_writer.visibleThrough();
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    FilterSql sql;
    KAPOK_TRY_ASSIGN(const bool possible, sql.resolve(*database, filter));
    if (!possible)
        return page;
    const int limit = filter.query.limit == 0 ? kMaxLimit : std::min(filter.query.limit, kMaxLimit);
    const std::string text = sql.sql(limit + 1);
    KAPOK_TRY(readPage(database->query(text, sql.values()), limit, page));
    return page;
}

Result<std::string> SqliteStatementStore::one(const StatementId &id, bool voided,
                                              const std::string &onlyAgent)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    const std::string bytes = uuidBytes(id.value);
    Query query = database->query("SELECT s.stored, s.json, u.json FROM statement s"
                                  " JOIN authority u ON u.id = s.authority WHERE s.id = ? AND s.voided = ?"
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

Result<std::vector<Attachment>> SqliteStatementStore::attachmentsOf(const StatementId &id)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readAttachments(*database, id);
}

Status SqliteStatementStore::rebuildFigures()
{
    return m_writer.run(
        [](Database &database, const CommitQueue::Stamp &) { return refoldEverybody(database); });
}

Result<Micros> SqliteStatementStore::consistentThrough()
{
    return m_writer.visibleThrough();
}

Result<std::map<std::string, std::string>>
SqliteStatementStore::definitions(const std::set<std::string> &activities)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readDefinitions(*database, activities);
}

Result<std::vector<std::string>> SqliteStatementStore::names(const std::string &ifi)
{
    KAPOK_TRY_ASSIGN(const auto database, m_pool.take());
    return readNames(*database, ifi);
}

} // namespace kapok::lrs
