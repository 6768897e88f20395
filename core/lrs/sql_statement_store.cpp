// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/sql_statement_store.h"

#include "core/lrs/dialect.h"
#include "core/lrs/figures.h"
#include "core/lrs/insert.h"
#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/lrs/prepare.h"
#include "core/lrs/removal.h"
#include "kapok_sql/lrs.h"
#include "kapok_sql/lrs_postgres.h"

#include <algorithm>
#include <tuple>

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

/// So many rows are looked through for a page without anybody noticing; fewer than that are few.
constexpr int kFew = 2000;

/// Whether \p condition, which ends in `=`, holds for few rows.
Result<bool> isFew(Database &database, const std::string &condition, std::int64_t value)
{
    const std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM " + condition + " ? LIMIT " + std::to_string(kFew) + ") AS few";
    KAPOK_TRY_ASSIGN(const auto count,
                     database.query(sql, {value}).one([](const Query &row) { return row.integer(0); }));
    return count.value_or(0) < kFew;
}

/// The SQL of a filter, and the numbers that its values have in this database.
class FilterSql {
public:
    /// False when a value was never stored, so that nothing can match.
    Result<bool> resolve(Database &database, const StatementFilter &filter)
    {
        m_filter = &filter;
        m_join = joinStatement(database, "m", "r.target");
        const auto &query = filter.query;
        bool all = true;
        if (!filter.onlyAgent.empty())
            KAPOK_TRY(require(findAgent(database, filter.onlyAgent), m_only, all));
        if (!filter.onlyAuthority.empty())
            KAPOK_TRY(require(findAuthority(database, filter.onlyAuthority), m_authority, all));
        if (!query.agent.empty())
            KAPOK_TRY(require(findAgent(database, ifiOfText(query.agent)), m_agent, all));
        if (!query.activity.empty())
            KAPOK_TRY(require(findActivity(database, query.activity), m_activity, all));
        if (!query.verb.empty())
            KAPOK_TRY(require(findVerb(database, query.verb), m_verb, all));
        if (query.registration)
            KAPOK_TRY(require(findRegistration(database, query.registration->value), m_registration, all));
        if (all)
            KAPOK_TRY(chooseWalk(database));
        return all;
    }

