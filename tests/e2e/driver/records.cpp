// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/driver/records.h"

#include "core/learner/people.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <map>
#include <thread>

namespace kapok::e2e {
namespace {

using nlohmann::json;

/// The statement without what a server adds (xAPI 1.0.3 part 2, 2.4: stored, authority, version).
json withoutAdditions(json statement)
{
    for (const char *key : {"stored", "authority", "version"})
        statement.erase(key);
    return statement;
}

Result<PersonId> personOf(const std::filesystem::path &tablet, const std::string &account)
{
    const SystemClock clock;
    KAPOK_TRY_ASSIGN(auto people, learner::People::open(tablet, clock));
    KAPOK_TRY_ASSIGN(const auto everybody, people.all());
    for (const auto &person : everybody)
        if (person.account == account)
            return person.id;
    return Error{ErrorCode::NotFound, "nobody on the tablet has the account " + account};
}

} // namespace

Result<DeviceRecord> recordedOn(const std::filesystem::path &tablet, const std::string &account)
{
    KAPOK_TRY_ASSIGN(const PersonId person, personOf(tablet, account));
    const auto file = learner::profileFolder(tablet, person) / "learner.db";
    try {
        const SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
        SQLite::Statement rows(database, "SELECT json, state FROM statement ORDER BY seq");
        DeviceRecord record;
        while (rows.executeStep()) {
            record.statements.push_back(json::parse(rows.getColumn(0).getString()));
            const int state = rows.getColumn(1).getInt();
            ++(state == 0 ? record.queued : state == 1 ? record.sent : record.setAside);
        }
        return record;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::StorageBroken, "cannot read " + file.string() + ": " + failure.what()};
    }
}

std::ptrdiff_t countOf(const DeviceRecord &record, const std::string &verb, const std::string &object)
{
    return std::ranges::count_if(record.statements, [&](const json &statement) {
        return statement["verb"]["id"].get<std::string>().ends_with(verb) &&
               statement["object"]["id"].get<std::string>().ends_with(object);
    });
}

Status awaitStatement(const std::filesystem::path &tablet, const std::string &account,
                      const std::string &verb, const std::string &object, std::chrono::milliseconds timeout)
{
    const auto end = std::chrono::steady_clock::now() + timeout;
    do {
        KAPOK_TRY_ASSIGN(const auto record, recordedOn(tablet, account));
        if (countOf(record, verb, object) > 0)
            return success();
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
    } while (std::chrono::steady_clock::now() < end);
    return Error{ErrorCode::NotFound, account + " has no statement " + verb + " of " + object};
}

std::string difference(const std::vector<json> &device, const std::vector<json> &server)
{
    std::map<std::string, json> held;
    for (const auto &statement : server)
        held[statement.at("id").get<std::string>()] = withoutAdditions(statement);
    if (held.size() != server.size())
        return "the server gave a statement twice";
    for (const auto &statement : device) {
        const auto id = statement.at("id").get<std::string>();
        const auto found = held.find(id);
        if (found == held.end())
            return "the server lacks statement " + id;
        if (found->second != withoutAdditions(statement))
            return "statement " + id +
                   " differs: " + json::diff(withoutAdditions(statement), found->second).dump();
        held.erase(found);
    }
    return held.empty() ? ""
                        : "the server holds statement " + held.begin()->first + ", which the tablet lacks";
}

} // namespace kapok::e2e
