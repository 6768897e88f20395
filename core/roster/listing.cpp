// SPDX-License-Identifier: Apache-2.0
#include "core/roster/listing.h"

#include "core/roster/rows.h"

namespace kapok::roster {

using store::Query;

Result<std::vector<Unit>> listUnits(store::Database &database)
{
    return database
        .query("WITH RECURSIVE branch (id, depth) AS (SELECT id, 0 FROM unit WHERE parent IS NULL"
               " UNION ALL SELECT u.id, b.depth + 1 FROM unit u JOIN branch b ON u.parent = b.id)"
               " SELECT u.uuid, u.kind, p.uuid, u.names, u.valid_from, u.valid_to"
               " FROM branch b JOIN unit u ON u.id = b.id LEFT JOIN unit p ON p.id = u.parent"
               " ORDER BY b.depth, u.id")
        .all([](const Query &row) {
            return Unit{{row.text(0)}, row.text(1), {row.text(2)}, localizedText(row.text(3)),
                        row.text(4),   row.text(5)};
        });
}

Result<std::vector<Person>> listPeople(store::Database &database, const UnitId &unit)
{
    std::vector<Person> people;
    const auto take = [&](const Query &row) {
        if (people.empty() || people.back().account != row.text(0)) {
            Person person;
            person.account = row.text(0);
            person.name = row.text(1);
            person.unit = {row.text(2)};
            people.push_back(std::move(person));
        }
        if (!row.isNull(3))
            people.back().roles.push_back({row.text(3), {row.text(4)}});
        return true;
    };
    KAPOK_TRY(database
                  .query("WITH RECURSIVE branch (id) AS ("
                         " SELECT id FROM unit WHERE uuid = ? OR (? = '' AND parent IS NULL)"
                         " UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id)"
                         " SELECT p.account, p.name, u.uuid, r.role, e.uuid FROM person p"
                         " JOIN unit u ON u.id = p.unit LEFT JOIN person_role r ON r.person = p.id"
                         " LEFT JOIN unit e ON e.id = r.unit WHERE p.unit IN (SELECT id FROM branch)"
                         " ORDER BY p.sort_key, p.id, r.role, e.id",
                         {unit.value, unit.value})
                  .all(take));
    return people;
}

Result<std::vector<ListedCredential>> listCredentials(store::Database &database, const std::string &account)
{
    return database
        .query("SELECT c.key, p.account, c.client, c.scopes, c.device_name, c.platform, c.created,"
               " c.last_used FROM credential c LEFT JOIN person p ON p.id = c.person"
               " WHERE ? = '' OR p.account = ? ORDER BY c.created, c.key",
               {account, account})
        .all([](const Query &row) {
            return ListedCredential{row.text(0),
                                    row.text(1),
                                    row.text(2),
                                    row.text(3),
                                    row.text(4),
                                    row.text(5),
                                    timeAt(row, 6).value_or(Time{}),
                                    timeAt(row, 7).value_or(Time{})};
        });
}

} // namespace kapok::roster
