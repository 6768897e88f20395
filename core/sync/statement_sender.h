// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/learner/outbox.h"
#include "core/sync/xapi_client.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace kapok::sync {

/// Empties one person's outbox: oldest first, at most 50 statements or 1 MB in a request, one request at a
/// time, the stored bytes unchanged. The rules of docs/protocol.md: a refused batch is halved until one
/// statement is alone, and that one is set aside with the server's reason; a conflict is settled by looking
/// at what the server has.
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

    [[nodiscard]] Result<Batch> nextBatch();
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
    std::set<StatementId> m_left; ///< the server failed at these
    std::optional<Error> m_failure;
};

} // namespace kapok::sync
