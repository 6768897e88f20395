// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sync/account_exchange.h"

#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace kapok::sync {

/// What an Exchange tells of itself.
struct ExchangeStatus {
    std::vector<PersonStatus> people;
    std::vector<SyncProblem> problems;
    PersonId sendingPerson; ///< whose statements are on their way; empty when none are
    int sendingIndex = 0;
    int sendingTotal = 0;
    std::map<PersonId, int> lastSentCounts;
    std::map<PersonId, Time> nextTries;
    Connection connection = Connection::Unknown;
};

/// Statements, bookmarks, assignments and the catalogue, for everybody of this device, one round at a time. A
/// round that fails changes nothing that was safe. Threads and waiting are the SyncEngine's; with a Clock of
/// their own tests run this step by step. Thread-safety: none; one thread. The hooks are called on it.
class Exchange {
public:
    struct Hooks {
        std::function<void(const ExchangeStatus &)> onStatus;
        std::function<void(const SyncChange &)> onChange;
        std::function<void(const Person &)> onPerson;
        std::function<void(std::chrono::milliseconds)> onClockOffset;
    };

    /// \p options and \p transport must outlive this. \p cancel ends a running round.
    Exchange(const EngineOptions &options, const Clock &clock, Transport &transport, Hooks hooks,
             CancelToken cancel, std::uint64_t seed);
    ~Exchange();

    void setAccounts(const std::vector<SyncAccount> &accounts);
    void recorded(const PersonId &person);
    void setNetwork(NetworkHint hint);
    void hurry();
    void sendAgain(const PersonId &person, const StatementId &statement);

    /// Does everything that is due. Returns when to be called next; nothing when nothing is planned.
    std::optional<Time> runDue();

private:
    [[nodiscard]] Status openLibrary();
    void runRound(AccountExchange &account, std::vector<std::string> &silent);
    void setConnection(Connection connection);
    void tell();
    [[nodiscard]] AccountExchange *find(const PersonId &person);
    [[nodiscard]] std::optional<Time> nextDue() const;

    const EngineOptions &m_options;
    const Clock &m_clock;
    Transport &m_transport;
    Hooks m_hooks;
    CancelToken m_cancel;
    std::mt19937_64 m_seeds;
    std::optional<library::Library> m_library;
    std::unique_ptr<ExchangeWorld> m_world;
    std::optional<Error> m_libraryError;
    std::vector<std::unique_ptr<AccountExchange>> m_accounts;
    AccountExchange *m_running = nullptr;
    Connection m_connection = Connection::Unknown;
    NetworkHint m_hint = NetworkHint::Unknown;
    bool m_asked = false; ///< a person wants a try although the system says there is no network
};

} // namespace kapok::sync
