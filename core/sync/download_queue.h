// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sync/backoff.h"
#include "core/sync/download.h"
#include "core/sync/sync_engine.h"
#include "core/sync/sync_status.h"

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace kapok::sync {

/// The courses to be fetched, one after another; kept in library.db, so that they go on after a restart.
///
/// Thread-safety: runDue() on one thread; everything else from any. The hooks are called on whichever it is,
/// without a lock held.
class DownloadQueue {
public:
    struct Hooks {
        std::function<void()> onStatus; ///< status() changed
        std::function<void(const SyncChange &)> onChange;
    };

    /// \p options, \p clock and \p transport must outlive this. \p stop ends a running download for good.
    DownloadQueue(const EngineOptions &options, const Clock &clock, Transport &transport, Hooks hooks,
                  CancelToken stop, std::uint64_t seed);

    void setAccounts(std::vector<SyncAccount> accounts);
    void add(const PersonId &person, const CourseId &course);
    void cancel(const CourseId &course, bool forget);
    void setNetwork(NetworkHint hint);
    void setLargeFilesOnWifiOnly(bool only);
    /// Try again now what waits for its time.
    void hurry();

    [[nodiscard]] std::vector<DownloadStatus> status() const;

    /// Fetches what can be fetched now. Returns when to be called next.
    std::optional<Time> runDue();

private:
    struct Item {
        CourseId course;
        PersonId person;
        DownloadStatus status;
        std::uint64_t size = 0; ///< what is lacking, by the catalogue or the manifest
        bool saved = false;     ///< the wish is in library.db
    };
    /// What the calling thread asked to be done with library.db.
    struct Cancelled {
        CourseId course;
        bool forget = false;
    };

    [[nodiscard]] Status prepare();
    [[nodiscard]] Status saveWishes();
    void loadWishes();
    /// The next item that may run now, marked as running; its account.
    [[nodiscard]] std::optional<std::pair<Item, SyncAccount>> takeNext();
    [[nodiscard]] std::optional<SyncAccount> accountFor(const PersonId &person) const;
    [[nodiscard]] bool mustWaitForWifi(std::uint64_t bytes) const;
    void updatePauses();
    void run(const Item &item, const SyncAccount &account);
    void finished(const Item &item, const Status &status,
                  const std::optional<std::chrono::seconds> &retryAfter);
    void setProgress(const CourseId &course, std::uint64_t done, std::uint64_t total);
    [[nodiscard]] Item *find(const CourseId &course);

    const EngineOptions &m_options;
    const Clock &m_clock;
    Transport &m_transport;
    Hooks m_hooks;
    CancelToken m_stop;

    std::optional<library::Library> m_library; ///< on the running thread only
    Backoff m_backoff;                         ///< likewise

    mutable std::mutex m_mutex; ///< guards all below
    std::vector<SyncAccount> m_accounts;
    std::vector<Item> m_items;
    std::vector<Cancelled> m_cancelled;
    std::optional<CancelToken> m_running;
    NetworkHint m_hint = NetworkHint::Unknown;
    bool m_wifiOnly = true;
    bool m_asked = false;
    std::optional<Time> m_holdUntil;
};

} // namespace kapok::sync
