// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/knowledge.h"

#include "core/lrs/dialect.h"
#include "core/lrs/interning.h"
#include "core/lrs/memory.h"
#include "core/xapi/exact_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::lrs {
namespace {

using nlohmann::json;
using store::Blob;
using store::Database;
using store::Query;

/// A chain of references longer than this is not followed further.
constexpr std::size_t kLongestChain = 64;

/// The ids that \p target refers to, with \p target itself.
Result<std::set<std::string>> chainOf(Database &database, const std::string &target)
{
    std::set<std::string> chain;
    std::string next = target;
    while (!next.empty() && chain.size() < kLongestChain && chain.insert(next).second) {
        const auto read = [](const Query &row) { return row.blob(0); };
        KAPOK_TRY_ASSIGN(const auto found,
                         database
                             .query("SELECT s.target FROM statement s WHERE " +
                                        statementHasId(database, "s") + " AND s.target IS NOT NULL",
                                    {Blob{next}})
                             .one(read));
        next = found.value_or(std::string());
    }
    return chain;
}

void mergeInto(json &merged, const json &definition)
{
    for (const auto &[key, value] : definition.items()) {
        const bool byKeys = (key == "name" || key == "description" || key == "extensions") &&
                            merged.contains(key) && merged[key].is_object() && value.is_object();
        if (byKeys)
            merged[key].update(value);
        else
            merged[key] = value;
    }
}

/// What Memory keeps of \p text being said of \p what.
std::string said(std::string_view what, std::string_view text)
{
    std::string both;
    both.reserve(what.size() + 1 + text.size());
    both += what;
    both += '\n';
    both += text;
    return both;
}

/// Whether this writer has not learnt yet that \p text is said of \p what.
bool isNews(Memory::Kind kind, std::string_view what, std::string_view text)
{
    Memory *const memory = Memory::current();
    if (!memory)
        return true;
    const std::string both = said(what, text);
    if (memory->has(kind, both))
        return false;
    memory->keep(kind, both, 0);
    return true;
}

} // namespace

Status learn(Database &database, const Mentions &mentions)
{
    for (const auto &[ifi, name] : mentions.names) {
        if (!isNews(Memory::Kind::Name, ifi, name))
            continue;
        KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, ifi));
        KAPOK_TRY(database.send("INSERT INTO agent_name (agent, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                                {agent, name}));
    }
    for (const auto &[iri, text] : mentions.definitions) {
        if (!isNews(Memory::Kind::Definition, iri, text))
            continue;
        KAPOK_TRY_ASSIGN(const auto activity, internActivity(database, iri));
        KAPOK_TRY_ASSIGN(const json definition, xapi::parseExact(text));
        KAPOK_TRY(database.send(
            "INSERT INTO activity_definition (activity, json) VALUES (?, ?) ON CONFLICT DO NOTHING",
            {activity, xapi::exactText(definition)})); // once, however blanks and members stand
    }
    return success();
}

bool hasLearnt(const Mentions &mentions)
{
    const Memory *const memory = Memory::current();
    const auto isKnown = [memory](Memory::Kind kind) {
        return [memory, kind](const auto &entry) {
            const auto &[what, text] = entry;
            return memory->has(kind, said(what, text));
        };
    };
    return memory && std::ranges::all_of(mentions.names, isKnown(Memory::Kind::Name)) &&
           std::ranges::all_of(mentions.definitions, isKnown(Memory::Kind::Definition));
}

Status refer(Database &database, const std::string &id, const std::string &target, Micros stored)
{
    if (target.empty())
        return success();
    KAPOK_TRY_ASSIGN(const auto chain, chainOf(database, target));
    KAPOK_TRY_ASSIGN(auto referring,
                     database.query("SELECT stored FROM statement_reference WHERE target = ?", {Blob{id}})
                         .all([](const Query &row) { return row.integer(0); }));
    referring.push_back(stored);
    for (const Micros each : referring)
        for (const std::string &link : chain)
            KAPOK_TRY(database.send(
                "INSERT INTO statement_reference (target, stored) VALUES (?, ?) ON CONFLICT DO NOTHING",
                {Blob{link}, each}));
    return success();
}

Result<std::map<std::string, std::string>> readDefinitions(Database &database,
                                                           const std::set<std::string> &activities)
{
    std::map<std::string, std::string> definitions;
    for (const std::string &iri : activities) {
        KAPOK_TRY_ASSIGN(const auto all, database
                                             .query("SELECT d.json FROM activity a JOIN activity_definition d"
                                                    " ON d.activity = a.id WHERE a.iri = ? ORDER BY d.id",
                                                    {iri})
                                             .all([](const Query &row) { return row.text(0); }));
        if (!all.empty())
            definitions[iri] = mergedDefinition(all);
    }
    return definitions;
}

Result<std::vector<std::string>> readNames(Database &database, const std::string &ifi)
{
    return database
        .query(
            "SELECT n.name FROM agent a JOIN agent_name n ON n.agent = a.id WHERE a.ifi = ? ORDER BY n.name",
            {ifi})
        .all([](const Query &row) { return row.text(0); });
}

std::string mergedDefinition(const std::vector<std::string> &definitions)
{
    json merged = json::object();
    for (const std::string &text : definitions) {
        const auto definition = xapi::parseExact(text);
        if (definition.ok() && definition->is_object())
            mergeInto(merged, *definition);
    }
    return xapi::exactText(merged);
}

} // namespace kapok::lrs
