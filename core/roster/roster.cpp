// SPDX-License-Identifier: Apache-2.0
#include "core/roster/roster.h"

#include "core/roster/rows.h"
#include "core/roster/secrets.h"
#include "core/tally/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kapok::roster {
namespace {

using store::Query;

Unit unitAt(const Query &row)
{
    return {{row.text(0)}, row.text(1), {row.text(2)}, localizedText(row.text(3)), row.text(4), row.text(5)};
}

bool isAccount(std::string_view account)
{
    return !account.empty() && account.size() <= 64 &&
           std::all_of(account.begin(), account.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
           });
}

Status checkPerson(const NewPerson &person)
{
    static constexpr std::array<std::string_view, 4> kRoles = {"learner", "reviewer", "author", "owner"};
    if (!isAccount(person.account))
        return Error{ErrorCode::InvalidInput, "An account has 1 to 64 of a-z, 0-9, dot, hyphen, underscore."};
    if (person.name.empty() || person.name.size() > 200 || !isUtf8(person.name))
        return Error{ErrorCode::InvalidInput, "A name has 1 to 200 bytes of UTF-8."};
    if (person.password.size() < kLeastPassword || person.password.size() > kLongestPassword)
        return Error{ErrorCode::InvalidInput,
                     "A password has at least " + std::to_string(kLeastPassword) + " characters."};
    for (const auto &role : person.roles) {
        if (std::find(kRoles.begin(), kRoles.end(), role.role) == kRoles.end())
            return Error{ErrorCode::InvalidInput, "A role is learner, reviewer, author or owner."};
    }
    return success();
}

Result<Person> personOf(store::Database &database, const std::string &account)
{
    auto person = readPerson(database, "p.account = ?", account);
    if (!person.ok() && person.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound, "There is no person with the account " + account +
                                              "; \"kapokd list-people\" shows all."};
    return person;
}

} // namespace

bool Person::hasRole(std::string_view role) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const Role &one) { return one.role == role; });
}

Status Roster::prepareNode(const Node &wanted, bool homePageGiven)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY(database->run("INSERT INTO node (id, home_page, names, country, utc_offset, credential_key)"
                            " VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            {wanted.homePage, toJsonText(wanted.names), wanted.country,
                             wanted.utcOffsetMinutes, store::Blob{newDigestKey()}}));
    if (!homePageGiven)
        return success();
    // While nobody is here yet, no identity hangs on it.
    KAPOK_TRY(database->run("UPDATE node SET home_page = ? WHERE NOT EXISTS (SELECT 1 FROM person)"
                            " AND NOT EXISTS (SELECT 1 FROM statement)",
                            {wanted.homePage}));
    KAPOK_TRY_ASSIGN(const Node there, node());
    if (there.homePage != wanted.homePage)
        return Error{ErrorCode::Conflict, "This database belongs to the home page " + there.homePage +
                                              ", which cannot change any more."};
    return success();
}

Status Roster::describeNode(const Node &node)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(
        const auto offset,
        database->query("SELECT utc_offset FROM node").one([](const Query &row) { return row.integer(0); }));
    KAPOK_TRY(database->run("UPDATE node SET names = ?, country = ?, utc_offset = ?",
                            {toJsonText(node.names), node.country, node.utcOffsetMinutes}));
    if (offset != node.utcOffsetMinutes)
        KAPOK_TRY(tally::recountEverything(*database)); // other days begin
    return transaction.commit();
}

Result<Node> Roster::node()
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(
        auto found,
        database->query("SELECT home_page, names, country, utc_offset FROM node").one([](const Query &row) {
            return Node{row.text(0), localizedText(row.text(1)), row.text(2),
                        static_cast<int>(row.integer(3))};
        }));
    if (!found)
        return Error{ErrorCode::NotFound, "This database has not been set up yet."};
    return *std::move(found);
}

Result<UnitId> Roster::addUnit(const Unit &unit)
{
    if (unit.names.empty() || unit.kind.empty())
        return Error{ErrorCode::InvalidInput, "A unit needs a kind and at least one name."};
    const UnitId id{unit.id.empty() ? uuidV7(milliseconds(m_clock.now())) : unit.id.value};
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    std::optional<std::int64_t> parent;
    if (!unit.parent.empty()) {
        KAPOK_TRY_ASSIGN(parent, unitNumber(*database, unit.parent));
    }
    const auto orNull = [](const std::string &date) { return date.empty() ? store::Value(nullptr) : date; };
    KAPOK_TRY(database->run(
        "INSERT INTO unit (uuid, kind, parent, names, codes, valid_from, valid_to)"
        " VALUES (?, ?, ?, ?, '{}', ?, ?)",
        {id.value, unit.kind, parent, toJsonText(unit.names), orNull(unit.validFrom), orNull(unit.validTo)}));
    return id;
}

