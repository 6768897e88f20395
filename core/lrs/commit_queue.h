// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/lrs/memory.h"
#include "core/lrs/micros.h"
#include "core/store/database.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace kapok::lrs {

struct Insertion;

/// The one writer of a database: the work of many requests that come together runs in one transaction (group
/// commit) on a thread of its own; work that comes alone, when nothing is written, runs at once on the
/// caller's thread. Where requests come together the first one must not go ahead alone: the others would wait
/// for its commit, and it for theirs. When one of them fails, all are run again, each in a savepoint.
/// Thread-safety: run(), counts() and visibleThrough() from any thread.
class CommitQueue {
public:
    using Stamp = lrs::Stamp;
    using Work = std::function<Status(store::Database &database, const Stamp &stored)>;

    /// Takes over \p database. \p clock must outlive this.
    CommitQueue(store::Database database, const Clock &clock);
    /// Finishes what was asked for.
    ~CommitQueue();
    CommitQueue(const CommitQueue &) = delete;
    CommitQueue &operator=(const CommitQueue &) = delete;

    /// Runs \p work and waits until it is committed. It may run twice: what it leaves
    /// outside of the database must be the same then. Work that fails leaves nothing; its error is returned.
    /// When the commit itself fails, everybody in it gets that error.
    Status run(Work work);
    /// The same for the statements of a request (core/lrs/insert.h): when several come together they are
    /// stored together, so that PostgreSQL is asked once for all of them.
    Status insert(const Insertion &insertion);

    /// Writes to \p database from now on and forgets what it knew of the former one, which is given back.
    /// Only while nobody asks for anything.
    store::Database replace(store::Database database);

    /// What was written since the start.
    struct Counts {
        std::uint64_t commits = 0;
        std::uint64_t failures = 0;   ///< commits of which nothing was kept
        std::uint64_t statements = 0; ///< stamps given to work that was kept
        std::size_t waiting = 0;      ///< work not begun yet
    };
    [[nodiscard]] Counts counts() const;

    /// A time up to which everything stored is visible to whoever starts reading now, and nothing more will
    /// be stored. \p reader is another connection to the database, outside a transaction. It holds whoever
    /// else writes, in other processes and after a restart too, as long as nobody sets the machine's clock
    /// back while another process writes to an SQLite database.
    [[nodiscard]] Result<Micros> visibleThrough(store::Database &reader);

private:
    struct Job {
        Work work;
        const Insertion *insertion = nullptr; ///< what \c work inserts, when it does that only
        std::promise<Status> done;
        Status outcome;
        std::uint64_t stamps = 0;
    };

    using Jobs = std::deque<Job>;

    Status runOrWait(Job job);
    Status tellNow();
    void loop();
    void commit(Jobs &jobs);
    Status runGuarded(Jobs &jobs);
    Status runAll(Jobs &jobs);
    Status noticeOthers();
    Result<bool> insertAtOnce(Jobs &jobs);
    Status runTogether(Jobs &jobs);
    void insertTogether(Jobs::iterator first, Jobs::iterator end);
    Status runApart(Jobs &jobs);
    Result<store::Transaction> begin();
    Status runInSavepoint(Job &job);
    void runWork(Job &job, const Work &work);
    Status learnLast();
    Result<Micros> nextStamp();
    void endBatch(const Jobs &jobs, bool isKept);

    store::Database m_database;
    const Clock &m_clock;
    Memory m_memory;                         ///< whoever writes
    Micros m_last = 0;                       ///< whoever writes
    std::optional<store::Query> m_lastAsked; ///< whoever writes; the answer is not in m_last yet
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Jobs m_jobs;
    bool m_stopping = false;
    bool m_writing = false;     ///< the database is some thread's
    Counts m_counts;            ///< `waiting` is in m_jobs
    std::size_t m_inFlight = 0; ///< jobs of the last commit, and those that came meanwhile
    Micros m_told = 0;          ///< SQLite: visibleThrough() said so
    Micros m_floor = 0;         ///< SQLite: nothing will be stored at or before this
    Micros m_toldUntil = 0;     ///< SQLite: what is noted there; 0 while nothing was told from this database
    std::thread m_thread;
};

} // namespace kapok::lrs
