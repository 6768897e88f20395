// SPDX-License-Identifier: Apache-2.0
#include "core/learner/sessions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace kapok::learner {
namespace {

using nlohmann::json;

struct OpenSession {
    SessionId id;
    Time openedAt{};
    std::int64_t firstSeq = 0;
    std::string context;
};

constexpr std::string_view kColumns = "SELECT id, opened_at, first_seq, context FROM session";

OpenSession sessionOf(const store::Query &row)
{
    return {{row.text(0)}, Time{std::chrono::milliseconds{row.integer(1)}}, row.integer(2), row.text(3)};
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

/// When the last thing was recorded in \p session. Looked up here, once, instead of noted with every answer.
Result<Time> lastTime(store::Database &database, const OpenSession &session)
{
    auto query = database.query("SELECT max(at) FROM statement WHERE seq > ? AND instr(json, ?) > 0",
                                {session.firstSeq, session.id.value});
    KAPOK_TRY_ASSIGN(const auto last, query.one([](const store::Query &row) { return row.integer(0); }));
    return Time{std::chrono::milliseconds{last.value_or(0)}};
}

Status end(Entry &entry, const OpenSession &session, bool abandoned, const xapi::Account &actor,
           std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    if (auto context = readContext(session.context); context.ok()) { // else nothing true can be said of it
        context->actor = actor;
        context->session = session.id;
        context->clockOffset = clockOffset;
        Time until = now;
        if (abandoned) {
            KAPOK_TRY_ASSIGN(until, lastTime(entry.database(), session));
        }
        const auto spent = std::max(std::chrono::milliseconds{0}, until - session.openedAt);
        KAPOK_TRY(entry.add(abandoned ? xapi::abandoned(*context, spent, now)
                                      : xapi::terminated(*context, spent, now)));
    }
    return entry.database().run("DELETE FROM session WHERE id = ?", {session.id.value});
}

} // namespace

// Comes after launched and initialized, which are the last two statements then.
Status saveSession(store::Database &database, const xapi::SessionContext &context, Time now)
{
    const json object = {{"course", context.course.id},
                         {"lesson", context.lesson.id},
                         {"language", context.language},
                         {"name", context.lesson.name.byLanguage}};
    return database.run("INSERT INTO session (id, opened_at, first_seq, context)"
                        " VALUES (?, ?, (SELECT max(seq) - 2 FROM statement), ?)",
                        {context.session.value, now.time_since_epoch().count(),
                         object.dump(-1, ' ', false, json::error_handler_t::replace)});
}

Status endSession(Entry &entry, const SessionId &session, const xapi::Account &actor,
                  std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    KAPOK_TRY_ASSIGN(
        const auto open,
        entry.database().query(std::string(kColumns) + " WHERE id = ?", {session.value}).one(sessionOf));
    return open ? end(entry, *open, false, actor, clockOffset, now) : success();
}

Result<int> endAllSessions(Entry &entry, bool abandoned, const xapi::Account &actor,
                           std::optional<std::chrono::milliseconds> clockOffset, Time now)
{
    KAPOK_TRY_ASSIGN(const auto sessions,
                     entry.database().query(std::string(kColumns) + " ORDER BY opened_at").all(sessionOf));
    for (const auto &session : sessions)
        KAPOK_TRY(end(entry, session, abandoned, actor, clockOffset, now));
    return static_cast<int>(sessions.size());
}

} // namespace kapok::learner