Result<Unit> Roster::unit(const UnitId &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto found, database
                                     ->query("SELECT u.uuid, u.kind, p.uuid, u.names, u.valid_from,"
                                             " u.valid_to FROM unit u LEFT JOIN unit p ON p.id = u.parent"
                                             " WHERE u.uuid = ?",
                                             {id.value})
                                     .one(unitAt));
    if (!found)
        return Error{ErrorCode::NotFound, "There is no unit with this id."};
    return *std::move(found);
}

Result<Unit> Roster::findUnit(const std::string &nameOrId)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto found, database
                                     ->query("SELECT u.uuid, u.kind, p.uuid, u.names, u.valid_from,"
                                             " u.valid_to FROM unit u LEFT JOIN unit p ON p.id = u.parent")
                                     .all(unitAt));
    std::erase_if(found, [&](const Unit &one) {
        const auto &names = one.names.byLanguage;
        return one.id.value != nameOrId && std::none_of(names.begin(), names.end(), [&](const auto &name) {
                   return name.second == nameOrId;
               });
    });
    if (found.empty())
        return Error{ErrorCode::NotFound,
                     "There is no unit \"" + nameOrId + "\"; \"kapokd list-units\" shows all."};
    if (found.size() > 1)
        return Error{ErrorCode::InvalidInput,
                     "Several units are called \"" + nameOrId +
                         "\"; give the id of one, as \"kapokd list-units\" shows it."};
    return std::move(found.front());
}

Result<std::vector<Unit>> Roster::branches(const std::vector<UnitId> &roots, int depth)
{
    std::vector<Unit> all;
    std::set<std::string> known;
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    for (const auto &root : roots) {
        KAPOK_TRY_ASSIGN(auto branch,
                         database
                             ->query("WITH RECURSIVE branch (id, depth) AS ("
                                     " SELECT id, 0 FROM unit WHERE uuid = ?"
                                     " UNION ALL SELECT u.id, b.depth + 1 FROM unit u"
                                     "  JOIN branch b ON u.parent = b.id WHERE b.depth < ?)"
                                     " SELECT u.uuid, u.kind, p.uuid, u.names, u.valid_from, u.valid_to"
                                     " FROM branch b JOIN unit u ON u.id = b.id"
                                     " LEFT JOIN unit p ON p.id = u.parent ORDER BY b.depth, u.id",
                                     {root.value, depth})
                             .all(unitAt));
        for (auto &unit : branch) {
            if (known.insert(unit.id.value).second)
                all.push_back(std::move(unit));
        }
    }
    return all;
}

Result<int> Roster::depthOf(const std::vector<UnitId> &roots, int most)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    std::map<std::int64_t, std::int64_t> units; // by depth
    for (const auto &root : roots) {
        auto rows = database->query("WITH RECURSIVE branch (id, depth) AS ("
                                    " SELECT id, 0 FROM unit WHERE uuid = ?"
                                    " UNION ALL SELECT u.id, b.depth + 1 FROM unit u"
                                    "  JOIN branch b ON u.parent = b.id)"
                                    " SELECT depth, count(*) FROM branch GROUP BY depth",
                                    {root.value});
        KAPOK_TRY(rows.all([&](const Query &row) { return units[row.integer(0)] += row.integer(1); }));
    }
    std::int64_t all = 0;
    int depth = 0;
    for (const auto &[level, count] : units) {
        all += count;
        if (level > 1 && all > most)
            break;
        depth = static_cast<int>(level);
    }
    return std::max(1, depth);
}

Result<std::vector<UnitId>> Roster::path(const UnitId &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return database
        ->query("WITH RECURSIVE above (id, height) AS (SELECT id, 0 FROM unit WHERE uuid = ?"
                " UNION ALL SELECT u.parent, a.height + 1 FROM unit u JOIN above a ON u.id = a.id"
                "  WHERE u.parent IS NOT NULL)"
                " SELECT u.uuid FROM above a JOIN unit u ON u.id = a.id ORDER BY a.height",
                {id.value})
        .all([](const Query &row) { return UnitId{row.text(0)}; });
}

