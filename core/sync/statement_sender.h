// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/learner/outbox.h"
#include "core/sync/xapi_client.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace kapok::sync {

/// Empties one person's outbox: oldest first, at most 50 statements or 1 MB in a request, one request at a
/// time, the stored bytes unchanged. To a Kapok server, which takes a session's statements in any order, up
/// to 200, and the next request is on its way while the server works on the one before. The rules of
/// docs/protocol.md: a refused batch is halved until one statement is alone, and that one is set aside with
/// the server's reason; a conflict is settled by looking at what the server has.
///
/// A server that fails (5xx) at one statement again and again must not hold up the others either: with
/// isolate() such a batch is halved, too, and the one it fails at is left in the queue for the next time.
///
/// Thread-safety: none.
class StatementSender {
public:
    /// Statements acknowledged, settled (acknowledged or set aside), and in all, since it began.
    using Progress = std::function<void(int sent, int settled, int total)>;

    /// All must outlive this.
    StatementSender(XapiClient &client, learner::Outbox &outbox, const Clock &clock, Progress progress);

    void isolate() { m_isolating = true; }

    /// Sends until nothing is queued. The first error that is not about a statement ends it: Network (unknown
    /// outcome: the same bytes go again next time), Unauthorized, Forbidden, Throttled, Refused, Cancelled,
    /// or the outbox's own.
    [[nodiscard]] Status sendAll();

private:
    using Batch = std::vector<xapi::Statement>;
    struct Flight {
        Batch batch;
        XapiClient::Post post;
    };

    [[nodiscard]] Status launch(std::deque<Flight> &flights);
    [[nodiscard]] Status land(Flight &flight);
    [[nodiscard]] Result<Batch> nextBatch();
    [[nodiscard]] Status settle(const Batch &batch, const Status &answer);
    [[nodiscard]] Status send(const Batch &batch);
    [[nodiscard]] Status sendHalves(const Batch &batch);
    [[nodiscard]] Status sendSingly(const Batch &batch);
    [[nodiscard]] Status leaveForLater(const Batch &batch, const Error &failure);
    [[nodiscard]] Status settleConflict(const xapi::Statement &statement, const Error &refusal);
    [[nodiscard]] Status markSent(const Batch &batch);
    [[nodiscard]] Status setAside(const xapi::Statement &statement, const std::string &reason);

    XapiClient &m_client;
    learner::Outbox &m_outbox;
    const Clock &m_clock;
    Progress m_progress;
    int m_total = 0;
    int m_sent = 0;
    int m_setAside = 0;
    bool m_isolating = false;
    std::int64_t m_after = 0; ///< seq of the last statement that was taken out of the outbox
    std::optional<Error> m_failure;
};

} // namespace kapok::sync
