// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/page_query.h"

#include "core/lrs/agents.h"
#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"

#include <array>
#include <span>
#include <tuple>
#include <utility>

namespace kapok::lrs {
namespace {

using store::Database;
using store::Query;
using store::Value;

/// So many rows are looked through for a page without anybody noticing; fewer than that are few.
constexpr int kFew = 2000;

/// How many rows fit \p rows, a table with a condition that ends in `?`; kFew when there are more.
Result<int> countFew(Database &database, const std::string &rows, std::span<const Value> values)
{
    const std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM " + rows + " LIMIT " + std::to_string(kFew) + ") AS few";
    KAPOK_TRY_ASSIGN(const auto count,
                     database.query(sql, values).one([](const Query &row) { return row.integer(0); }));
    return static_cast<int>(count.value_or(0));
}

/// The SQL of a filter, and the numbers that its values have in this database.
class FilterSql {
public:
    /// False when a value was never stored, so that nothing can match.
    Result<bool> resolve(Database &database, const StatementFilter &filter)
    {
        m_filter = &filter;
        m_isSqlite = !isPostgres(database);
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
        if (asksWhatRefers())
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

    /// Which table is gone through, the others being looked up by `stored`: the one of which the fewest rows
    /// fit; when they are many everywhere, one that comes in the order of the page, so that it ends when the
    /// page is full.
    Status chooseWalk(Database &database)
    {
        const Number nothing;
        const std::tuple<const Number &, char, const char *> all[] = {
            {m_registration, 'm', "statement WHERE registration = ?"},
            {m_agent, 'a', "statement_agent WHERE agent = ?"},
            {m_only, 'o', "statement_agent WHERE agent = ?"},
            {m_activity, 'c', "statement_activity WHERE activity = ?"},
            {m_registration ? nothing : m_verb, 'm', "statement WHERE verb = ?"},
        };
        m_walk = m_agent ? 'a' : m_only ? 'o' : m_activity ? 'c' : 'm';
        int fewest = kFew;
        for (const auto &[number, table, rows] : all) {
            if (!number)
                continue;
            KAPOK_TRY_ASSIGN(const int count, countFew(database, rows, std::array{Value(*number)}));
            if (count >= fewest)
                continue;
            fewest = count;
            m_walk = table;
        }
        if (asksWhatRefers()) {
            KAPOK_TRY_ASSIGN(const int references, countFew(database, "statement_reference", {}));
            m_fromMatches = fewest < references;
        }
        return success();
    }

    /// Whoever asks for a statement is also told what refers to it (xAPI 1.0.3 Communication, 2.1.3).
    [[nodiscard]] bool asksWhatRefers() const { return m_agent || m_activity || m_verb || m_registration; }

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

    /// m, which r refers to.
    [[nodiscard]] std::string joinTarget() const
    {
        return m_isSqlite
                   ? join("statement m", "m.id = r.target")
                   : join("statement_id i", "i.id = r.target") + join("statement m", "m.stored = i.stored");
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
        std::string from;
        if (m_fromMatches && m_walk != 'o') {
            from = named(m_walk);
            if (m_walk != 'm')
                from += joinByStored('m', m_walk);
            from +=
                join("statement_reference r", "r.target = m.id") + join("statement s", "s.stored = r.stored");
        } else {
            from = "statement_reference r" + join("statement s", "s.stored = r.stored") + joinTarget();
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
    char m_walk = 'm';          ///< alias of the table that is gone through
    bool m_fromMatches = false; ///< it has fewer rows than there are references
    bool m_isSqlite = true;
    Number m_only, m_authority, m_agent, m_activity, m_verb, m_registration;
    std::vector<Value> m_values;
};

} // namespace

Result<std::optional<PageQuery>> pageQuery(Database &database, const StatementFilter &filter, int limit)
{
    FilterSql sql;
    KAPOK_TRY_ASSIGN(const bool possible, sql.resolve(database, filter));
    if (!possible)
        return std::optional<PageQuery>();
    std::string text = sql.sql(limit);
    return std::optional(PageQuery{std::move(text), sql.values()});
}

} // namespace kapok::lrs
