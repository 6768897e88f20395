// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/history.h"

#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"

namespace kapok::lrs {

namespace {

/// More than this is not collected at once; one statement may have more.
constexpr std::size_t kMostBytes = 4u << 20;

HistoryEntry entryAt(const store::Query &row)
{
    const Micros stored = row.integer(0);
    const std::string json = row.text(1);
    return {stored,
            json.substr(0, json.rfind('}')) + ",\"stored\":\"" + microsText(stored) +
                "\",\"authority\":" + row.text(2) + "}",
            StatementId{uuidText(row.blob(3))}, row.integer(4) != 0};
}

} // namespace

Result<std::vector<HistoryEntry>> readHistory(store::Database &database, Micros after, int limit)
{
    std::string from = "statement s JOIN authority u ON u.id = s.authority WHERE s.stored > ?1";
    if (isPostgres(database)) // it sends all rows before the first can be read
        from = "(SELECT stored, sum(bytes) OVER (ORDER BY stored ROWS BETWEEN UNBOUNDED PRECEDING AND"
               "  1 PRECEDING) AS before FROM (SELECT stored, octet_length(json) AS bytes FROM statement"
               "  WHERE stored > ?1 ORDER BY stored LIMIT ?2) AS next) AS page"
               " JOIN statement s ON s.stored = page.stored JOIN authority u ON u.id = s.authority"
               " WHERE coalesce(page.before, 0) <= " +
               std::to_string(kMostBytes);
    store::Query rows = database.query("SELECT s.stored, s.json, u.json, s.id, CASE WHEN EXISTS (SELECT 1"
                                       " FROM statement_attachment a WHERE a.stored = s.stored) THEN 1 ELSE"
                                       " 0 END FROM " +
                                           from + " ORDER BY s.stored LIMIT ?2",
                                       {after, limit});
    std::vector<HistoryEntry> entries;
    for (std::size_t bytes = 0; bytes <= kMostBytes; bytes += entries.back().json.size()) {
        KAPOK_TRY_ASSIGN(const bool isThere, rows.step());
        if (!isThere)
            break;
        entries.push_back(entryAt(rows));
    }
    return entries;
}

} // namespace kapok::lrs
