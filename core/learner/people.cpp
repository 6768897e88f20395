// SPDX-License-Identifier: Apache-2.0
#include "core/learner/people.h"

#include "core/learner/people_json.h"
#include "kapok_sql/learner_device.h"

#include <algorithm>

namespace kapok::learner {
namespace {

constexpr std::string_view kColumns = "id, server, account, home_page, name, name_language, form_of_address,"
                                      " note, unit, unit_names, roles, pin_hash IS NOT NULL";

Person personOf(const store::Query &row)
{
    Person person;
    person.id.value = row.text(0);
    person.server = row.text(1);
    person.account = row.text(2);
    person.homePage = row.text(3);
    person.name = row.text(4);
    person.nameLanguage = row.text(5);
    person.formOfAddress = row.text(6);
    person.note = row.text(7);
    person.unit.value = row.text(8);
    person.unitNames = namesFromJson(row.text(9));
    person.roles = rolesFromJson(row.text(10));
    person.hasPin = row.integer(11) != 0;
    return person;
}

Error unknown(const PersonId &id)
{
    return {ErrorCode::NotFound, "no person " + id.value + " on this device"};
}

/// NotFound when the last statement changed no row.
Status mustHaveChanged(const store::Database &database, const PersonId &id)
{
    return database.changes() == 0 ? Status(unknown(id)) : success();
}

std::string textOf(const store::Query &row)
{
    return row.text(0);
}

} // namespace

bool Person::hasRole(std::string_view role) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const PersonRole &each) { return each.role == role; });
}

std::filesystem::path profileFolder(const std::filesystem::path &dataDir, const PersonId &id)
{
    return dataDir / "profiles" / id.value;
}

People::People(std::filesystem::path dataDir, const Clock &clock, store::Database database)
    : m_dataDir(std::move(dataDir)), m_clock(&clock), m_database(std::move(database))
{}

Result<People> People::open(const std::filesystem::path &dataDir, const Clock &clock,
                            const store::OpenOptions &options)
{
    KAPOK_TRY_ASSIGN(auto database,
                     store::Database::open(dataDir / "device.db", sql::kLearnerDevice, options));
    People people(dataDir, clock, std::move(database));
    KAPOK_TRY(people.finishRemovals());
    KAPOK_TRY(people.loadDeviceId());
    return people;
}

Status People::loadDeviceId()
{
    // Two first starts at once must agree: the first insert stands.
    KAPOK_TRY_ASSIGN(auto id, deviceSetting("device_id"));
    if (!id) {
        KAPOK_TRY(m_database.run("INSERT OR IGNORE INTO setting (key, value) VALUES ('device_id', ?)",
                                 {uuidV7(m_clock->now().time_since_epoch().count())}));
        KAPOK_TRY_ASSIGN(id, deviceSetting("device_id"));
    }
    m_deviceId.value = id.value_or("");
    return success();
}

Result<std::vector<Person>> People::all()
{
    return m_database.query("SELECT " + std::string(kColumns) + " FROM person WHERE removed = 0 ORDER BY seq")
        .all(personOf);
}

Result<Person> People::find(const PersonId &id)
{
    KAPOK_TRY_ASSIGN(auto person, m_database
                                      .query("SELECT " + std::string(kColumns) +
                                                 " FROM person WHERE id = ? AND removed = 0",
                                             {id.value})
                                      .one(personOf));
    if (!person)
        return unknown(id);
    return *std::move(person);
}

Status People::add(const Person &person)
{
    if (!isUuid(person.id.value)) // it also names a folder
        return Error{ErrorCode::InvalidInput, "a person's id must be a UUID"};
    return m_database.run(
        "INSERT INTO person (id, server, account, home_page, name, name_language, form_of_address, note, "
        "unit,"
        " unit_names, roles) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET server = excluded.server, account = excluded.account,"
        " home_page = excluded.home_page, name = excluded.name, name_language = excluded.name_language,"
        " form_of_address = excluded.form_of_address, note = excluded.note, unit = excluded.unit,"
        " unit_names = excluded.unit_names, roles = excluded.roles",
        {person.id.value, person.server, person.account, person.homePage, person.name, person.nameLanguage,
         person.formOfAddress, person.note, person.unit.value, namesToJson(person.unitNames),
         rolesToJson(person.roles)});
}

