// SPDX-License-Identifier: Apache-2.0
#include "core/learner/outbox.h"

#include "core/learner/relaxed_durability.h"

namespace kapok::learner {
namespace {

Time timeOf(std::int64_t milliseconds)
{
    return Time{std::chrono::milliseconds{milliseconds}};
}

std::string noteOf(std::string_view endpoint, std::string_view dictionary)
{
    return std::string(endpoint).append(" ").append(dictionary);
}

} // namespace

Result<std::vector<xapi::Statement>> Outbox::oldest(std::size_t limit)
{
    // SQLite takes the index of what waits only when its condition stands here word for word.
    return m_database
        ->query("SELECT id, json FROM statement WHERE state <> 1 AND state = 0 ORDER BY seq LIMIT ?", {limit})
        .all([](const store::Query &row) {
            return xapi::Statement{{row.text(0)}, row.text(1)};
        });
}

Result<std::vector<Outbox::Queued>> Outbox::queuedAfter(std::int64_t seq, std::size_t limit)
{
    return m_database
        ->query("SELECT seq, id, json FROM statement WHERE state <> 1 AND state = 0 AND seq > ?"
                " ORDER BY seq LIMIT ?",
                {seq, limit})
        .all([](const store::Query &row) {
            return Queued{row.integer(0), {{row.text(1)}, row.text(2)}};
        });
}

Status Outbox::markSent(std::span<const StatementId> ids, Time at)
{
    RelaxedDurability relaxed(*m_database);
    KAPOK_TRY(relaxed.start());
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(*m_database));
    for (const StatementId &id : ids)
        KAPOK_TRY(m_database->run("UPDATE statement SET state = 1, reason = NULL WHERE id = ?", {id.value}));
    KAPOK_TRY(m_database->run("INSERT INTO sync (key, value) VALUES ('last_sent', ?) "
                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                              {toIso8601(at)}));
    return transaction.commit();
}

Status Outbox::setAside(const StatementId &id, std::string_view reason)
{
    return m_database->run("UPDATE statement SET state = 2, reason = ? WHERE id = ? AND state = 0",
                           {reason, id.value});
}

Status Outbox::queueAgain(const StatementId &id)
{
    return m_database->run("UPDATE statement SET state = 0, reason = NULL WHERE id = ? AND state = 2",
                           {id.value});
}

Result<OutboxCounts> Outbox::counts()
{
    // The partial index answers for what waits (see oldest()); sent is the rest.
    auto query = m_database->query("SELECT (SELECT count(*) FROM statement WHERE state <> 1 AND state = 0),"
                                   " (SELECT count(*) FROM statement WHERE state <> 1 AND state = 2),"
                                   " (SELECT count(*) FROM statement)");
    KAPOK_TRY_ASSIGN(const auto counts, query.one([](const store::Query &row) {
        const auto queued = static_cast<int>(row.integer(0));
        const auto aside = static_cast<int>(row.integer(1));
        return OutboxCounts{queued, aside, static_cast<int>(row.integer(2)) - queued - aside};
    }));
    return counts.value_or(OutboxCounts{});
}

Result<std::vector<WaitingItem>> Outbox::waiting(std::size_t limit)
{
    return m_database
        ->query("SELECT id, verb, activity, course, at, state, reason FROM statement WHERE state <> 1"
                " ORDER BY state DESC, seq DESC LIMIT ?",
                {limit})
        .all([](const store::Query &row) {
            return WaitingItem{{row.text(0)},          row.text(1),         row.text(2), row.text(3),
                               timeOf(row.integer(4)), row.integer(5) == 2, row.text(6)};
        });
}

Result<std::optional<Time>> Outbox::lastSent()
{
    KAPOK_TRY_ASSIGN(const auto text, m_database->query("SELECT value FROM sync WHERE key = 'last_sent'")
                                          .one([](const store::Query &row) { return row.text(0); }));
    if (!text)
        return std::optional<Time>();
    KAPOK_TRY_ASSIGN(const Time time, parseIso8601(*text));
    return std::optional(time);
}

Result<bool> Outbox::knowsDictionary(std::string_view endpoint, std::string_view dictionary)
{
    return m_database
        ->query("SELECT 1 FROM sync WHERE key = 'dictionary' AND value = ?", {noteOf(endpoint, dictionary)})
        .step();
}

Status Outbox::noteDictionary(std::string_view endpoint, std::string_view dictionary, bool known)
{
    if (!known)
        return m_database->run("DELETE FROM sync WHERE key = 'dictionary'");
    return m_database->run("INSERT INTO sync (key, value) VALUES ('dictionary', ?)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                           {noteOf(endpoint, dictionary)});
}

} // namespace kapok::learner
