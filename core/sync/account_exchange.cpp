// SPDX-License-Identifier: Apache-2.0
#include "core/sync/account_exchange.h"

#include "core/base/log.h"
#include "core/sync/answers.h"
#include "core/sync/download.h"
#include "core/sync/statement_puller.h"
#include "core/sync/statement_sender.h"
#include "core/sync/tuning.h"
#include "core/xapi/packing.h"

#include <algorithm>
#include <utility>

namespace kapok::sync {
namespace {

using Kind = SyncProblem::Kind;

/// Set-aside statements that are named one by one in a status; all of them count.
constexpr std::size_t kNamedSetAside = 50;

std::string xapiEndpoint(const SyncAccount &account)
{
    return account.xapiUrl.empty() ? withoutSlash(account.serverUrl) + "/xapi" : account.xapiUrl;
}

bool isStorage(ErrorCode code)
{
    return code == ErrorCode::StorageFull || code == ErrorCode::StorageBroken ||
           code == ErrorCode::NewerFormat;
}

} // namespace

AccountExchange::AccountExchange(SyncAccount account, std::uint64_t seed)
    : m_account(std::move(account)), m_backoff(seed)
{
    m_status.person = m_account.person;
}

void AccountExchange::setAccount(SyncAccount account)
{
    if (account == m_account)
        return;
    if (account.accountName != m_account.accountName || account.homePage != m_account.homePage)
        m_record.reset();
    m_account = std::move(account);
    m_problems.clear();
    m_status.mustSignInAgain = false;
    m_strangeAnswers = 0;
}

void AccountExchange::recorded(Time now)
{
    if (!m_sendDue)
        m_sendDue = now + tuning::kGather;
}

void AccountExchange::hurry(Time now)
{
    m_sendDue = now;
    m_receiveDue = now;
    m_holdUntil.reset();
    m_backoff.reset();
}

std::optional<Time> AccountExchange::nextDue(Time now) const
{
    if (m_status.mustSignInAgain)
        return {};
    auto due = m_sendDue;
    if (m_receiveDue && (!due || *m_receiveDue < *due))
        due = m_receiveDue;
    if (due && m_holdUntil)
        due = std::max(*due, *m_holdUntil);
    return due && *due > now + tuning::kPlanLongest ? now : due;
}

std::optional<Time> AccountExchange::nextTry() const
{
    return m_backoff.failures() > 0 && !m_status.mustSignInAgain ? m_holdUntil : std::nullopt;
}

void AccountExchange::serverWasSilent(Time now)
{
    m_holdUntil = now + m_backoff.failed();
}

std::vector<SyncProblem> AccountExchange::problems() const
{
    std::vector<SyncProblem> out;
    for (const auto &[kind, problem] : m_problems)
        out.push_back(problem);
    out.insert(out.end(), m_setAside.begin(), m_setAside.end());
    return out;
}

Status AccountExchange::openRecord(ExchangeWorld &world)
{
    if (m_record)
        return success();
    const learner::Record::Learner learner{
        m_account.person, {m_account.homePage, m_account.accountName}, world.device.id};
    KAPOK_TRY_ASSIGN(m_record, learner::Record::open(world.dataDir, learner, world.clock));
    return success();
}

void AccountExchange::refresh(ExchangeWorld &world)
{
    const auto read = [&]() -> Status {
        KAPOK_TRY(openRecord(world));
        KAPOK_TRY_ASSIGN(const auto counts, m_record->outbox().counts());
        KAPOK_TRY_ASSIGN(m_status.lastSent, m_record->outbox().lastSent());
        m_status.waiting = counts.queued;
        m_status.setAside = counts.setAside;
        if (m_sendingIndex ==
            0) { // once a round: summing up a long queue for every batch would take its time
            KAPOK_TRY_ASSIGN(m_status.waitingLessons, m_record->outbox().lessonsWaiting());
        }
        m_setAside.clear();
        if (counts.setAside == 0)
            return success();
        KAPOK_TRY_ASSIGN(const auto items,
                         m_record->outbox().waiting(kNamedSetAside)); // set aside ones come first
        for (const auto &item : items) {
            if (item.setAside)
                m_setAside.push_back({Kind::StatementSetAside,
                                      m_account.person,
                                      item.id,
                                      {},
                                      ErrorCode::Refused,
                                      item.reason,
                                      item.at});
        }
        return success();
    };
    if (const auto status = read(); !status.ok())
        setProblem(world, Kind::StorageTrouble, status.error());
    world.onStatus();
}

void AccountExchange::sendAgain(ExchangeWorld &world, const StatementId &statement)
{
    const auto status = [&]() -> Status {
        KAPOK_TRY(openRecord(world));
        return m_record->outbox().queueAgain(statement);
    }();
    if (!status.ok())
        setProblem(world, Kind::StorageTrouble, status.error());
    hurry(world.clock.now());
    refresh(world);
}

AccountExchange::Outcome AccountExchange::round(ExchangeWorld &world)
{
    m_retryAfter.reset();
    XapiClient client(world.transport, xapiEndpoint(m_account),
                      m_account.xapiCredential.value_or(m_account.credential), m_account.homePage,
                      m_account.accountName, world.cancel);
    auto status = openRecord(world);
    if (status.ok())
        status = exchange(world, client);
    if (client.retryAfter())
        m_retryAfter = client.retryAfter();
    m_sendingIndex = 0;
    m_sendingTotal = 0;
    measureClock(world, client.serverTime());
    const auto outcome = settle(world, status, m_retryAfter);
    refresh(world);
    return outcome;
}

Status AccountExchange::exchange(ExchangeWorld &world, XapiClient &client)
{
    const Time now = world.clock.now();
    m_storeFailed = false;
    m_sendDue.reset(); // before reading the outbox: what is recorded from now on asks anew
    const auto sent = send(world, client);
    if (!sent.ok()) {
        m_sendDue = now;
        m_storeFailed = m_account.hasOwnStore();
    }
    // Whatever her own record store does, her courses come from elsewhere.
    if (!sent.ok() && (!m_account.hasOwnStore() || m_account.serverUrl.empty()))
        return sent;
    if (!m_receiveDue || (*m_receiveDue > now && *m_receiveDue <= now + tuning::kPlanLongest))
        return sent;
    if (!m_account.serverUrl.empty()) {
        if (const auto received = receiveFromNode(world); !received.ok()) {
            m_storeFailed = false;
            return received;
        }
    }
    if (sent.ok())
        KAPOK_TRY(receiveStatements(world, client));
    m_receiveDue = world.clock.now() + tuning::kPullEvery;
    return sent;
}

Status AccountExchange::send(ExchangeWorld &world, XapiClient &client)
{
    int setAside = 0;
    const auto progress = [&](int sent, int settled, int total) {
        m_sendingIndex = settled < total ? settled + 1 : 0;
        m_sendingTotal = total;
        if (sent > 0)
            m_lastSentCount = sent;
        // Counting the record anew for each batch would cost more than the batch.
        const bool moreAside = std::exchange(setAside, settled - sent) != settled - sent;
        if (moreAside || settled == total) {
            refresh(world);
            return;
        }
        m_status.waiting = total - settled;
        if (sent > 0)
            m_status.lastSent = world.clock.now();
        world.onStatus();
    };
    const std::string endpoint = xapiEndpoint(m_account);
    const std::string &dictionary = client.dictionary().field();
    KAPOK_TRY_ASSIGN(const bool known, m_record->outbox().knowsDictionary(endpoint, dictionary));
    client.assumeDictionary(known);
    StatementSender sender(client, m_record->outbox(), world.clock, progress);
    if (m_strangeAnswers >= tuning::kStrangeAnswers)
        sender.isolate();
    const auto status = sender.sendAll();
    m_sendingIndex = 0;
    if (client.knowsDictionary() != known)
        KAPOK_TRY(m_record->outbox().noteDictionary(endpoint, dictionary, client.knowsDictionary()));
    KAPOK_TRY(status);
    StatementPuller places(client, *m_record);
    return places.exchangePlaces();
}

Status AccountExchange::receiveStatements(ExchangeWorld &world, XapiClient &client)
{
    StatementPuller puller(client, *m_record);
    const auto added = puller.pull();
    if (added.ok() && *added > 0)
        world.onChange({SyncChange::Kind::Record, m_account.person, {}});
    // A key for another record store is often good for writing only.
    if (added.ok() || (m_account.hasOwnStore() && added.error().code == ErrorCode::Forbidden))
        return success();
    m_storeFailed = m_account.hasOwnStore();
    return added.error();
}

Status AccountExchange::receiveFromNode(ExchangeWorld &world)
{
    ServerApi server(world.transport, m_account.serverUrl, m_account.credential, world.cancel);
    const auto all = [&]() -> Status {
        KAPOK_TRY_ASSIGN(const auto node, server.about());
        KAPOK_TRY(world.library.setNodeKeys(withoutSlash(m_account.serverUrl), node.trustedKeys));
        KAPOK_TRY_ASSIGN(const auto person, server.me());
        world.onPerson(person);
        KAPOK_TRY_ASSIGN(const auto assignments, server.assignments());
        KAPOK_TRY_ASSIGN(const auto before, world.library.assignments(m_account.person));
        KAPOK_TRY(world.library.setAssignments(m_account.person, assignments));
        if (before.list != assignments.list)
            world.onChange({SyncChange::Kind::Assignments, m_account.person, {}});
        KAPOK_TRY(receiveCatalogue(world, server));
        return receiveCovers(world, server);
    };
    const auto status = all();
    m_retryAfter = server.retryAfter();
    return status;
}

Status AccountExchange::receiveCatalogue(ExchangeWorld &world, ServerApi &server)
{
    KAPOK_TRY_ASSIGN(const auto before, world.library.catalogue());
    KAPOK_TRY_ASSIGN(const auto catalogue, server.catalogue(before.etag));
    if (catalogue)
        KAPOK_TRY(world.library.setCatalogue(*catalogue));
    KAPOK_TRY_ASSIGN(const auto updates, world.library.unseenUpdates());
    for (const auto &course : updates) {
        KAPOK_TRY_ASSIGN(const auto manifest, server.manifest(course));
        if (const auto noted = world.library.noteOffer(course, manifest.bytes);
            !noted.ok() && isStorage(noted.error().code) && noted.error().code != ErrorCode::NewerFormat)
            return noted;
    }
    if (catalogue || !updates.empty())
        world.onChange({SyncChange::Kind::Catalogue, {}, {}});
    return success();
}

Status AccountExchange::receiveCovers(ExchangeWorld &world, ServerApi &server)
{
    KAPOK_TRY_ASSIGN(const auto covers, world.library.lackingCovers());
    for (const auto &cover : covers) {
        if (cover.size > tuning::kLargeDownload) // comes with its course
            continue;
        const auto status = downloadCover(server, world.library, cover);
        const bool itsOwnFault = !status.ok() && (status.error().code == ErrorCode::NotFound ||
                                                  status.error().code == ErrorCode::Corrupt);
        if (!status.ok() && !itsOwnFault)
            return status;
        if (status.ok())
            world.onChange({SyncChange::Kind::Cover, {}, {}});
    }
    return success();
}

AccountExchange::Outcome AccountExchange::settle(ExchangeWorld &world, const Status &status,
                                                 const std::optional<std::chrono::seconds> &retryAfter)
{
    if (status.ok()) {
        m_backoff.reset();
        m_holdUntil.reset();
        m_problems.clear();
        m_strangeAnswers = 0;
        return Outcome::Answered;
    }
    const Error &error = status.error();
    log::info("sync: a round for one person ended early ({}): {}", toString(error.code), error.detail);
    if (error.code == ErrorCode::Cancelled)
        return Outcome::Stopped;
    failed(world, retryAfter);
    switch (error.code) {
    case ErrorCode::Network:
        return Outcome::NoAnswer;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
        refused(world, error);
        return Outcome::Answered;
    case ErrorCode::Throttled:
        return Outcome::Answered;
    default:
        break;
    }
    if (isStorage(error.code))
        setProblem(world, Kind::StorageTrouble, error);
    else if (++m_strangeAnswers >= tuning::kStrangeAnswers)
        setProblem(world, Kind::ServerTrouble, error);
    return error.code == ErrorCode::NotTrusted ? Outcome::NoAnswer : Outcome::Answered;
}

void AccountExchange::refused(const ExchangeWorld &world, const Error &error)
{
    if (m_storeFailed) { // signing in would not help; courses still come
        setProblem(world, Kind::RecordStore, error);
        return;
    }
    m_status.mustSignInAgain = true;
    setProblem(world, error.code == ErrorCode::Unauthorized ? Kind::SignInAgain : Kind::NotAllowed, error);
}

void AccountExchange::failed(ExchangeWorld &world, const std::optional<std::chrono::seconds> &retryAfter)
{
    std::chrono::milliseconds wait = m_backoff.failed();
    if (retryAfter)
        wait = std::max<std::chrono::milliseconds>(*retryAfter, wait);
    m_holdUntil = world.clock.now() + wait;
}

void AccountExchange::setProblem(const ExchangeWorld &world, Kind kind, const Error &error)
{
    SyncProblem problem{kind, m_account.person, {}, {}, error.code, error.detail, world.clock.now()};
    if (const auto known = m_problems.find(kind); known != m_problems.end())
        problem.since = known->second.since;
    m_problems[kind] = std::move(problem);
}

void AccountExchange::measureClock(ExchangeWorld &world, const std::optional<Time> &serverTime) const
{
    // An HTTP date is cut to the second: half a second later is right on average.
    constexpr std::chrono::milliseconds kHalfSecond{500};
    if (serverTime)
        world.onClockOffset(*serverTime + kHalfSecond - world.clock.now());
}

} // namespace kapok::sync
