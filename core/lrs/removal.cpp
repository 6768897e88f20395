// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/removal.h"

#include "core/base/hash.h"
#include "core/lrs/agents.h"
#include "core/lrs/dialect.h"
#include "core/lrs/figures.h"
#include "core/lrs/interning.h"
#include "core/lrs/memory.h"

#include <vector>

namespace kapok::lrs {
namespace {

using store::Blob;
using store::Database;
using store::Query;
using xapi::JsonDocument;
using xapi::JsonValue;

struct Row {
    Micros stored = 0;
    std::string id;
    bool voided = false;
    std::string json;
    std::string authority;
    std::string voids; ///< the id of the statement that it voids; "" for none
};

constexpr const char *kColumns =
    "SELECT s.stored, s.id, s.voided, s.json, u.json, CASE WHEN s.voids = 1 THEN s.target END"
    " FROM statement s JOIN authority u ON u.id = s.authority";

Row rowAt(const Query &row)
{
    return {row.integer(0), row.blob(1), row.integer(2) != 0,
            row.text(3),    row.text(4), row.isNull(5) ? std::string() : row.blob(5)};
}

Status deleteMentions(Database &database, const Row &row, JsonValue statement)
{
    KAPOK_TRY_ASSIGN(const auto authority, JsonDocument::parse(row.authority));
    const Mentions mentions = mentionsOf(statement, authority.root());
    for (const auto &[ifi, isRelated] : mentions.agents) {
        KAPOK_TRY_ASSIGN(const auto agent, findAgent(database, ifi));
        KAPOK_TRY(database.run("DELETE FROM statement_agent WHERE agent = ? AND stored = ?",
                               {agent.value_or(0), row.stored}));
    }
    for (const auto &[iri, isRelated] : mentions.activities) {
        KAPOK_TRY_ASSIGN(const auto activity, findActivity(database, std::string(iri)));
        KAPOK_TRY(database.run("DELETE FROM statement_activity WHERE activity = ? AND stored = ?",
                               {activity.value_or(0), row.stored}));
    }
    return success();
}

Status deleteStatement(Database &database, const Row &row, JsonValue statement)
{
    KAPOK_TRY(deleteMentions(database, row, statement));
    KAPOK_TRY(database.run("DELETE FROM statement_attachment WHERE stored = ?", {row.stored}));
    KAPOK_TRY(database.run("DELETE FROM statement_reference WHERE stored = ?", {row.stored}));
    if (isPostgres(database))
        KAPOK_TRY(database.run("DELETE FROM statement_id WHERE id = ?", {Blob{row.id}}));
    return database.run("DELETE FROM statement WHERE stored = ?", {row.stored});
}

/// Adds one line to figure_kept.
Status keep(Database &database, std::int64_t agent, std::int64_t course, std::int64_t lesson, Micros at,
            std::optional<Micros> completed, std::optional<double> best)
{
    return database.run(
        "INSERT INTO figure_kept (agent, course, lesson, begun, seen, completed, best)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agent, course, lesson) DO UPDATE SET"
        " begun = CASE WHEN figure_kept.begun <= excluded.begun THEN figure_kept.begun"
        "  ELSE excluded.begun END,"
        " seen = CASE WHEN figure_kept.seen >= excluded.seen THEN figure_kept.seen ELSE excluded.seen END,"
        " completed = CASE WHEN figure_kept.completed <= excluded.completed THEN figure_kept.completed"
        "  ELSE coalesce(excluded.completed, figure_kept.completed) END,"
        " best = CASE WHEN figure_kept.best >= excluded.best THEN figure_kept.best"
        "  ELSE coalesce(excluded.best, figure_kept.best) END",
        {agent, course, lesson, at, at, completed, best});
}

Status keepFigure(Database &database, const Row &row, JsonValue statement)
{
    const auto event = row.voided ? std::nullopt : figureEventOf(statement, row.stored);
    if (!event)
        return success();
    KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, event->agent));
    KAPOK_TRY_ASSIGN(const auto course, internActivity(database, event->course));
    const auto satisfied = event->courseSatisfied ? std::optional(event->at) : std::nullopt;
    KAPOK_TRY(keep(database, agent, course, 0, event->at, satisfied, std::nullopt));
    if (event->lesson.empty())
        return success();
    KAPOK_TRY_ASSIGN(const auto lesson, internActivity(database, event->lesson));
    const auto completed = event->lessonCompleted ? std::optional(event->at) : std::nullopt;
    return keep(database, agent, course, lesson, event->at, completed, event->scaled);
}

