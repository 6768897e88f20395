// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/page_query.h"

#include "core/lrs/agents.h"
#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"

#include <algorithm>
#include <array>
#include <iterator>
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

/// How many rows fit \p rows, a table with a condition on `?` in the order of its index; \p most when there
/// are more. Without the order PostgreSQL reads the table through when it guesses that many more fit than do:
/// it would have found enough of them soon.
Result<int> countSome(Database &database, const std::string &rows, std::span<const Value> values, int most)
{
    const std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM " + rows + " LIMIT " + std::to_string(most) + ") AS counted";
    KAPOK_TRY_ASSIGN(const auto count,
                     database.query(sql, values).one([](const Query &row) { return row.integer(0); }));
    return static_cast<int>(count.value_or(0));
}

using Conditions = std::vector<std::string>;

std::string where(const Conditions &conditions)
{
    std::string text;
    for (const std::string &condition : conditions)
        text += (text.empty() ? " WHERE " : " AND ") + condition;
    return text;
}

void append(Conditions &conditions, Conditions more)
{
    std::ranges::move(more, std::back_inserter(conditions));
}

/// That there is a row of \p table (with its alias) that meets \p conditions: at most one can. PostgreSQL
/// makes a join of EXISTS, and expects of `= (SELECT …)` that hardly a row meets it.
std::string isThere(const std::string &table, const Conditions &conditions)
{
    return "(SELECT 1 FROM " + table + where(conditions) + ") IS NOT NULL";
}

/// The SQL of a filter, and the numbers that its values have in this database.
///
/// One table is walked; what else a statement must meet is looked up for each row, by a subquery with one
/// value. Neither database makes a join of such a one, so neither has to know which table has how many rows.
class FilterSql {
public:
    /// False when a value was never stored, so that nothing can match.
    Result<bool> resolve(Database &database, const StatementFilter &filter)
    {
        m_filter = &filter;
        m_isPostgres = isPostgres(database);
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
        const std::string order = byStored() + " LIMIT " + std::to_string(limit);
        std::string chosen = "SELECT stored FROM (" + itself() + order + ") AS itself";
        if (asksWhatRefers())
            chosen += " UNION SELECT stored FROM (" + referring() + order + ") AS referring";
        const char *json = "(SELECT s.json FROM statement s WHERE s.stored = page.stored)";
        if (!m_isPostgres)
            return withTexts(json, chosen) + order;
        // It sends all rows before the first can be read, so what is beyond a page is left out there.
        const std::string before =
            "sum((SELECT octet_length(s.json) FROM statement s WHERE s.stored = page.stored)) OVER (" +
            byStored() + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
        return withTexts("CASE WHEN coalesce(page.before, 0) <= " + std::to_string(kPageBytes) + " THEN " +
                             json + " END",
                         "SELECT stored, " + before + " AS before FROM (" + chosen + ") AS page" + order) +
               order;
    }
    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    using Number = std::optional<std::int64_t>;

    [[nodiscard]] std::string byStored() const
    {
        return std::string(" ORDER BY stored ") + (m_filter->query.ascending ? "ASC" : "DESC");
    }

