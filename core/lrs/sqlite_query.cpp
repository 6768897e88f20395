// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/json_text.h"
#include "core/lrs/sqlite_statement_store.h"
#include "core/lrs/uuid_bytes.h"

#include <limits>

namespace kapok::lrs {
namespace {

/// The filters of a Query as ids; a value nobody ever used means no row.
struct Filter {
    std::string where;
    std::string from = "statement s";
    std::vector<std::int64_t> ids;
    bool isEmpty = false;
    bool hasDriver = false;
};

Status addFilter(store::Database &database, Filter &filter, const char *lookUp, const store::Value &value,
                 const std::string &driver, const std::string &condition)
{
    KAPOK_TRY_ASSIGN(const auto id, database.query(lookUp, {value}).one([](const store::Query &row) {
        return row.integer(0);
    }));
    if (!id) {
        filter.isEmpty = true;
        return success();
    }
    filter.ids.push_back(*id);
    // The first filter leads through its index; a "+" keeps SQLite from choosing another one.
    if (!filter.hasDriver && !driver.empty())
        filter.from = driver;
    filter.where += " AND " + (filter.hasDriver || driver.empty() ? condition : std::string("1"));
    if (!filter.hasDriver && driver.empty() && condition.starts_with('+'))
        filter.where.replace(filter.where.size() - condition.size(), 1, "");
    filter.hasDriver = true;
    return success();
}

Result<Filter> filterOf(store::Database &database, const Query &query)
{
    Filter filter;
    const std::string registration = uuidBytes(query.registration);
    if (!registration.empty())
        KAPOK_TRY(addFilter(database, filter, "SELECT id FROM registration WHERE uuid = ?",
                            store::Blob{registration}, "", "+s.registration = ?"));
    if (!query.agent.empty())
        KAPOK_TRY(
            addFilter(database, filter, "SELECT id FROM agent WHERE ifi = ?", query.agent,
                      "statement_agent k CROSS JOIN statement s ON k.agent = ? AND s.stored = k.stored",
                      "EXISTS (SELECT 1 FROM statement_agent a WHERE a.agent = ? AND a.stored = s.stored)"));
    if (!query.activity.empty())
        KAPOK_TRY(addFilter(
            database, filter, "SELECT id FROM activity WHERE iri = ?", query.activity,
            "statement_activity k CROSS JOIN statement s ON k.activity = ? AND s.stored = k.stored",
            "EXISTS (SELECT 1 FROM statement_activity a WHERE a.activity = ? AND a.stored = s.stored)"));
    if (!query.verb.empty())
        KAPOK_TRY(
            addFilter(database, filter, "SELECT id FROM verb WHERE iri = ?", query.verb, "", "+s.verb = ?"));
    if (!query.authority.empty()) {
        filter.hasDriver = true;
        KAPOK_TRY(addFilter(database, filter, "SELECT id FROM authority WHERE json = ?", query.authority, "",
                            "s.authority = ?"));
    }
    return filter;
}

constexpr const char *kColumns = "SELECT s.stored, s.json, u.json, s.version FROM ";

Found foundIn(const store::Query &row)
{
    return {present(row.text(1), toText(row.integer(0)), row.text(2), row.text(3)), row.integer(0)};
}

} // namespace

Result<Page> SqliteStatementStore::query(const Query &query)
{
    Page page;
    page.through = query.through.value_or(consistentThrough());
    KAPOK_TRY_ASSIGN(auto database, m_readers.take());
    KAPOK_TRY_ASSIGN(const Filter filter, filterOf(*database, query));
    if (filter.isEmpty)
        return page;
    Instant above = query.since.value_or(std::numeric_limits<Instant>::min());
    Instant below = std::min(query.until.value_or(page.through), page.through);
    if (query.after && query.ascending)
        above = std::max(above, *query.after);
    else if (query.after)
        below = std::min(below, *query.after - 1);
    const int limit = query.limit > 0 ? std::min(query.limit, kMaxPage) : kMaxPage;
    const std::string key = filter.from.starts_with("statement s") ? "s.stored" : "k.stored";
    const std::string sql = kColumns + filter.from +
                            " JOIN authority u ON u.id = s.authority WHERE s.voided = 0" + filter.where +
                            " AND " + key + " > ? AND " + key + " <= ? ORDER BY " + key +
                            (query.ascending ? "" : " DESC") + " LIMIT ?";
    std::vector<store::Value> values(filter.ids.begin(), filter.ids.end());
    values.insert(values.end(), {above, below, limit + 1});
    KAPOK_TRY_ASSIGN(auto rows, database->query(sql, values).all(foundIn));
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.pop_back();
        page.next = rows.back().stored;
    }
    for (Found &row : rows)
        page.statements.push_back(std::move(row.json));
    return page;
}

Result<Found> SqliteStatementStore::find(const StatementId &id, bool voided)
{
    KAPOK_TRY_ASSIGN(auto database, m_readers.take());
    const std::string bytes = uuidBytes(id.value);
    KAPOK_TRY_ASSIGN(auto found,
                     database
                         ->query(std::string(kColumns) + "statement s JOIN authority u ON u.id = s.authority "
                                                         "WHERE s.id = ? AND s.voided = ?",
                                 {store::Blob{bytes}, voided})
                         .one(foundIn));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no statement with this id."};
    return *std::move(found);
}

} // namespace kapok::lrs
