// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/history.h"

#include "core/lrs/interning.h"

namespace kapok::lrs {

Result<std::vector<HistoryEntry>> readHistory(store::Database &database, Micros after, int limit)
{
    return database
        .query("SELECT s.stored, s.json, u.json, s.id, CASE WHEN EXISTS (SELECT 1 FROM statement_attachment a"
               " WHERE a.stored = s.stored) THEN 1 ELSE 0 END FROM statement s JOIN authority u ON u.id = "
               "s.authority"
               " WHERE s.stored > ? ORDER BY s.stored LIMIT ?",
               {after, limit})
        .all([](const store::Query &row) {
            const Micros stored = row.integer(0);
            const std::string json = row.text(1);
            return HistoryEntry{stored,
                                json.substr(0, json.rfind('}')) + ",\"stored\":\"" + microsText(stored) +
                                    "\",\"authority\":" + row.text(2) + "}",
                                StatementId{uuidText(row.blob(3))}, row.integer(4) != 0};
        });
}

} // namespace kapok::lrs