    /// At most \p limit rows of stored, json, authority.
    [[nodiscard]] std::string sql(int limit)
    {
        const std::string order = std::string(" ORDER BY stored ") +
                                  (m_filter->query.ascending ? "ASC" : "DESC") + " LIMIT " +
                                  std::to_string(limit);
        std::string chosen = "SELECT stored FROM (" + branch(false) + order + ") AS itself";
        // Whoever asks for a statement is also told what refers to it (xAPI 1.0.3 Communication, 2.1.3).
        if (m_agent || m_activity || m_verb || m_registration)
            chosen += " UNION SELECT stored FROM (" + branch(true) + order + ") AS referring";
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

    /// Which table is gone through, the others being looked up by `stored`: one of which few rows fit, else
    /// one that comes in the order of the page, so that it ends when the page is full.
    Status chooseWalk(Database &database)
    {
        m_isSqlite = database.dialect() == store::Dialect::Sqlite;
        m_isFew = m_registration.has_value(); // one person in one course
        const std::tuple<const Number &, char, const char *> all[] = {
            {m_agent, 'a', "statement_agent WHERE agent ="},
            {m_only, 'o', "statement_agent WHERE agent ="},
            {m_activity, 'c', "statement_activity WHERE activity ="},
            {m_verb, 'm', "statement WHERE verb ="},
        };
        for (const auto &[number, table, condition] : all) {
            if (m_isFew || !number)
                continue;
            KAPOK_TRY_ASSIGN(m_isFew, isFew(database, condition, *number));
            if (m_isFew)
                m_walk = table;
        }
        if (!m_isFew)
            m_walk = m_agent ? 'a' : m_only ? 'o' : m_activity ? 'c' : 'm';
        return success();
    }

    [[nodiscard]] bool has(char table) const
    {
        return table == 'a'   ? m_agent.has_value()
               : table == 'o' ? m_only.has_value()
                              : m_activity.has_value();
    }

    static std::string named(char table)
    {
        const char *name = table == 'm'   ? "statement"
                           : table == 'c' ? "statement_activity"
                                          : "statement_agent";
        return std::string(name) + " " + table;
    }

    /// SQLite goes through the tables of a CROSS JOIN in the order in which they stand; PostgreSQL knows
    /// better.
    [[nodiscard]] std::string join(const std::string &table, const std::string &condition) const
    {
        return (m_isSqlite ? " CROSS JOIN " : " JOIN ") + table + " ON " + condition;
    }

    [[nodiscard]] std::string joinByStored(char table, char other) const
    {
        return join(named(table), std::string(1, table) + ".stored = " + other + ".stored");
    }

    /// The tables of statements that match, beginning with the one to walk.
    [[nodiscard]] std::string matching() const
    {
        std::string from = named(m_walk);
        for (const char table : {'m', 'a', 'o', 'c'})
            if (table != m_walk && (table == 'm' || has(table)))
                from += joinByStored(table, m_walk);
        return from;
    }

    /// The same for statements s that refer to one that matches; r says which do.
    [[nodiscard]] std::string referring() const
    {
        std::string from = "statement_reference r" + join("statement s", "s.stored = r.stored");
        if (m_isFew && m_isSqlite && m_walk != 'o') { // from what matches to what refers to it
            from = named(m_walk);
            if (m_walk != 'm')
                from += joinByStored('m', m_walk);
            from +=
                join("statement_reference r", "r.target = m.id") + join("statement s", "s.stored = r.stored");
        } else {
            from += m_join;
        }
        for (const char table : {'a', 'c'})
            if (has(table) && from.find(named(table)) == std::string::npos)
                from += joinByStored(table, 'm');
        return has('o') ? from + joinByStored('o', 's') : from;
    }

    /// Statements that match themselves, or (\p viaTarget) whose target does: m is what is matched.
    std::string branch(bool viaTarget)
    {
        const auto &query = m_filter->query;
        const std::string self = viaTarget ? "s" : "m";
        const std::string stored = (viaTarget ? "r" : std::string(1, m_walk)) + ".stored";
        std::string where = " WHERE " + self + ".voided = 0";
        add(where, "a.agent = ?", m_agent);
        if (m_agent)
            add(where, "a.related <= ?", query.relatedAgents ? 1 : 0);
        add(where, "c.activity = ?", m_activity);
        if (m_activity)
            add(where, "c.related <= ?", query.relatedActivities ? 1 : 0);
        add(where, "o.related = 0 AND o.agent = ?", m_only);
        add(where, m_registration ? "+m.verb = ?" : "m.verb = ?",
            m_verb); // the registration's index is better
        add(where, "m.registration = ?", m_registration);
        add(where, self + ".authority = ?", m_authority);
        add(where, stored + " > ?", m_filter->since);
        add(where, stored + " <= ?", m_filter->until);
        add(where, stored + (query.ascending ? " > ?" : " < ?"), m_filter->after);
        return "SELECT " + stored + " AS stored FROM " + (viaTarget ? referring() : matching()) + where;
    }

    void add(std::string &where, const std::string &condition, const Number &value)
    {
        if (!value)
            return;
        where += " AND " + condition;
        m_values.emplace_back(*value);
    }

    const StatementFilter *m_filter = nullptr;
    std::string m_join;
    char m_walk = 'm';    ///< alias of the table that is gone through
    bool m_isFew = false; ///< its rows are few
    bool m_isSqlite = true;
    Number m_only, m_authority, m_agent, m_activity, m_verb, m_registration;
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

std::span<const store::Migration> postgresMigrations()
{
    return sql::kLrsPostgres;
}

Result<std::vector<StatementId>> SqlStatementStore::add(const AddRequest &request)
{
    KAPOK_TRY_ASSIGN(const auto prepared, prepare(request, m_clock.now()));
    KAPOK_TRY(m_writer.run([&](Database &database, const CommitQueue::Stamp &stamp) {
        return insertStatements(database, prepared, request, stamp);
    }));
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
    FilterSql sql;
    KAPOK_TRY_ASSIGN(const bool possible, sql.resolve(*database, filter));
    if (!possible)
        return page;
    const int limit = filter.query.limit == 0 ? kMaxLimit : std::min(filter.query.limit, kMaxLimit);
    const std::string text = sql.sql(limit + 1);
    KAPOK_TRY(readPage(database->query(text, sql.values()), limit, page));
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