Status People::remove(const PersonId &id)
{
    KAPOK_TRY(m_database.run("UPDATE person SET removed = 1, pin_hash = NULL, credential_key = NULL,"
                             " credential_secret = NULL WHERE id = ? AND removed = 0",
                             {id.value}));
    KAPOK_TRY(mustHaveChanged(m_database, id));
    return erase(id);
}

Status People::erase(const PersonId &id)
{
    std::error_code code;
    std::filesystem::remove_all(profileFolder(m_dataDir, id), code);
    if (code)
        return Error{ErrorCode::StorageBroken,
                     "cannot delete the folder of a removed person: " + code.message()};
    return m_database.run("DELETE FROM person WHERE id = ? AND removed = 1", {id.value});
}

Status People::finishRemovals()
{
    KAPOK_TRY_ASSIGN(const auto ids, m_database.query("SELECT id FROM person WHERE removed = 1").all(textOf));
    for (const auto &id : ids)
        KAPOK_TRY(erase({id}));
    return success();
}

Status People::setCredential(const PersonId &id, const StoredCredential &credential)
{
    KAPOK_TRY(m_database.run(
        "UPDATE person SET credential_key = ?, credential_secret = ? WHERE id = ? AND removed = 0",
        {credential.key, credential.secret, id.value}));
    return mustHaveChanged(m_database, id);
}

Result<std::optional<StoredCredential>> People::credential(const PersonId &id)
{
    return m_database
        .query("SELECT credential_key, credential_secret FROM person"
               " WHERE id = ? AND removed = 0 AND credential_key IS NOT NULL",
               {id.value})
        .one([](const store::Query &row) {
            return StoredCredential{row.text(0), row.text(1)};
        });
}

Status People::forgetCredential(const PersonId &id)
{
    return m_database.run("UPDATE person SET credential_key = NULL, credential_secret = NULL WHERE id = ?",
                          {id.value});
}

Result<std::optional<std::string>> People::setting(const PersonId &id, std::string_view key)
{
    return m_database
        .query("SELECT value FROM person_setting WHERE person = (SELECT seq FROM person WHERE id = ?) AND "
               "key = ?",
               {id.value, key})
        .one(textOf);
}

Status People::setSetting(const PersonId &id, std::string_view key, std::string_view value)
{
    KAPOK_TRY(m_database.run("INSERT INTO person_setting (person, key, value)"
                             " SELECT seq, ?2, ?3 FROM person WHERE id = ?1 AND removed = 0"
                             " ON CONFLICT (person, key) DO UPDATE SET value = excluded.value",
                             {id.value, key, value}));
    return mustHaveChanged(m_database, id);
}

Result<std::optional<std::string>> People::deviceSetting(std::string_view key)
{
    return m_database.query("SELECT value FROM setting WHERE key = ?", {key}).one(textOf);
}

Status People::setDeviceSetting(std::string_view key, std::string_view value)
{
    return m_database.run("INSERT INTO setting (key, value) VALUES (?, ?)"
                          " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          {key, value});
}

Status People::setNode(const Node &node)
{
    return m_database.run("INSERT INTO node (server, info) VALUES (?, ?)"
                          " ON CONFLICT (server) DO UPDATE SET info = excluded.info",
                          {node.server, nodeToJson(node)});
}

Result<std::optional<Node>> People::node(std::string_view server)
{
    return m_database.query("SELECT server, info FROM node WHERE server = ?", {server})
        .one([](const store::Query &row) { return nodeFromJson(row.text(0), row.text(1)); });
}

Result<std::vector<Node>> People::nodes()
{
    return m_database.query("SELECT server, info FROM node ORDER BY server").all([](const store::Query &row) {
        return nodeFromJson(row.text(0), row.text(1));
    });
}

} // namespace kapok::learner