Result<PersonId> Roster::addPerson(const NewPerson &person)
{
    KAPOK_TRY(checkPerson(person));
    const PersonId id{uuidV7(milliseconds(m_clock.now()))};
    const std::string language =
        person.nameLanguage.empty() ? languageOfName(person.name) : person.nameLanguage;
    KAPOK_TRY_ASSIGN(const std::string password, hashPassword(person.password));
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(const auto unit, unitNumber(*database, person.unit));
    auto added = database
                     ->query("INSERT INTO person (uuid, account, name, name_language, sort_key,"
                             " form_of_address, unit, password) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                             {id.value, person.account, person.name, language,
                              nameSortKey(person.name, language), person.formOfAddress, unit, password})
                     .one([](const Query &row) { return row.integer(0); });
    if (!added.ok() && added.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, "The account " + person.account + " exists already."};
    KAPOK_TRY_ASSIGN(const auto number, std::move(added));
    tally::Change change(*database);
    KAPOK_TRY(change.ofPerson(number.value_or(0)));
    for (const auto &role : person.roles) {
        KAPOK_TRY_ASSIGN(const auto roleUnit,
                         unitNumber(*database, role.unit.empty() ? person.unit : role.unit));
        KAPOK_TRY(database->run("INSERT INTO person_role (person, role, unit) VALUES (?, ?, ?)"
                                " ON CONFLICT DO NOTHING",
                                {number, role.role, roleUnit}));
    }
    KAPOK_TRY(change.finish());
    KAPOK_TRY(transaction.commit());
    return id;
}

Result<Person> Roster::person(const PersonId &id)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return readPerson(*database, "p.uuid = ?", id.value);
}

Result<Person> Roster::personByAccount(const std::string &account)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    return personOf(*database, account);
}

Status Roster::removePerson(const std::string &account)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(const Person person, personOf(*database, account));
    KAPOK_TRY_ASSIGN(const auto number, personNumber(*database, person.id));
    tally::Change change(*database);
    KAPOK_TRY(change.ofPerson(number));
    KAPOK_TRY(change.ofDevicesOf(number));
    for (const char *table : {"credential", "person_role", "assignment"})
        KAPOK_TRY(database->run(std::string("DELETE FROM ") + table + " WHERE person = ?", {number}));
    KAPOK_TRY(database->run("DELETE FROM person WHERE id = ?", {number}));
    KAPOK_TRY(credentialsChanged(*database));
    KAPOK_TRY(change.finish());
    return transaction.commit();
}

Status Roster::movePerson(const std::string &account, const UnitId &unit)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(const Person person, personOf(*database, account));
    KAPOK_TRY_ASSIGN(const auto number, personNumber(*database, person.id));
    KAPOK_TRY_ASSIGN(const auto from, unitNumber(*database, person.unit));
    KAPOK_TRY_ASSIGN(const auto to, unitNumber(*database, unit));
    if (from == to)
        return success();
    tally::Change change(*database);
    KAPOK_TRY(change.ofPerson(number));
    KAPOK_TRY(change.ofDevicesOf(number));
    KAPOK_TRY(database->run("UPDATE person SET unit = ? WHERE id = ?", {to, number}));
    KAPOK_TRY(database->run("INSERT INTO person_role (person, role, unit) SELECT person, role, ?"
                            " FROM person_role WHERE person = ? AND role = 'learner' AND unit = ?"
                            " ON CONFLICT DO NOTHING",
                            {to, number, from}));
    KAPOK_TRY(database->run("DELETE FROM person_role WHERE person = ? AND unit = ?", {number, from}));
    KAPOK_TRY(credentialsChanged(*database));
    KAPOK_TRY(change.finish());
    return transaction.commit();
}

Result<std::vector<Person>> Roster::peopleIn(const UnitId &unit)
{
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(const auto ids,
                     database
                         ->query("WITH RECURSIVE branch (id) AS (SELECT id FROM unit WHERE uuid = ?"
                                 " UNION ALL SELECT u.id FROM unit u JOIN branch b ON u.parent = b.id)"
                                 " SELECT uuid FROM person WHERE unit IN (SELECT id FROM branch)"
                                 " ORDER BY sort_key, id",
                                 {unit.value})
                         .all([](const Query &row) { return row.text(0); }));
    std::vector<Person> people;
    for (const auto &id : ids) {
        KAPOK_TRY_ASSIGN(auto one, readPerson(*database, "p.uuid = ?", id));
        people.push_back(std::move(one));
    }
    return people;
}

} // namespace kapok::roster
