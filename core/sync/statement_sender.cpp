// SPDX-License-Identifier: Apache-2.0
#include "core/sync/statement_sender.h"

#include "core/sync/tuning.h"
#include "core/xapi/builder.h"
#include "core/xapi/equality.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kapok::sync {
namespace {

using nlohmann::json;

/// Whether two texts are the same once-only statement (docs/protocol.md: completed, passed, satisfied,
/// experienced): its id is made from what it says, so two devices that were offline mint it with their own
/// times and results. The first one on the server is the one that counts.
bool isSameOnceOnly(const StatementId &id, const std::string &ours, const std::string &theirs)
{
    if (!xapi::isOnceOnly(id))
        return false;
    const auto a = json::parse(ours, nullptr, false);
    const auto b = json::parse(theirs, nullptr, false);
    const auto same = [&](const json::json_pointer &part) {
        return a.contains(part) && b.contains(part) && a.at(part) == b.at(part);
    };
    return same("/actor/account"_json_pointer) && same("/verb/id"_json_pointer) &&
           same("/object/id"_json_pointer) && same("/context/registration"_json_pointer);
}

} // namespace

StatementSender::StatementSender(XapiClient &client, learner::Outbox &outbox, const Clock &clock,
                                 Progress progress)
    : m_client(client), m_outbox(outbox), m_clock(clock), m_progress(std::move(progress))
{}

Status StatementSender::sendAll()
{
    KAPOK_TRY_ASSIGN(const auto counts, m_outbox.counts());
    m_total = counts.queued;
    std::deque<Flight> flights;
    for (;;) {
        KAPOK_TRY(launch(flights));
        if (flights.empty())
            return m_failure ? Status(*m_failure) : success();
        Flight flight = std::move(flights.front());
        flights.pop_front();
        const int settled = m_sent + m_setAside;
        KAPOK_TRY(land(flight));
        if (m_failure && m_sent + m_setAside == settled)
            return *m_failure; // it is not about single statements: the server is down
    }
}

Status StatementSender::launch(std::deque<Flight> &flights)
{
    const bool overlaps = m_client.knowsDictionary() && !m_isolating;
    while (flights.size() < (overlaps ? tuning::kRequestsInFlight : 1)) {
        KAPOK_TRY_ASSIGN(auto batch, nextBatch());
        if (batch.empty())
            return success();
        const int settled = m_sent + m_setAside;
        std::size_t out = batch.size();
        for (const Flight &each : flights)
            out += each.batch.size();
        m_total = std::max(m_total, settled + static_cast<int>(out)); // more was recorded meanwhile
        m_progress(m_sent, settled, m_total);
        auto post = m_client.begin(batch);
        flights.push_back({std::move(batch), std::move(post)});
    }
    return success();
}

Status StatementSender::land(Flight &flight)
{
    const Status answer = m_client.finish(flight.post);
    return m_client.refusedPacking() ? send(flight.batch) : settle(flight.batch, answer);
}

Result<StatementSender::Batch> StatementSender::nextBatch()
{
    const bool large = m_client.knowsDictionary() && !m_isolating;
    KAPOK_TRY_ASSIGN(auto queued, m_outbox.queuedAfter(m_after, large ? tuning::kLargeBatchStatements
                                                                      : tuning::kBatchStatements));
    Batch batch;
    std::size_t bytes = 0;
    for (auto &each : queued) {
        bytes += each.statement.json.size() + 1;
        if (!batch.empty() && bytes > tuning::kBatchBytes)
            break;
        m_after = each.seq;
        batch.push_back(std::move(each.statement));
    }
    return batch;
}

Status StatementSender::send(const Batch &batch)
{
    return settle(batch, m_client.post(batch));
}

Status StatementSender::settle(const Batch &batch, const Status &answer)
{
    if (answer.ok())
        return markSent(batch);
    const bool alone = batch.size() == 1;
    const bool refused = answer.error().code == ErrorCode::InvalidInput || m_client.wasTooLarge();
    if (refused)
        return alone ? setAside(batch.front(), answer.error().detail) : sendHalves(batch);
    if (answer.error().code == ErrorCode::Conflict)
        return alone ? settleConflict(batch.front(), answer.error()) : sendSingly(batch);
    if (answer.error().code == ErrorCode::Refused && m_isolating)
        return leaveForLater(batch, answer.error());
    return answer;
}

Status StatementSender::leaveForLater(const Batch &batch, const Error &failure)
{
    if (batch.size() > 1)
        return sendHalves(batch);
    m_failure = failure;
    return success();
}

Status StatementSender::sendHalves(const Batch &batch)
{
    const auto middle = batch.begin() + static_cast<std::ptrdiff_t>(batch.size() / 2);
    KAPOK_TRY(send(Batch(batch.begin(), middle)));
    return send(Batch(middle, batch.end()));
}

Status StatementSender::sendSingly(const Batch &batch)
{
    for (const auto &statement : batch)
        KAPOK_TRY(send({statement}));
    return success();
}

Status StatementSender::settleConflict(const xapi::Statement &statement, const Error &refusal)
{
    // Some servers answer 409 to any repeat, so a conflict does not say that the statement is another one.
    const auto there = m_client.statement(statement.id);
    if (there.ok())
        return xapi::matchesText(statement.json, *there) ||
                       isSameOnceOnly(statement.id, statement.json, *there)
                   ? markSent({statement})
                   : setAside(statement, "The server has another statement under this id: " + refusal.detail);
    if (there.error().code == ErrorCode::NotFound)
        return setAside(statement, refusal.detail);
    return there.error();
}

Status StatementSender::markSent(const Batch &batch)
{
    std::vector<StatementId> ids;
    for (const auto &statement : batch)
        ids.push_back(statement.id);
    KAPOK_TRY(m_outbox.markSent(ids, m_clock.now()));
    m_sent += static_cast<int>(batch.size());
    m_progress(m_sent, m_sent + m_setAside, m_total);
    return success();
}

Status StatementSender::setAside(const xapi::Statement &statement, const std::string &reason)
{
    KAPOK_TRY(m_outbox.setAside(statement.id, reason));
    ++m_setAside;
    m_progress(m_sent, m_sent + m_setAside, m_total);
    return success();
}

} // namespace kapok::sync
