// SPDX-License-Identifier: Apache-2.0
#include "core/sync/exchange.h"

#include "core/base/log.h"
#include "core/sync/answers.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace kapok::sync {
namespace {

std::string serverOf(const SyncAccount &account)
{
    return originOf(account.xapiUrl.empty() ? account.serverUrl : account.xapiUrl);
}

} // namespace

Exchange::Exchange(const EngineOptions &options, const Clock &clock, Transport &transport, Hooks hooks,
                   CancelToken cancel, std::uint64_t seed)
    : m_options(options),
      m_clock(clock),
      m_transport(transport),
      m_hooks(std::move(hooks)),
      m_cancel(std::move(cancel)),
      m_seeds(seed)
{}

Exchange::~Exchange() = default;

Status Exchange::openLibrary()
{
    if (m_world)
        return success();
    KAPOK_TRY_ASSIGN(m_library, library::Library::open(m_options.dataDir, m_options.library));
    m_world.reset(new ExchangeWorld{m_options.dataDir, m_options.device, m_transport, *m_library, m_clock,
                                    m_cancel, m_hooks.onChange, m_hooks.onPerson, m_hooks.onClockOffset,
                                    [this] { tell(); }});
    return success();
}

AccountExchange *Exchange::find(const PersonId &person)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const auto &account) { return account->account().person == person; });
    return found == m_accounts.end() ? nullptr : found->get();
}

void Exchange::setAccounts(const std::vector<SyncAccount> &accounts)
{
    std::vector<std::unique_ptr<AccountExchange>> kept;
    for (const auto &account : accounts) {
        auto known = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const auto &other) {
            return other && other->account().person == account.person;
        });
        if (known == m_accounts.end()) {
            kept.push_back(std::make_unique<AccountExchange>(account, m_seeds()));
            kept.back()->hurry(m_clock.now());
            continue;
        }
        const bool changed = (*known)->account() != account;
        (*known)->setAccount(account);
        if (changed)
            (*known)->hurry(m_clock.now());
        kept.push_back(std::move(*known));
    }
    m_accounts = std::move(kept);
    const auto opened = openLibrary();
    if (opened.ok()) {
        for (const auto &account : m_accounts)
            account->refresh(*m_world);
    }
    tell();
}

void Exchange::recorded(const PersonId &person)
{
    auto *account = find(person);
    if (!account)
        return;
    account->recorded(m_clock.now());
    if (m_world)
        account->refresh(*m_world);
}

void Exchange::setNetwork(NetworkHint hint)
{
    const bool came = hint != NetworkHint::None && hint != m_hint;
    m_hint = hint;
    if (hint == NetworkHint::None)
        setConnection(Connection::None);
    else if (m_connection == Connection::None)
        setConnection(Connection::Unknown);
    if (came) {
        for (const auto &account : m_accounts)
            account->hurry(m_clock.now());
    }
}

void Exchange::hurry()
{
    m_asked = true;
    for (const auto &account : m_accounts)
        account->hurry(m_clock.now());
}

void Exchange::sendAgain(const PersonId &person, const StatementId &statement)
{
    if (auto *account = find(person); account && m_world)
        account->sendAgain(*m_world, statement);
}

std::optional<Time> Exchange::runDue()
{
    if (const auto opened = openLibrary(); !opened.ok()) {
        m_libraryError = opened.error();
        tell();
        return m_clock.now() + tuning::kBackoffFirst;
    }
    m_libraryError.reset();
    std::vector<std::string> silent;
    for (std::size_t i = 0; i < m_accounts.size() && !m_cancel.isCancelled(); ++i)
        runRound(*m_accounts[i], silent);
    m_asked = false;
    return nextDue();
}

void Exchange::runRound(AccountExchange &account, std::vector<std::string> &silent)
{
    const auto due = account.nextDue(m_clock.now());
    if (!due || *due > m_clock.now() || (m_hint == NetworkHint::None && !m_asked))
        return;
    const std::string server = serverOf(account.account());
    if (std::find(silent.begin(), silent.end(), server) != silent.end()) {
        account.serverWasSilent(m_clock.now());
        return;
    }
    m_running = &account;
    const auto outcome = account.round(*m_world);
    m_running = nullptr;
    if (outcome == AccountExchange::Outcome::NoAnswer) {
        silent.push_back(server);
        setConnection(m_hint == NetworkHint::None ? Connection::None : Connection::NoAnswer);
    } else if (outcome == AccountExchange::Outcome::Answered) {
        setConnection(Connection::Reachable);
    }
    tell();
}

void Exchange::setConnection(Connection connection)
{
    m_connection = connection;
    tell();
}

std::optional<Time> Exchange::nextDue() const
{
    std::optional<Time> due;
    if (m_hint == NetworkHint::None)
        return due; // the system will say when it is back
    for (const auto &account : m_accounts) {
        const auto next = account->nextDue(m_clock.now());
        if (next && (!due || *next < *due))
            due = next;
    }
    return due;
}

void Exchange::tell()
{
    ExchangeStatus status;
    status.connection = m_connection;
    for (const auto &account : m_accounts) {
        const PersonId &person = account->account().person;
        status.people.push_back(account->status());
        const auto problems = account->problems();
        status.problems.insert(status.problems.end(), problems.begin(), problems.end());
        status.lastSentCounts[person] = account->lastSentCount();
        if (const auto next = account->nextTry())
            status.nextTries[person] = *next;
    }
    if (m_running && m_running->sendingIndex() > 0) {
        status.sendingPerson = m_running->account().person;
        status.sendingIndex = m_running->sendingIndex();
        status.sendingTotal = m_running->sendingTotal();
    }
    if (m_libraryError)
        status.problems.push_back({SyncProblem::Kind::StorageTrouble,
                                   {},
                                   {},
                                   {},
                                   m_libraryError->code,
                                   m_libraryError->detail,
                                   m_clock.now()});
    m_hooks.onStatus(status);
}

} // namespace kapok::sync