Status rememberRetired(Database &database, const std::string &id)
{
    return database.run("INSERT INTO statement_retired (id) VALUES (?) ON CONFLICT DO NOTHING", {Blob{id}});
}

/// What \p row voids, when it has not come yet: it would come as if nothing voided it.
Status rememberVoided(Database &database, const Row &row)
{
    if (row.voids.empty())
        return success();
    const std::string sql = "SELECT 1 FROM statement s WHERE " + statementHasId(database, "s");
    KAPOK_TRY_ASSIGN(const auto found,
                     database.query(sql, {Blob{row.voids}}).one([](const Query &) { return true; }));
    return found ? success() : rememberRetired(database, row.voids);
}

struct Kept {
    FigureEvent event;
    std::optional<Micros> completed;
};

/// The events that fold to what \p kept says.
Status replay(Database &database, const Kept &kept)
{
    KAPOK_TRY(foldFigure(database, kept.event));
    if (!kept.completed)
        return success();
    FigureEvent later = kept.event;
    later.at = *kept.completed;
    later.courseSatisfied = later.lesson.empty();
    later.lessonCompleted = !later.lesson.empty();
    return foldFigure(database, later);
}

/// One number that \p sql counts.
Result<std::int64_t> count(Database &database, std::string_view sql, std::int64_t agent)
{
    KAPOK_TRY_ASSIGN(const auto found,
                     database.query(sql, {agent}).one([](const Query &row) { return row.integer(0); }));
    return found.value_or(0);
}

/// Deletes the statements whose actor is \p ifi; how many there were.
Result<std::int64_t> deleteOwn(Database &database, std::int64_t agent, const std::string &ifi)
{
    std::int64_t deleted = 0;
    Micros last = 0;
    for (;;) {
        KAPOK_TRY_ASSIGN(const auto rows,
                         database
                             .query(std::string(kColumns) +
                                        " JOIN statement_agent a ON a.stored = s.stored WHERE a.agent = ?"
                                        " AND a.related = 0 AND s.stored > ? ORDER BY s.stored LIMIT 500",
                                    {agent, last})
                             .all(rowAt));
        if (rows.empty())
            return deleted;
        for (const Row &row : rows) {
            KAPOK_TRY_ASSIGN(const auto statement, JsonDocument::parse(row.json));
            if (ifiOf(statement.root()["actor"]) != ifi)
                continue;
            KAPOK_TRY(deleteStatement(database, row, statement.root()));
            ++deleted;
        }
        last = rows.back().stored;
    }
}

/// The authorities that are this agent and vouch for nothing any more.
Status deleteAuthorities(Database &database, const std::string &ifi)
{
    struct Authority {
        std::int64_t id = 0;
        std::string json;
    };
    KAPOK_TRY_ASSIGN(const auto all,
                     database.query("SELECT id, json FROM authority").all([](const Query &row) {
                         return Authority{row.integer(0), row.text(1)};
                     }));
    for (const Authority &one : all) {
        if (ifiOfText(one.json) == ifi)
            KAPOK_TRY(database.run("DELETE FROM authority WHERE id = ? AND NOT EXISTS"
                                   " (SELECT 1 FROM statement WHERE statement.authority = authority.id)",
                                   {one.id}));
    }
    return success();
}

} // namespace

Result<int> retireStatements(Database &database, Micros before, int limit)
{
    KAPOK_TRY_ASSIGN(
        const auto rows,
        database
            .query(std::string(kColumns) + " WHERE s.stored < ? ORDER BY s.stored LIMIT ?", {before, limit})
            .all(rowAt));
    for (const Row &row : rows) {
        KAPOK_TRY_ASSIGN(const auto statement, JsonDocument::parse(row.json));
        KAPOK_TRY(keepFigure(database, row, statement.root()));
        KAPOK_TRY(deleteStatement(database, row, statement.root()));
        KAPOK_TRY(rememberRetired(database, row.id));
        KAPOK_TRY(rememberVoided(database, row));
    }
    return static_cast<int>(rows.size());
}

