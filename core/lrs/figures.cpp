// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/figures.h"

#include "core/lrs/agents.h"
#include "core/lrs/interning.h"
#include "core/lrs/removal.h"
#include "core/tally/tally.h"
#include "core/xapi/reader.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kapok::lrs {
namespace {

using xapi::JsonValue;

constexpr std::array kVerbs = {
    xapi::verb::kLaunched,  xapi::verb::kInitialized, xapi::verb::kExperienced, xapi::verb::kAnswered,
    xapi::verb::kCompleted, xapi::verb::kPassed,      xapi::verb::kFailed,      xapi::verb::kTerminated,
    xapi::verb::kAbandoned, xapi::verb::kSatisfied,
};

/// No device is trusted to be off by more.
constexpr double kLongestOffsetMs = 50.0 * 365 * 24 * 3600 * 1000;

Micros clockOffset(JsonValue statement)
{
    const double offset =
        statement["context"]["extensions"][xapi::extension::kClockOffset].number().value_or(0);
    return std::abs(offset) <= kLongestOffsetMs ? static_cast<Micros>(offset) * 1000 : 0;
}

/// A statement: stored, json.
using Row = std::pair<Micros, std::string>;

Row rowAt(const store::Query &row)
{
    return {row.integer(0), row.text(1)};
}

Status replay(store::Database &database, const std::vector<Row> &rows, const std::string &onlyAgent)
{
    for (const auto &[stored, text] : rows) {
        const auto event = figureEventOfText(text, stored);
        if (event && (onlyAgent.empty() || event->agent == onlyAgent))
            KAPOK_TRY(foldFigure(database, *event));
    }
    return success();
}

Status foldLesson(store::Database &database, const FigureEvent &event, std::int64_t agent,
                  std::int64_t course)
{
    KAPOK_TRY_ASSIGN(const auto lesson, internActivity(database, event.lesson));
    const auto completed = event.lessonCompleted ? std::optional(event.at) : std::nullopt;
    KAPOK_TRY(database.send("INSERT INTO figure_lesson (agent, course, lesson, completed, best)"
                            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (agent, course, lesson) DO UPDATE SET"
                            " completed = CASE WHEN figure_lesson.completed <= excluded.completed"
                            "  THEN figure_lesson.completed"
                            "  ELSE coalesce(excluded.completed, figure_lesson.completed) END,"
                            " best = CASE WHEN figure_lesson.best >= excluded.best THEN figure_lesson.best"
                            "  ELSE coalesce(excluded.best, figure_lesson.best) END",
                            {agent, course, lesson, completed, event.scaled}));
    return database.send(
        "UPDATE figure SET (lessons_done, mark) = (SELECT count(completed), avg(best) FROM figure_lesson l"
        " WHERE l.agent = figure.agent AND l.course = figure.course) WHERE agent = ? AND course = ?",
        {agent, course});
}

} // namespace

std::optional<FigureEvent> figureEventOf(JsonValue statement, Micros stored)
{
    const auto verb = statement["verb"]["id"].string();
    const auto time = parseIso8601(statement["timestamp"].string());
    if (!time.ok() || std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end())
        return {};
    const auto object = statement["object"]["id"].string();
    FigureEvent event;
    event.courseSatisfied = verb == xapi::verb::kSatisfied;
    event.course = event.courseSatisfied ? object : xapi::groupingOf(statement);
    event.agent = ifiOf(statement["actor"]);
    if (object.empty() || event.agent.empty() || event.course.empty())
        return {};
    event.at = std::min(toMicros(*time) + clockOffset(statement), stored);
    event.lessonCompleted = verb == xapi::verb::kCompleted;
    const auto scaled = statement["result"]["score"]["scaled"].number();
    if ((verb == xapi::verb::kPassed || verb == xapi::verb::kFailed) && scaled && *scaled >= 0)
        event.scaled = scaled;
    if (event.lessonCompleted || event.scaled)
        event.lesson = object;
    return event;
}