    /// \p rows of `stored`, with \p json and the authority of each.
    static std::string withTexts(const std::string &json, const std::string &rows)
    {
        return "SELECT stored, " + json +
               ", (SELECT u.json FROM authority u WHERE u.id ="
               " (SELECT s.authority FROM statement s WHERE s.stored = page.stored)) FROM (" +
               rows + ") AS page";
    }

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
        int references = 0;
        if (asksWhatRefers()) {
            KAPOK_TRY_ASSIGN(references, countSome(database, "statement_reference", {}, kFew));
        }
        const Number nothing;
        const std::tuple<const Number &, char, const char *> all[] = {
            {m_registration, 'm', "statement WHERE registration = ? ORDER BY stored"},
            {m_agent, 'a', "statement_agent WHERE agent = ? ORDER BY stored"},
            {m_only, 'o', "statement_agent WHERE agent = ? ORDER BY stored"},
            {m_activity, 'c', "statement_activity WHERE activity = ? ORDER BY stored"},
            {m_registration ? nothing : m_verb, 'm', "statement WHERE verb = ? ORDER BY stored"},
        };
        m_walk = m_agent ? 'a' : m_only ? 'o' : m_activity ? 'c' : 'm';
        const auto given =
            std::ranges::count_if(all, [](const auto &one) { return std::get<0>(one).has_value(); });
        int fewest = given == 1 ? references : kFew; // one alone is walked in any case
        for (const auto &[number, table, rows] : all) {
            if (!number || fewest == 0)
                continue;
            KAPOK_TRY_ASSIGN(const int count, countSome(database, rows, std::array{Value(*number)}, fewest));
            if (count >= fewest)
                continue;
            fewest = count;
            m_walk = table;
        }
        m_fromMatches = fewest < references && m_walk != 'o';
        return success();
    }

    /// Whoever asks for a statement is also told what refers to it (xAPI 1.0.3 Communication, 2.1.3).
    [[nodiscard]] bool asksWhatRefers() const { return m_agent || m_activity || m_verb || m_registration; }

    /// m: a statement that matches; a, c: what it mentions; s: one that refers to it; o: whom it must be
    /// about.
    static std::string named(char table)
    {
        const char *name = table == 'c'                   ? "statement_activity"
                           : table == 'a' || table == 'o' ? "statement_agent"
                                                          : "statement";
        return std::string(name) + " " + table;
    }

    [[nodiscard]] bool has(char table) const
    {
        return table == 'a'   ? m_agent.has_value()
               : table == 'o' ? m_only.has_value()
                              : m_activity.has_value();
    }

    /// Statements that match.
    std::string itself()
    {
        const std::string stored = walked() + ".stored";
        Conditions all = fitting(m_walk);
        append(all, m_walk == 'm' ? visible('m') : Conditions{lookUp('m', stored, visible('m'))});
        append(all, mentioned("aoc", stored, m_walk));
        append(all, within(stored));
        return "SELECT " + stored + " AS stored FROM " + named(m_walk) + where(all);
    }

    /// Statements s that refer (r) to one that matches, be that voided or not; each once, for r has a row for
    /// each statement on the way to the end of a chain.
    std::string referring()
    {
        // From matches PostgreSQL would still walk all references, if those came in the order of the page.
        const char *stored = m_fromMatches && m_isPostgres ? "r.stored + 0" : "r.stored";
        Conditions all{m_fromMatches ? isOneOfMatches() : targetMatches(),
                       lookUp('s', "r.stored", visible('s'))};
        append(all, mentioned("o", "r.stored"));
        append(all, within("r.stored"));
        return "SELECT DISTINCT " + std::string(stored) + " AS stored FROM statement_reference r" +
               where(all);
    }

    std::string targetMatches()
    {
        Conditions all{m_isPostgres ? "m.stored = (SELECT i.stored FROM statement_id i WHERE i.id = r.target)"
                                    : "m.id = r.target"};
        append(all, fitting('m'));
        append(all, mentioned("ac", "m.stored"));
        return isThere(named('m'), all);
    }

    std::string isOneOfMatches()
    {
        const std::string stored = walked() + ".stored";
        std::string id = "m.id";
        if (m_walk != 'm') {
            Conditions same{"m.stored = " + stored};
            append(same, fitting('m'));
            id = "(SELECT m.id FROM statement m" + where(same) + ")";
        }
        Conditions all = fitting(m_walk);
        append(all, mentioned("ac", stored, m_walk));
        const std::string ids = "SELECT " + id + " FROM " + named(m_walk) + where(all);
        // PostgreSQL would make a join of IN.
        return m_isPostgres ? "r.target = ANY (ARRAY(" + ids + "))" : "r.target IN (" + ids + ")";
    }

    /// What a row of \p table, under its alias, has when its statement matches. Of a table that it has not
    /// analysed, PostgreSQL expects that hardly a row is equal to something and that many are at most that.
    Conditions fitting(char table)
    {
        const auto &query = m_filter->query;
        switch (table) {
        case 'a':
            return {"a.agent = " + bind(m_agent), query.relatedAgents ? "a.related <= 1" : "a.related <= 0"};
        case 'o':
            return {"o.agent = " + bind(m_only), "o.related <= 0"};
        case 'c':
            return {"c.activity = " + bind(m_activity),
                    query.relatedActivities ? "c.related <= 1" : "c.related <= 0"};
        case 'm': {
            Conditions all;
            if (m_verb) // the registration's index is better
                all.push_back((m_registration ? "+m.verb = " : "m.verb = ") + bind(m_verb));
            if (m_registration)
                all.push_back("m.registration = " + bind(m_registration));
            return all;
        }
        default:
            return {};
        }
    }

    /// That whoever asks may see the statement \p alias.
    Conditions visible(char alias)
    {
        Conditions all{std::string(1, alias) + ".voided <= 0"};
        if (m_authority)
            all.push_back(std::string(1, alias) + ".authority = " + bind(m_authority));
        return all;
    }

    /// That \p stored is in the time asked for, and on this page.
    Conditions within(const std::string &stored)
    {
        Conditions all;
        if (m_filter->since)
            all.push_back(stored + " > " + bind(m_filter->since));
        if (m_filter->until)
            all.push_back(stored + " <= " + bind(m_filter->until));
        if (m_filter->after)
            all.push_back(stored + (m_filter->query.ascending ? " > " : " < ") + bind(m_filter->after));
        return all;
    }

    /// That the row of \p table at \p stored fits, and meets \p more.
    std::string lookUp(char table, const std::string &stored, Conditions more = {})
    {
        Conditions all{std::string(1, table) + ".stored = " + stored};
        append(all, fitting(table));
        append(all, std::move(more));
        return isThere(named(table), all);
    }

    /// That the rows at \p stored of those \p tables that are asked for fit, but for the one \p but.
    Conditions mentioned(std::string_view tables, const std::string &stored, char but = 0)
    {
        Conditions all;
        for (const char table : tables)
            if (table != but && has(table))
                all.push_back(lookUp(table, stored));
        return all;
    }

    [[nodiscard]] std::string walked() const { return std::string(1, m_walk); }

    /// The parameter for \p value, which is there.
    std::string bind(const Number &value)
    {
        m_values.emplace_back(*value);
        return "?" + std::to_string(m_values.size());
    }

    const StatementFilter *m_filter = nullptr;
    char m_walk = 'm';          ///< alias of the table that is gone through
    bool m_fromMatches = false; ///< it has fewer rows than there are references
    bool m_isPostgres = false;
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
