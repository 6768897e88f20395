// SPDX-License-Identifier: Apache-2.0
#include "core/learner/sessions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using nlohmann::json;

/// One row of the table.
struct Row {
    OpenSession session;
    std::int64_t firstSeq = 0;
    std::string context;
};

constexpr std::string_view kColumns =
    "SELECT id, opened_at, first_seq, context, current, review, judged FROM session";

OpenSession sessionOf(const store::Query &row)
{
    OpenSession session{{row.text(0)}, {row.text(4)}, Time{std::chrono::milliseconds{row.integer(1)}}};
    if (row.integer(5) != 0)
        session.mode = xapi::LaunchMode::Review;
    session.judged = row.integer(6) != 0;
    return session;
}

Row rowOf(const store::Query &row)
{
    return {sessionOf(row), row.integer(2), row.text(3)};
}

/// What the statements that end a session repeat of it.
Result<xapi::SessionContext> readContext(const std::string &text)
{
    try {
        const json object = json::parse(text);
        xapi::SessionContext context;
        context.course.id = object.at("course").get<std::string>();
        context.lesson.id = object.at("lesson").get<std::string>();
        context.language = object.at("language").get<std::string>();
        context.lesson.name.byLanguage = object.at("name").get<std::map<std::string, std::string>>();
        return context;
    } catch (const json::exception &) {
        return Error{ErrorCode::Corrupt, "the row of an open session cannot be read"};
    }
}

/// When the last thing was recorded in a session. Looked up here, once, instead of noted with every answer.
Result<Time> lastTime(store::Database &database, const Row &row, const SessionId &session)
{
    auto query = database.query("SELECT max(at) FROM statement WHERE seq > ? AND instr(json, ?) > 0",
                                {row.firstSeq, session.value});
    KAPOK_TRY_ASSIGN(const auto last, query.one([](const store::Query &found) { return found.integer(0); }));
    return Time{std::chrono::milliseconds{last.value_or(0)}};
}

Status end(Entry &entry, const Row &row, bool abandoned, const xapi::Account &actor,
           std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    if (auto context = readContext(row.context); context.ok()) { // else nothing true can be said of it
        context->actor = actor;
        context->session = row.session.current;
        context->clockOffset = clockOffset;
        Time until = now;
        if (abandoned) {
            KAPOK_TRY_ASSIGN(until, lastTime(entry.database(), row, context->session));
            now = std::max(now, until); // a clock that lost its time must not put the end before the rest
        }
        const auto spent = std::max(std::chrono::milliseconds{0}, until - row.session.openedAt);
        KAPOK_TRY(entry.add(abandoned ? xapi::abandoned(*context, spent, now)
                                      : xapi::terminated(*context, spent, now)));
    }
    return entry.database().run("DELETE FROM session WHERE id = ?", {row.session.visit.value});
}

} // namespace

Result<std::optional<OpenSession>> findSession(store::Database &database, const SessionId &visit)
{
    auto query = database.query(std::string(kColumns) + " WHERE id = ?", {visit.value});
    return query.one(sessionOf);
}

Status beginSession(Entry &entry, const SessionId &visit, const xapi::SessionContext &context,
                    xapi::LaunchMode mode, Time now)
{
    const auto moveOn = context.masteryScore ? xapi::MoveOn::CompletedAndPassed : xapi::MoveOn::Completed;
    KAPOK_TRY(entry.add(xapi::launched(context, moveOn, mode, now)));
    KAPOK_TRY(entry.add(xapi::initialized(context, now)));
    const json object = {{"course", context.course.id},
                         {"lesson", context.lesson.id},
                         {"language", context.language},
                         {"name", context.lesson.name.byLanguage}};
    // launched and initialized are the last two statements now.
    return entry.database().run("INSERT INTO session (id, opened_at, first_seq, context, current, review)"
                                " VALUES (?, ?, (SELECT max(seq) - 2 FROM statement), ?, ?, ?)",
                                {visit.value, now.time_since_epoch().count(),
                                 object.dump(-1, ' ', false, json::error_handler_t::replace),
                                 context.session.value, mode == xapi::LaunchMode::Review ? 1 : 0});
}

Status markJudged(store::Database &database, const SessionId &visit)
{
    return database.run("UPDATE session SET judged = 1 WHERE id = ?", {visit.value});
}

Status endSession(Entry &entry, const SessionId &visit, const xapi::Account &actor,
                  std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    KAPOK_TRY_ASSIGN(
        const auto open,
        entry.database().query(std::string(kColumns) + " WHERE id = ?", {visit.value}).one(rowOf));
    return open ? end(entry, *open, false, actor, clockOffset, now) : success();
}

Result<int> endAllSessions(Entry &entry, bool abandoned, const xapi::Account &actor,
                           std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    KAPOK_TRY_ASSIGN(const auto rows,
                     entry.database().query(std::string(kColumns) + " ORDER BY opened_at").all(rowOf));
    for (const auto &row : rows)
        KAPOK_TRY(end(entry, row, abandoned, actor, clockOffset, now));
    return static_cast<int>(rows.size());
}

} // namespace kapok::learner
