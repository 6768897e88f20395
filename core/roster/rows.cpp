// SPDX-License-Identifier: Apache-2.0
#include "core/roster/rows.h"

#include <nlohmann/json.hpp>

namespace kapok::roster {
namespace {

using store::Database;
using store::Query;

Result<std::int64_t> number(Database &database, const char *sql, const std::string &id, const char *what)
{
    KAPOK_TRY_ASSIGN(const auto found,
                     database.query(sql, {id}).one([](const Query &row) { return row.integer(0); }));
    if (!found)
        return Error{ErrorCode::NotFound, std::string("There is no ") + what + " with this id."};
    return *found;
}

} // namespace

std::string toJsonText(const LocalizedText &text)
{
    return nlohmann::json(text.byLanguage).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

LocalizedText localizedText(const std::string &json)
{
    const auto value = nlohmann::json::parse(json, nullptr, false);
    LocalizedText text;
    if (value.is_object()) {
        for (const auto &[language, part] : value.items()) {
            if (part.is_string())
                text.byLanguage[language] = part.get<std::string>();
        }
    }
    return text;
}

std::optional<Time> timeAt(const Query &row, int column)
{
    if (row.isNull(column))
        return {};
    return Time{std::chrono::milliseconds{row.integer(column)}};
}

std::int64_t milliseconds(Time time)
{
    return time.time_since_epoch().count();
}

Result<std::int64_t> unitNumber(Database &database, const UnitId &id)
{
    return number(database, "SELECT id FROM unit WHERE uuid = ?", id.value, "unit");
}

Result<std::int64_t> personNumber(Database &database, const PersonId &id)
{
    return number(database, "SELECT id FROM person WHERE uuid = ?", id.value, "person");
}

Status credentialsChanged(Database &database)
{
    return database.run("UPDATE credential_change SET generation = generation + 1");
}

Result<Person> readPerson(Database &database, const char *condition, const std::string &value)
{
    const std::string sql =
        std::string("SELECT p.uuid, p.account, p.name, p.name_language, p.form_of_address, u.uuid"
                    " FROM person p JOIN unit u ON u.id = p.unit WHERE ") +
        condition;
    KAPOK_TRY_ASSIGN(auto person, database.query(sql, {value}).one([](const Query &row) {
        return Person{{row.text(0)}, row.text(1), row.text(2), row.text(3), row.text(4), {}, {row.text(5)}};
    }));
    if (!person)
        return Error{ErrorCode::NotFound, "There is no such person."};
    KAPOK_TRY_ASSIGN(person->roles,
                     database
                         .query("SELECT r.role, u.uuid FROM person_role r JOIN person p ON p.id = r.person"
                                " JOIN unit u ON u.id = r.unit WHERE p.uuid = ? ORDER BY r.role, u.id",
                                {person->id.value})
                         .all([](const Query &row) {
                             return Role{row.text(0), {row.text(1)}};
                         }));
    return *std::move(person);
}

} // namespace kapok::roster
