// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/insert.h"

#include "core/lrs/dialect.h"
#include "core/lrs/figures.h"
#include "core/lrs/interning.h"
#include "core/lrs/knowledge.h"
#include "core/xapi/equality.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

using store::Blob;
using store::Database;
using store::Query;

struct Row {
    Micros stored = 0;
    std::int64_t authority = 0;
    bool voids = false;
    std::string json;
};

Result<std::optional<Row>> findRow(Database &database, const std::string &idBytes)
{
    return database
        .query("SELECT s.stored, s.authority, s.voids, s.json FROM statement s WHERE " +
                   statementHasId(database, "s"),
               {Blob{idBytes}})
        .one([](const Query &row) {
            return Row{row.integer(0), row.integer(1), row.integer(2) != 0, row.text(3)};
        });
}

Status addMentions(Database &database, const Mentions &mentions, Micros stored)
{
    for (const int related : {0, 1}) {
        for (const auto &ifi : related ? mentions.relatedAgents : mentions.agents) {
            KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, ifi));
            KAPOK_TRY(
                database.send("INSERT INTO statement_agent VALUES (?, ?, ?)", {agent, stored, related}));
        }
        for (const auto &iri : related ? mentions.relatedActivities : mentions.activities) {
            KAPOK_TRY_ASSIGN(const auto activity, internActivity(database, iri));
            KAPOK_TRY(database.send("INSERT INTO statement_activity VALUES (?, ?, ?)",
                                    {activity, stored, related}));
        }
    }
    return success();
}

/// Voids what \p statement names, when it is there; when it comes later, wasVoidedBefore() sees to it.
Status voidTarget(Database &database, const Prepared &statement, const AddRequest &request,
                  std::int64_t authority)
{
    const std::string target = uuidBytes(statement.target);
    KAPOK_TRY_ASSIGN(const auto row, findRow(database, target));
    if (!request.onlyAgent.empty() && (!row || row->authority != authority))
        return Error{ErrorCode::Forbidden, "$.object.id: a person voids only statements of her own"};
    if (!row || row->voids) // a voiding statement cannot be voided (xAPI 1.0.3 Data, 2.3.2)
        return success();
    KAPOK_TRY(database.run("UPDATE statement SET voided = 1 WHERE stored = ?", {row->stored}));
    const auto ifi = ifiOf(nlohmann::json::parse(row->json, nullptr, false).value("actor", nlohmann::json()));
    KAPOK_TRY_ASSIGN(const auto agent, findAgent(database, ifi));
    return agent ? refoldAgent(database, *agent) : success();
}

Result<bool> wasVoidedBefore(Database &database, const std::string &idBytes)
{
    KAPOK_TRY_ASSIGN(const auto found,
                     database
                         .query("SELECT 1 FROM statement_reference r JOIN statement s ON s.stored = r.stored"
                                " WHERE r.target = ?1 AND s.target = ?1 AND s.voids = 1",
                                {Blob{idBytes}})
                         .one([](const Query &) { return true; }));
    return found.has_value();
}

Status acceptRepeat(const Row &row, const Prepared &statement, xapi::Version version)
{
    const auto kept = nlohmann::json::parse(row.json, nullptr, false);
    if (xapi::matchesJson(kept, statement.value, version))
        return success();
    return Error{ErrorCode::Conflict,
                 "A different statement with the id " + statement.id.value + " is stored already."};
}

std::string withTimestamp(const std::string &json, Micros stored)
{
    return json.substr(0, json.rfind('}')) + ",\"timestamp\":\"" + microsText(stored) + "\"}";
}

struct Numbers {
    std::int64_t verb = 0;
    std::int64_t authority = 0;
    std::optional<std::int64_t> registration;
};

Result<Numbers> internParts(Database &database, const Prepared &statement, const AddRequest &request)
{
    Numbers numbers;
    KAPOK_TRY_ASSIGN(numbers.verb, internVerb(database, statement.verb));
    KAPOK_TRY_ASSIGN(numbers.authority, internAuthority(database, request.authority));
    if (!statement.registration.empty()) {
        KAPOK_TRY_ASSIGN(numbers.registration, internRegistration(database, statement.registration));
    }
    return numbers;
}

} // namespace

Status insertStatement(Database &database, const Prepared &statement, const AddRequest &request,
                       const CommitQueue::Stamp &stamp, FigureBatch &figures)
{
    const std::string id = uuidBytes(statement.id.value);
    KAPOK_TRY_ASSIGN(const auto known, findRow(database, id));
    if (known)
        return acceptRepeat(*known, statement, request.version);
    KAPOK_TRY_ASSIGN(const Numbers numbers, internParts(database, statement, request));
    KAPOK_TRY_ASSIGN(const bool isVoided, wasVoidedBefore(database, id));
    const bool voided = isVoided && !statement.voids;
    const Micros stored = stamp();
    const std::string json = statement.hasTimestamp ? statement.json : withTimestamp(statement.json, stored);
    const std::string target = uuidBytes(statement.target);
    const auto targetValue = target.empty() ? std::nullopt : std::optional(Blob{target});
    KAPOK_TRY(refer(database, id, target, stored));
    if (isPostgres(database)) {
        KAPOK_TRY(database.send("SELECT statement_month(?)", {stored}));
        KAPOK_TRY(database.send("INSERT INTO statement_id (id, stored) VALUES (?, ?)", {Blob{id}, stored}));
    }
    KAPOK_TRY(database.send("INSERT INTO statement (stored, id, verb, registration, authority, target, voids,"
                            " voided, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            {stored, Blob{id}, numbers.verb, numbers.registration, numbers.authority,
                             targetValue, statement.voids, voided, json}));
    KAPOK_TRY(addMentions(database, statement.mentions, stored));
    KAPOK_TRY(learn(database, statement.mentions));
    if (statement.voids)
        KAPOK_TRY(figures.apply(database)); // folding anew must not meet events still to come
    if (statement.voids)
        return voidTarget(database, statement, request, numbers.authority);
    if (voided)
        return success();
    auto event = statement.hasTimestamp ? statement.figure
                                        : figureEventOf(nlohmann::json::parse(json, nullptr, false), stored);
    if (event) {
        event->at = std::min(event->at, stored);
        figures.add(*std::move(event));
    }
    return success();
}

} // namespace kapok::lrs
