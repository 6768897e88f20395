// SPDX-License-Identifier: Apache-2.0
#include "core/sync/sync_engine.h"

#include "core/sync/download_queue.h"
#include "core/sync/exchange.h"
#include "core/sync/work_thread.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <random>
#include <utility>

namespace kapok::sync {
namespace {

std::uint64_t seedOf(const EngineOptions &options)
{
    return options.seed != 0 ? options.seed : std::random_device{}();
}

} // namespace

struct SyncEngine::Parts {
    explicit Parts(EngineOptions given);
    ~Parts();
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    void changed();
    void change(const SyncChange &change);
    void tellStatus();
    [[nodiscard]] SyncStatus compose() const;
    void composePeople(SyncStatus &out) const;
    void composeProblems(SyncStatus &out) const;
    [[nodiscard]] bool concernsPresent(const PersonId &person) const
    {
        return person.empty() || !present || *present == person;
    }
    [[nodiscard]] std::optional<SyncAccount> accountOf(const PersonId &person) const;
    void recorded(const PersonId &person);
    Exchange::Hooks exchangeHooks();

    const EngineOptions options;
    const SystemClock systemClock;
    const Clock &clock;
    const CancelToken stop;
    const std::unique_ptr<Transport> exchangeTransport;
    const std::unique_ptr<Transport> downloadTransport;
    const std::unique_ptr<Transport> deskTransport;

    mutable std::mutex mutex; ///< guards the next group
    ExchangeStatus exchangeStatus;
    std::optional<PersonId> present;
    std::map<PersonId, int> notified; ///< recorded, and not yet counted by the exchange
    std::map<PersonId, Person> persons;
    std::optional<std::chrono::milliseconds> clockOffset;
    std::vector<SyncAccount> accounts;
    bool tellPosted = false;

    Exchange exchange; ///< on exchangeThread only
    DownloadQueue downloads;

    // Last, so that they start when all else stands.
    WorkThread tellThread;
    WorkThread exchangeThread;
    WorkThread downloadThread;
    WorkThread deskThread;
};

SyncEngine::Parts::Parts(EngineOptions given)
    : options(std::move(given)),
      clock(options.clock ? *options.clock : systemClock),
      exchangeTransport(options.makeTransport()),
      downloadTransport(options.makeTransport()),
      deskTransport(options.makeTransport()),
      exchange(options, clock, *exchangeTransport, exchangeHooks(), stop, seedOf(options)),
      downloads(options, clock, *downloadTransport,
                {[this] { changed(); }, [this](const SyncChange &what) { change(what); }}, stop,
                seedOf(options) + 1),
      tellThread(clock, {}),
      exchangeThread(clock, [this] { return exchange.runDue(); }),
      downloadThread(clock, [this] { return downloads.runDue(); }),
      deskThread(clock, {})
{}

SyncEngine::Parts::~Parts()
{
    stop.cancel();
    exchangeThread.stop();
    downloadThread.stop();
    deskThread.stop();
    tellThread.stop();
}

Exchange::Hooks SyncEngine::Parts::exchangeHooks()
{
    Exchange::Hooks hooks;
    hooks.onStatus = [this](const ExchangeStatus &status) {
        {
            const std::lock_guard lock(mutex);
            exchangeStatus = status;
        }
        changed();
    };
    hooks.onChange = [this](const SyncChange &what) { change(what); };
    hooks.onPerson = [this](const Person &person) {
        {
            const std::lock_guard lock(mutex);
            if (std::exchange(persons[person.id], person) == person)
                return;
        }
        change({SyncChange::Kind::Person, person.id, {}});
    };
    hooks.onClockOffset = [this](std::chrono::milliseconds offset) {
        const std::lock_guard lock(mutex);
        clockOffset = offset;
    };
    return hooks;
}

void SyncEngine::Parts::changed()
{
    {
        const std::lock_guard lock(mutex);
        if (std::exchange(tellPosted, true))
            return;
    }
    tellThread.post([this] { tellStatus(); });
}

void SyncEngine::Parts::tellStatus()
{
    {
        const std::lock_guard lock(mutex);
        tellPosted = false;
    }
    if (options.onStatus && !stop.isCancelled())
        options.onStatus(compose());
}

void SyncEngine::Parts::change(const SyncChange &what)
{
    tellThread.post([this, what] {
        if (options.onChange && !stop.isCancelled())
            options.onChange(what);
    });
}

SyncStatus SyncEngine::Parts::compose() const
{
    SyncStatus out;
    out.downloads = downloads.status();
    const std::lock_guard lock(mutex);
    composePeople(out);
    composeProblems(out);
    out.connection = exchangeStatus.connection;
    if (!exchangeStatus.sendingPerson.empty() && concernsPresent(exchangeStatus.sendingPerson)) {
        out.sendingIndex = exchangeStatus.sendingIndex;
        out.sendingTotal = exchangeStatus.sendingTotal;
    }
    out.state = stateOf(out);
    return out;
}

void SyncEngine::Parts::composePeople(SyncStatus &out) const
{
    for (auto person : exchangeStatus.people) {
        if (const auto fresh = notified.find(person.person); fresh != notified.end())
            person.waiting += fresh->second;
        person.waitingLessons = person.waiting > 0 ? std::max(1, person.waitingLessons) : 0;
        out.people.push_back(person);
        if (!concernsPresent(person.person))
            continue;
        out.waiting += person.waiting;
        out.waitingLessons += person.waitingLessons;
        if (person.lastSent && (!out.lastSent || *out.lastSent < *person.lastSent)) {
            out.lastSent = person.lastSent;
            const auto count = exchangeStatus.lastSentCounts.find(person.person);
            out.lastSentCount = count == exchangeStatus.lastSentCounts.end() ? 0 : count->second;
        }
        const auto next = exchangeStatus.nextTries.find(person.person);
        if (next != exchangeStatus.nextTries.end() && (!out.nextTry || next->second < *out.nextTry))
            out.nextTry = next->second;
    }
}

void SyncEngine::Parts::composeProblems(SyncStatus &out) const
{
    for (const auto &problem : exchangeStatus.problems) {
        if (concernsPresent(problem.person))
            out.problems.push_back(problem);
    }
    for (const auto &download : out.downloads) {
        if (download.state == DownloadStatus::State::Stopped && download.error)
            out.problems.push_back({SyncProblem::Kind::DownloadStopped,
                                    {},
                                    {},
                                    download.course,
                                    download.error->code,
                                    download.error->detail,
                                    {}});
    }
}

std::optional<SyncAccount> SyncEngine::Parts::accountOf(const PersonId &person) const
{
    const std::lock_guard lock(mutex);
    for (const auto &account : accounts) {
        if (account.person == person)
            return account;
    }
    return {};
}

void SyncEngine::Parts::recorded(const PersonId &person)
{
    int counted = 0;
    {
        const std::lock_guard lock(mutex);
        counted = notified[person];
    }
    exchange.recorded(person); // reads the outbox, so these are counted from now on
    {
        const std::lock_guard lock(mutex);
        notified[person] -= counted;
    }
    changed();
}

SyncEngine::SyncEngine(EngineOptions options) : m_parts(std::make_unique<Parts>(std::move(options))) {}

SyncEngine::~SyncEngine() = default;

void SyncEngine::setAccounts(std::vector<SyncAccount> accounts)
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->accounts = accounts;
    }
    m_parts->downloads.setAccounts(accounts);
    m_parts->downloadThread.post([] {});
    m_parts->exchangeThread.post(
        [parts = m_parts.get(), accounts = std::move(accounts)] { parts->exchange.setAccounts(accounts); });
}

