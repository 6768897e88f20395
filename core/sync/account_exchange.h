// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/learner/record.h"
#include "core/library/library.h"
#include "core/sync/backoff.h"
#include "core/sync/server_api.h"
#include "core/sync/sync_engine.h"
#include "core/sync/sync_status.h"
#include "core/sync/xapi_client.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace kapok::sync {

/// What the exchange of one person needs of its surroundings; all must outlive it.
struct ExchangeWorld {
    const std::filesystem::path &dataDir;
    const DeviceInfo &device;
    Transport &transport;
    library::Library &library;
    const Clock &clock;
    CancelToken cancel;
    std::function<void(const SyncChange &)> onChange;
    std::function<void(const Person &)> onPerson;
    /// The server's clock minus ours, as just measured.
    std::function<void(std::chrono::milliseconds)> onClockOffset;
    /// Something in a status changed.
    std::function<void()> onStatus;
};

/// Sending and receiving for one person of this device: when the next try is due, what went wrong, what
/// waits. Thread-safety: none.
class AccountExchange {
public:
    AccountExchange(SyncAccount account, std::uint64_t seed);

    /// What a round came to, as far as it says something of the way to the server.
    enum class Outcome { Answered, NoAnswer, Stopped };

    /// Takes over a new credential or address and forgets what went wrong with the old one.
    void setAccount(SyncAccount account);
    [[nodiscard]] const SyncAccount &account() const { return m_account; }

    /// Something was recorded: send soon.
    void recorded(Time now);
    /// A person asked, or the network came: everything is due now.
    void hurry(Time now);
    /// When the next round is due; nothing while it must sign in again. At once when the clock was set back
    /// meanwhile.
    [[nodiscard]] std::optional<Time> nextDue(Time now) const;
    /// The next try after a failure, when there was one.
    [[nodiscard]] std::optional<Time> nextTry() const;
    /// Sends, and when it is time receives.
    Outcome round(ExchangeWorld &world);
    /// This server did not answer somebody else just now: no need to try.
    void serverWasSilent(Time now);

    /// Reads the counts of the record again.
    void refresh(ExchangeWorld &world);
    void sendAgain(ExchangeWorld &world, const StatementId &statement);

    [[nodiscard]] const PersonStatus &status() const { return m_status; }
    [[nodiscard]] std::vector<SyncProblem> problems() const;
    [[nodiscard]] int sendingIndex() const { return m_sendingIndex; }
    [[nodiscard]] int sendingTotal() const { return m_sendingTotal; }
    [[nodiscard]] int lastSentCount() const { return m_lastSentCount; }

private:
    [[nodiscard]] Status openRecord(ExchangeWorld &world);
    [[nodiscard]] Status exchange(ExchangeWorld &world, XapiClient &client);
    [[nodiscard]] Status send(ExchangeWorld &world, XapiClient &client);
    [[nodiscard]] Status receiveStatements(ExchangeWorld &world, XapiClient &client);
    [[nodiscard]] Status receiveFromNode(ExchangeWorld &world);
    [[nodiscard]] Status receiveCatalogue(ExchangeWorld &world, ServerApi &server);
    [[nodiscard]] Status receiveCovers(ExchangeWorld &world, ServerApi &server);
    Outcome settle(ExchangeWorld &world, const Status &status,
                   const std::optional<std::chrono::seconds> &retryAfter);
    void refused(const ExchangeWorld &world, const Error &error);
    void failed(ExchangeWorld &world, const std::optional<std::chrono::seconds> &retryAfter);
    void setProblem(const ExchangeWorld &world, SyncProblem::Kind kind, const Error &error);
    void measureClock(ExchangeWorld &world, const std::optional<Time> &serverTime) const;

    SyncAccount m_account;
    Backoff m_backoff;
    std::optional<learner::Record> m_record;
    PersonStatus m_status;
    std::map<SyncProblem::Kind, SyncProblem> m_problems;
    std::vector<SyncProblem> m_setAside;
    std::optional<Time> m_sendDue;
    std::optional<Time> m_receiveDue;
    std::optional<Time> m_holdUntil;                  ///< no try before this, after a failure
    std::optional<std::chrono::seconds> m_retryAfter; ///< of the last request of this round
    bool m_storeFailed = false; ///< what went wrong in this round was her own record store
    int m_strangeAnswers = 0;
    int m_sendingIndex = 0;
    int m_sendingTotal = 0;
    int m_lastSentCount = 0;
};

} // namespace kapok::sync