Result<bool> isRetired(Database &database, std::string_view id)
{
    KAPOK_TRY_ASSIGN(
        const auto found,
        database.query("SELECT 1 FROM statement_retired WHERE id = ?", {Blob{id}}).one([](const Query &) {
            return true;
        }));
    return found.has_value();
}

Status replayRetired(Database &database, std::optional<std::int64_t> agent)
{
    const std::int64_t only = agent.value_or(0);
    KAPOK_TRY_ASSIGN(const auto rows,
                     database
                         .query("SELECT a.ifi, c.iri, l.iri, k.begun, k.seen, k.completed, k.best"
                                " FROM figure_kept k JOIN agent a ON a.id = k.agent"
                                " JOIN activity c ON c.id = k.course LEFT JOIN activity l ON l.id = k.lesson"
                                " WHERE ? = 0 OR k.agent = ?",
                                {only, only})
                         .all([](const Query &row) {
                             Kept kept;
                             kept.event.agent = row.text(0);
                             kept.event.course = row.text(1);
                             kept.event.lesson = row.text(2);
                             kept.event.at = row.integer(3);
                             kept.event.seen = row.integer(4);
                             if (!row.isNull(5))
                                 kept.completed = row.integer(5);
                             if (!row.isNull(6))
                                 kept.event.scaled = row.real(6);
                             return kept;
                         }));
    for (const Kept &kept : rows)
        KAPOK_TRY(replay(database, kept));
    return success();
}

Result<Forgotten> forgetAgent(Database &database, const std::string &ifi, Time now)
{
    Forgotten forgotten;
    KAPOK_TRY(database.run("INSERT INTO tombstone (subject, deleted) VALUES (?, ?) ON CONFLICT DO NOTHING",
                           {subjectOf(ifi), now.time_since_epoch().count()}));
    KAPOK_TRY_ASSIGN(const auto agent, findAgent(database, ifi));
    if (!agent)
        return forgotten;
    KAPOK_TRY_ASSIGN(forgotten.statements, deleteOwn(database, *agent, ifi));
    KAPOK_TRY_ASSIGN(forgotten.documents,
                     count(database, "SELECT count(*) FROM document WHERE agent = ?", *agent));
    KAPOK_TRY_ASSIGN(forgotten.mentions,
                     count(database, "SELECT count(*) FROM statement_agent WHERE agent = ?", *agent));
    KAPOK_TRY(forgetFigures(database, *agent));
    for (const char *table : {"document", "agent_name"})
        KAPOK_TRY(database.run(std::string("DELETE FROM ") + table + " WHERE agent = ?", {*agent}));
    KAPOK_TRY(deleteAuthorities(database, ifi));
    KAPOK_TRY(dropUnusedAttachments(database));
    if (Memory *memory = Memory::current())
        memory->forget();
    if (forgotten.mentions > 0)
        return forgotten;
    // The number stays, for a server may have it in memory; the name goes.
    KAPOK_TRY(
        database.run("UPDATE agent SET ifi = ? WHERE id = ?", {"deleted " + std::to_string(*agent), *agent}));
    return forgotten;
}

std::string subjectOf(std::string_view ifi)
{
    return sha256(ifi);
}

Result<bool> hasForgotten(Database &database)
{
    KAPOK_TRY_ASSIGN(
        const auto found,
        database.query("SELECT 1 FROM tombstone LIMIT 1").one([](const Query &) { return true; }));
    return found.has_value();
}

Result<bool> isForgotten(Database &database, const std::string &ifi)
{
    KAPOK_TRY_ASSIGN(
        const auto found,
        database.query("SELECT 1 FROM tombstone WHERE subject = ?", {subjectOf(ifi)}).one([](const Query &) {
            return true;
        }));
    return found.has_value();
}

Status dropUnusedAttachments(Database &database)
{
    return database.run("DELETE FROM attachment WHERE NOT EXISTS (SELECT 1 FROM statement_attachment s"
                        " WHERE s.attachment = attachment.id)");
}

} // namespace kapok::lrs
