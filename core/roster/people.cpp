// SPDX-License-Identifier: Apache-2.0
#include "core/roster/roster.h"
#include "core/roster/secrets.h"

#include <algorithm>

namespace kapok::roster {
namespace {

constexpr std::size_t kLeastPassword = 8;

Status check(const NewPerson &person)
{
    const bool shaped =
        !person.account.empty() && person.account.size() <= 64 &&
        std::ranges::all_of(person.account, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        });
    if (!shaped)
        return Error{ErrorCode::InvalidInput,
                     "An account is 1 to 64 of a-z, 0-9, dot, hyphen and underscore."};
    if (person.name.empty() || !isUtf8(person.name))
        return Error{ErrorCode::InvalidInput, "A person needs a name in UTF-8."};
    if (person.password.size() < kLeastPassword)
        return Error{ErrorCode::InvalidInput, "A password needs at least 8 characters."};
    return success();
}

} // namespace

Result<PersonId> Roster::addPerson(const NewPerson &person)
{
    KAPOK_TRY(check(person));
    KAPOK_TRY_ASSIGN(const std::string hash, hashPassword(person.password));
    KAPOK_TRY_ASSIGN(auto database, m_pool.take());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*database));
    KAPOK_TRY_ASSIGN(const std::int64_t unit, unitRow(*database, person.unit));
    KAPOK_TRY_ASSIGN(const auto taken,
                     database->query("SELECT 1 FROM person WHERE account = ?", {person.account})
                         .one([](const store::Query &) { return true; }));
    if (taken)
        return Error{ErrorCode::Conflict, "The account " + person.account + " is taken."};
    const PersonId id{uuidV7(now())};
    const std::string language =
        person.nameLanguage.empty() ? languageOfName(person.name) : person.nameLanguage;
    KAPOK_TRY(database->run(
        "INSERT INTO person (uuid, account, name, name_language, sort_key, form_of_address, unit, "
        "password) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {id.value, person.account, person.name, language, nameSortKey(person.name, language),
         person.formOfAddress, unit, hash}));
    const std::int64_t row = database->lastInsertId();
    auto roles = person.roles;
    if (roles.empty())
        roles.push_back({Role::Learner, person.unit});
    for (const RoleAt &at : roles) {
        KAPOK_TRY_ASSIGN(const std::int64_t where,
                         unitRow(*database, at.unit.empty() ? person.unit : at.unit));
        KAPOK_TRY(database->run("INSERT INTO person_role (person, role, unit) VALUES (?, ?, ?)",
                                {row, toString(at.role), where}));
    }
    KAPOK_TRY(transaction.commit());
    return id;
}

Result<std::vector<RoleAt>> Roster::rolesOf(store::Database &database, std::int64_t person)
{
    return database
        .query("SELECT r.role, u.uuid FROM person_role r JOIN unit u ON u.id = r.unit WHERE r.person = ? "
               "ORDER BY r.role, u.id",
               {person})
        .all([](const store::Query &row) {
            return RoleAt{roleOf(row.text(0)).value_or(Role::Learner), {row.text(1)}};
        });
}

Result<Person> Roster::readPerson(const std::string &where, const std::string &value)
{
    Person person;
    UnitId home;
    {
        KAPOK_TRY_ASSIGN(auto database, m_pool.take());
        KAPOK_TRY_ASSIGN(
            auto found,
            database
                ->query("SELECT p.id, p.uuid, p.account, p.name, p.name_language, p.form_of_address, u.uuid "
                        "FROM person p JOIN unit u ON u.id = p.unit WHERE " +
                            where + " = ?",
                        {value})
                .one([&home](const store::Query &row) {
                    home.value = row.text(6);
                    return Person{row.integer(0), {row.text(1)}, row.text(2), row.text(3),
                                  row.text(4),    row.text(5),   {},          {}};
                }));
        if (!found)
            return Error{ErrorCode::NotFound, "There is no such person on this node."};
        person = *std::move(found);
        KAPOK_TRY_ASSIGN(person.roles, rolesOf(*database, person.row));
    }
    KAPOK_TRY_ASSIGN(person.unit, unit(home));
    return person;
}

Result<Person> Roster::personByAccount(const std::string &account)
{
    return readPerson("p.account", account);
}

Result<Person> Roster::person(const PersonId &id)
{
    return readPerson("p.uuid", id.value);
}

} // namespace kapok::roster
