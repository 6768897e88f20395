// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/lrs/instant.h"
#include "core/store/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kapok::lrs {

/// The one thread that writes. Work submitted while a commit is on its way to the disk shares the next one.
/// Thread-safety: submit() and consistentThrough() from any thread.
class Writer {
public:
    /// Changes the database, or refuses before it changed anything (Conflict, InvalidInput, Refused,
    /// NotFound); any other error undoes the whole transaction and fails everyone in it.
    using Work = std::function<Status(store::Database &)>;
    using Done = std::function<void(Status)>;

    /// \p whenUndone is called on the writer's thread after a transaction was undone.
    Writer(store::Database database, const Clock &clock, Instant lastStored,
           std::function<void()> whenUndone);
    /// Does what was submitted, then ends the thread.
    ~Writer();

    void submit(Work work, Done done);
    /// See StatementStore.
    [[nodiscard]] Instant consistentThrough();
    /// The next value of `stored`; only inside Work.
    [[nodiscard]] Instant nextStored();

private:
    struct Job {
        Work work;
        Done done;
        Status outcome;
    };
    void run();
    Status transact(std::deque<Job> &jobs);

    store::Database m_database;
    const Clock &m_clock;
    std::function<void()> m_whenUndone;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    bool m_busy = false;
    Instant m_committed; ///< stored of the last commit, or what consistentThrough() last promised
    Instant m_last;      ///< last value handed out; writer's thread
    std::thread m_thread;
};

} // namespace kapok::lrs