void SyncEngine::setPresent(std::optional<PersonId> person)
{
    {
        const std::lock_guard lock(m_parts->mutex);
        m_parts->present = std::move(person);
    }
    m_parts->changed();
}

void SyncEngine::notify(const PersonId &person)
{
    {
        const std::lock_guard lock(m_parts->mutex);
        ++m_parts->notified[person];
    }
    m_parts->changed();
    m_parts->exchangeThread.post([parts = m_parts.get(), person] { parts->recorded(person); });
}

void SyncEngine::setNetwork(NetworkHint hint)
{
    m_parts->exchangeThread.post([parts = m_parts.get(), hint] { parts->exchange.setNetwork(hint); });
    m_parts->downloads.setNetwork(hint);
    m_parts->downloadThread.post([] {});
}

void SyncEngine::setLargeFilesOnWifiOnly(bool only)
{
    m_parts->downloads.setLargeFilesOnWifiOnly(only);
    m_parts->downloadThread.post([] {});
}

void SyncEngine::sendNow()
{
    m_parts->exchangeThread.post([parts = m_parts.get()] { parts->exchange.hurry(); });
    m_parts->downloads.hurry();
    m_parts->downloadThread.post([] {});
}

void SyncEngine::download(const PersonId &person, const CourseId &course)
{
    m_parts->downloads.add(person, course);
    m_parts->downloadThread.post([] {});
}

void SyncEngine::cancelDownload(const CourseId &course, bool forget)
{
    m_parts->downloads.cancel(course, forget);
    m_parts->downloadThread.post([] {});
}

void SyncEngine::sendAgain(const PersonId &person, const StatementId &statement)
{
    m_parts->exchangeThread.post(
        [parts = m_parts.get(), person, statement] { parts->exchange.sendAgain(person, statement); });
}

SyncStatus SyncEngine::status() const
{
    return m_parts->compose();
}

std::optional<Person> SyncEngine::person(const PersonId &person) const
{
    const std::lock_guard lock(m_parts->mutex);
    const auto found = m_parts->persons.find(person);
    return found == m_parts->persons.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::chrono::milliseconds> SyncEngine::clockOffset() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->clockOffset;
}

void SyncEngine::signIn(const std::string &serverUrl, const std::string &account, const std::string &password,
                        std::function<void(Result<SignedIn>)> done)
{
    m_parts->deskThread.post([parts = m_parts.get(), serverUrl, account, password, done = std::move(done)] {
        ServerApi server(*parts->deskTransport, serverUrl, {}, parts->stop);
        auto signedIn = server.signIn(account, password, parts->options.device);
        if (!parts->stop.isCancelled())
            done(std::move(signedIn));
    });
}

void SyncEngine::ask(const PersonId &person, std::function<void(ServerApi *)> work)
{
    m_parts->deskThread.post([parts = m_parts.get(), person, work = std::move(work)] {
        const auto account = parts->accountOf(person);
        if (!account || account->serverUrl.empty()) {
            work(nullptr);
            return;
        }
        ServerApi server(*parts->deskTransport, account->serverUrl, account->credential, parts->stop);
        work(&server);
    });
}

} // namespace kapok::sync
