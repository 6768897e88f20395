// SPDX-License-Identifier: Apache-2.0
#include "core/sync/download_queue.h"

#include "core/base/log.h"
#include "core/sync/tuning.h"

#include <algorithm>

namespace kapok::sync {
namespace {

using State = DownloadStatus::State;

/// Failures that waiting mends; the others need a person.
bool passesByItself(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Throttled || code == ErrorCode::Refused ||
           code == ErrorCode::Cancelled;
}

} // namespace

DownloadQueue::DownloadQueue(const EngineOptions &options, const Clock &clock, Transport &transport,
                             Hooks hooks, CancelToken stop, std::uint64_t seed)
    : m_options(options),
      m_clock(clock),
      m_transport(transport),
      m_hooks(std::move(hooks)),
      m_stop(std::move(stop)),
      m_backoff(seed)
{}

void DownloadQueue::setAccounts(std::vector<SyncAccount> accounts)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_accounts == accounts)
            return;
        m_accounts = std::move(accounts);
        for (auto &item : m_items) { // perhaps stopped for want of a credential
            if (item.status.state == State::Stopped && item.status.error->code == ErrorCode::Unauthorized)
                item.status.state = State::Queued;
        }
    }
    m_hooks.onStatus();
}

void DownloadQueue::add(const PersonId &person, const CourseId &course)
{
    {
        const std::lock_guard lock(m_mutex);
        m_holdUntil.reset();
        std::erase_if(m_cancelled, [&](const Cancelled &other) { return other.course == course; });
        if (auto *item = find(course)) {
            if (item->status.state == State::Stopped) {
                item->status.state = State::Queued;
                item->status.error.reset();
            }
        } else {
            m_items.push_back({course, person, {course, State::Queued, 0, 0, {}}, 0, false});
        }
    }
    m_hooks.onStatus();
}

void DownloadQueue::cancel(const CourseId &course, bool forget)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto *item = find(course);
        if (item && item->status.state == State::Running && m_running)
            m_running->cancel();
        std::erase_if(m_items, [&](const Item &other) { return other.course == course; });
        m_cancelled.push_back({course, forget});
    }
    m_hooks.onStatus();
}

void DownloadQueue::setNetwork(NetworkHint hint)
{
    {
        const std::lock_guard lock(m_mutex);
        if (hint != NetworkHint::None && hint != m_hint)
            m_holdUntil.reset();
        m_hint = hint;
        updatePauses();
    }
    m_hooks.onStatus();
}

void DownloadQueue::setLargeFilesOnWifiOnly(bool only)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wifiOnly = only;
        updatePauses();
    }
    m_hooks.onStatus();
}

void DownloadQueue::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_holdUntil.reset();
    m_asked = true;
}

bool DownloadQueue::mustWaitForWifi(std::uint64_t bytes) const
{
    return m_wifiOnly && m_hint == NetworkHint::Metered && bytes > tuning::kLargeDownload;
}

void DownloadQueue::updatePauses()
{
    for (auto &item : m_items) {
        const bool wait = mustWaitForWifi(item.size);
        if (item.status.state == State::Running && wait && m_running)
            m_running->cancel();
        else if (item.status.state == State::Queued && wait)
            item.status.state = State::Paused;
        else if (item.status.state == State::Paused && !wait)
            item.status.state = State::Queued;
    }
}

DownloadQueue::Item *DownloadQueue::find(const CourseId &course)
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) { return item.course == course; });
    return found == m_items.end() ? nullptr : &*found;
}

std::optional<SyncAccount> DownloadQueue::accountFor(const PersonId &person) const
{
    std::optional<SyncAccount> any;
    for (const auto &account : m_accounts) {
        if (account.serverUrl.empty())
            continue;
        if (account.person == person)
            return account;
        if (!any)
            any = account; // whoever asked has left this device; the course is for everybody on it
    }
    return any;
}

std::optional<Time> DownloadQueue::runDue()
{
    const auto retry = [this] { return m_clock.now() + m_backoff.failed(); };
    if (const auto ready = prepare(); !ready.ok()) {
        log::warn("sync: the download queue cannot use the library: {}", ready.error().detail);
        return retry();
    }
    while (!m_stop.isCancelled()) {
        const auto next = takeNext();
        if (!next)
            break;
        m_hooks.onStatus();
        run(next->first, next->second);
        if (const auto saved = saveWishes(); !saved.ok())
            return retry();
    }
    const std::lock_guard lock(m_mutex);
    m_asked = false;
    const bool waits = std::any_of(m_items.begin(), m_items.end(),
                                   [](const Item &item) { return item.status.state == State::Queued; });
    return waits ? m_holdUntil : std::nullopt;
}

Status DownloadQueue::prepare()
{
    if (!m_library) {
        KAPOK_TRY_ASSIGN(m_library, library::Library::open(m_options.dataDir, m_options.library));
        loadWishes();
    }
    return saveWishes();
}

