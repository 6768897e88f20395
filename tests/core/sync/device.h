// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/record.h"
#include "core/sync/exchange.h"
#include "tests/core/sync/loopback_server.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kapok::testing {

inline sync::SyncAccount account(const std::string &name, const std::string &key)
{
    return {{uuidV5(kUuidNamespace, "person " + name)},
            name,
            "https://node.example",
            "https://server.example",
            "",
            {key, "secret of " + key}};
}

/// Opens a person's record like the app's worker does.
inline learner::Record openRecord(const std::filesystem::path &data, const sync::SyncAccount &account,
                                  const Clock &clock, const std::string &device = "device-1")
{
    auto record = learner::Record::open(
        data, {account.person, {account.homePage, account.accountName}, {uuidV5(kUuidNamespace, device)}},
        clock);
    EXPECT_TRUE(record.ok()) << (record.ok() ? "" : record.error().detail);
    return *std::move(record);
}

/// One device with its own folder, exchanging with a LoopbackServer step by step.
class Device {
public:
    Device(LoopbackServer &server, ManualClock &clock, std::vector<sync::SyncAccount> accounts,
           const std::string &name = "device-1", std::uint64_t seed = 1)
        : m_clock(clock), m_accounts(std::move(accounts)), m_name(name), m_transport(server), m_seed(seed)
    {
        m_options.dataDir = m_folder.path();
        m_options.device = {{uuidV5(kUuidNamespace, name)}, name, "test"};
        restart();
    }

    ~Device() { exchange.reset(); }
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;

    /// Ends the exchange and starts a new one on the same folder, like a kill and a start of the app.
    void restart()
    {
        sync::Exchange::Hooks hooks;
        hooks.onStatus = [this](const sync::ExchangeStatus &now) {
            status = now;
            statuses.push_back(now);
        };
        hooks.onChange = [this](const sync::SyncChange &change) { changes.push_back(change); };
        hooks.onPerson = [](const sync::Person &) {};
        hooks.onClockOffset = [this](std::chrono::milliseconds offset) { clockOffset = offset; };
        exchange.reset();
        exchange = std::make_unique<sync::Exchange>(m_options, m_clock, m_transport, hooks, cancel, m_seed);
        exchange->setAccounts(m_accounts);
    }

    learner::Record record(std::size_t index = 0) const
    {
        return openRecord(m_folder.path(), m_accounts.at(index), m_clock, m_name);
    }

    /// Opens lesson "one", sees its first page and leaves: at least four statements the first time.
    void study(const course::Course &course, std::size_t index = 0)
    {
        auto record = this->record(index);
        const auto visit = record.openLesson(course, {"one"}, "vi");
        ASSERT_TRUE(visit.ok()) << visit.error().detail;
        ASSERT_TRUE(record.pageSeen(*visit, course, {"aim"}).ok());
        m_clock.advance(std::chrono::seconds(20));
        ASSERT_TRUE(record.closeLesson(*visit).ok());
        exchange->recorded(m_accounts.at(index).person);
    }

    /// study() so many \p times; how many statements wait then.
    int studyOften(const course::Course &course, int times)
    {
        for (int i = 0; i < times; ++i)
            study(course);
        return waiting();
    }

    /// Runs what is due and turns the clock to the next due moment, until nothing happens or \p rounds are
    /// over.
    void run(int rounds = 50)
    {
        for (int i = 0; i < rounds; ++i) {
            const auto due = exchange->runDue();
            if (!due ||
                *due - m_clock.now() > std::chrono::minutes(14)) // only the next look for news is left
                return;
            if (*due > m_clock.now())
                m_clock.set(*due);
        }
    }

    [[nodiscard]] int waiting(std::size_t index = 0) const
    {
        auto opened = record(index);
        return opened.outbox().counts()->queued;
    }

    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder.path(); }
    [[nodiscard]] const sync::SyncAccount &accountAt(std::size_t index) const { return m_accounts.at(index); }
    void setAccounts(std::vector<sync::SyncAccount> accounts)
    {
        m_accounts = std::move(accounts);
        exchange->setAccounts(m_accounts);
    }

    sync::ExchangeStatus status;
    std::vector<sync::ExchangeStatus> statuses;
    std::vector<sync::SyncChange> changes;
    std::optional<std::chrono::milliseconds> clockOffset;
    sync::CancelToken cancel;
    std::unique_ptr<sync::Exchange> exchange;

private:
    TemporaryFolder m_folder;
    ManualClock &m_clock;
    std::vector<sync::SyncAccount> m_accounts;
    std::string m_name;
    LoopbackTransport m_transport;
    std::uint64_t m_seed;
    sync::EngineOptions m_options;
};

} // namespace kapok::testing