std::optional<FigureEvent> figureEventOfText(std::string_view json, Micros stored)
{
    const auto document = xapi::JsonDocument::parse(json);
    return document.ok() ? figureEventOf(document->root(), stored) : std::nullopt;
}

Status foldFigure(store::Database &database, const FigureEvent &event)
{
    KAPOK_TRY_ASSIGN(const auto agent, internAgent(database, event.agent));
    KAPOK_TRY_ASSIGN(const auto course, internActivity(database, event.course));
    const auto completed = event.courseSatisfied ? std::optional(event.at) : std::nullopt;
    KAPOK_TRY(database.send("INSERT INTO figure (agent, course, started, completed, last_seen, lessons_done)"
                            " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (agent, course) DO UPDATE SET"
                            " started = CASE WHEN figure.started <= excluded.started"
                            "  THEN figure.started ELSE excluded.started END,"
                            " completed = CASE WHEN figure.completed <= excluded.completed"
                            "  THEN figure.completed ELSE coalesce(excluded.completed, figure.completed) END,"
                            " last_seen = CASE WHEN figure.last_seen >= excluded.last_seen"
                            "  THEN figure.last_seen ELSE excluded.last_seen END",
                            {agent, course, event.at, completed, std::max(event.at, event.seen)}));
    return event.lesson.empty() ? success() : foldLesson(database, event, agent, course);
}

Status forgetFigures(store::Database &database, std::int64_t agent)
{
    tally::Change change(database);
    KAPOK_TRY(change.ofAgent(agent));
    for (const char *table : {"figure", "figure_lesson", "figure_kept"})
        KAPOK_TRY(database.run(std::string("DELETE FROM ") + table + " WHERE agent = ?", {agent}));
    return change.finish();
}

Status refoldAgent(store::Database &database, std::int64_t agent)
{
    KAPOK_TRY_ASSIGN(const auto ifi, database.query("SELECT ifi FROM agent WHERE id = ?", {agent})
                                         .one([](const store::Query &row) { return row.text(0); }));
    if (!ifi)
        return success();
    tally::Change change(database);
    KAPOK_TRY(change.ofAgent(agent));
    KAPOK_TRY(database.run("DELETE FROM figure WHERE agent = ?", {agent}));
    KAPOK_TRY(database.run("DELETE FROM figure_lesson WHERE agent = ?", {agent}));
    KAPOK_TRY(replayRetired(database, agent));
    Micros last = std::numeric_limits<Micros>::min();
    for (;;) { // in pieces, for an agent may have said more than memory holds
        KAPOK_TRY_ASSIGN(const auto rows, database
                                              .query("SELECT s.stored, s.json FROM statement_agent a"
                                                     " JOIN statement s ON s.stored = a.stored"
                                                     " WHERE a.agent = ? AND a.related = 0 AND s.voided = 0"
                                                     " AND a.stored > ? ORDER BY a.stored LIMIT 500",
                                                     {agent, last})
                                              .all(rowAt));
        if (rows.empty())
            return change.finish();
        KAPOK_TRY(replay(database, rows, *ifi));
        last = rows.back().first;
    }
}

Status refoldEverybody(store::Database &database)
{
    KAPOK_TRY(database.run("DELETE FROM figure"));
    KAPOK_TRY(database.run("DELETE FROM figure_lesson"));
    KAPOK_TRY(replayRetired(database, std::nullopt));
    Micros last = 0;
    for (;;) { // in pieces, for a query may bring all its rows at once
        KAPOK_TRY_ASSIGN(const auto rows,
                         database
                             .query("SELECT stored, json FROM statement WHERE voided = 0 AND stored > ?"
                                    " ORDER BY stored LIMIT 500",
                                    {last})
                             .all(rowAt));
        if (rows.empty())
            return tally::recountEverything(database);
        KAPOK_TRY(replay(database, rows, {}));
        last = rows.back().first;
    }
}

} // namespace kapok::lrs