void DownloadQueue::loadWishes()
{
    const auto wishes = m_library->wishes();
    if (!wishes.ok())
        return;
    const std::lock_guard lock(m_mutex);
    for (const auto &wish : *wishes) {
        const bool cancelled =
            std::any_of(m_cancelled.begin(), m_cancelled.end(),
                        [&](const Cancelled &other) { return other.course == wish.course; });
        if (!cancelled && !find(wish.course))
            m_items.push_back({wish.course, wish.person, {wish.course, State::Queued, 0, 0, {}}, 0, true});
    }
}

Status DownloadQueue::saveWishes()
{
    std::vector<Item> fresh;
    std::vector<Cancelled> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        cancelled = std::exchange(m_cancelled, {});
        for (auto &item : m_items) {
            if (!std::exchange(item.saved, true))
                fresh.push_back(item);
        }
    }
    for (const auto &each : cancelled)
        KAPOK_TRY(each.forget ? m_library->abandon(each.course) : m_library->endWish(each.course));
    for (const auto &item : fresh)
        KAPOK_TRY(m_library->wish(item.course, item.person));
    const std::lock_guard lock(m_mutex);
    for (auto &item : m_items) {
        if (item.status.total > 0)
            continue;
        const auto entry = m_library->entry(item.course);
        if (!entry.ok())
            continue;
        item.size = entry->downloadBytes;
        if (entry->pending) {
            item.status.done = entry->pending->bytesDone;
            item.status.total = entry->pending->bytesTotal;
        }
    }
    updatePauses();
    return success();
}

std::optional<std::pair<DownloadQueue::Item, SyncAccount>> DownloadQueue::takeNext()
{
    const std::lock_guard lock(m_mutex);
    const bool offline = m_hint == NetworkHint::None && !m_asked;
    const Time now = m_clock.now();
    const bool holds = m_holdUntil && *m_holdUntil > now && *m_holdUntil <= now + tuning::kPlanLongest;
    if (offline || holds)
        return {};
    for (auto &item : m_items) {
        if (item.status.state != State::Queued)
            continue;
        const auto account = accountFor(item.person);
        if (!account)
            continue;
        item.status.state = State::Running;
        item.status.error.reset();
        m_running.emplace();
        return std::pair(item, *account);
    }
    return {};
}

void DownloadQueue::run(const Item &item, const SyncAccount &account)
{
    CancelToken cancel;
    {
        const std::lock_guard lock(m_mutex);
        cancel = *m_running;
    }
    const auto guard = m_stop.onCancel([cancel] { cancel.cancel(); });
    ServerApi server(m_transport, account.serverUrl, account.credential, cancel);
    const auto course =
        downloadCourse(server, *m_library, item.course, [&](std::uint64_t done, std::uint64_t total) {
            setProgress(item.course, done, total);
        });
    {
        const std::lock_guard lock(m_mutex);
        m_running.reset();
    }
    finished(item, course.ok() ? success() : Status(course.error()), server.retryAfter());
}

void DownloadQueue::setProgress(const CourseId &course, std::uint64_t done, std::uint64_t total)
{
    {
        const std::lock_guard lock(m_mutex);
        auto *item = find(course);
        if (!item)
            return;
        item->status.done = done;
        item->status.total = total;
        item->size = total - done;
        if (mustWaitForWifi(item->size) && m_running)
            m_running->cancel(); // the catalogue did not say how large it is
    }
    m_hooks.onStatus();
}

void DownloadQueue::finished(const Item &item, const Status &status,
                             const std::optional<std::chrono::seconds> &retryAfter)
{
    if (status.ok())
        m_backoff.reset();
    else
        log::info("sync: fetching {} stopped ({}): {}", item.course.value, toString(status.error().code),
                  status.error().detail);
    {
        const std::lock_guard lock(m_mutex);
        if (status.ok())
            std::erase_if(m_items, [&](const Item &other) { return other.course == item.course; });
        if (auto *here = find(item.course)) {
            const auto code = status.error().code;
            here->status.state = passesByItself(code) ? State::Queued : State::Stopped;
            here->status.error = status.error();
            if (code != ErrorCode::Cancelled && passesByItself(code)) {
                std::chrono::milliseconds wait = m_backoff.failed();
                if (retryAfter)
                    wait = std::max<std::chrono::milliseconds>(wait, *retryAfter);
                m_holdUntil = m_clock.now() + wait;
            }
            updatePauses();
        }
    }
    if (status.ok())
        m_hooks.onChange({SyncChange::Kind::Course, {}, item.course});
    m_hooks.onStatus();
}

std::vector<DownloadStatus> DownloadQueue::status() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<DownloadStatus> out;
    for (const auto &item : m_items)
        out.push_back(item.status);
    return out;
}

} // namespace kapok::sync
