// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/commit_queue.h"

#include "core/base/log.h"
#include "core/lrs/dialect.h"
#include "core/lrs/insert.h"

#include <algorithm>
#include <utility>

namespace kapok::lrs {
namespace {

constexpr std::size_t kJobsPerCommit = 64;

/// The time at or before which nothing more may be stored. What another run or another process told is asked
/// for by whoever tells nothing; who does knows it.
constexpr const char *kLast = "SELECT max(stored) FROM statement";
constexpr const char *kTold = "SELECT until FROM statement_told";
constexpr const char *kLastOrTold = "SELECT max(coalesce((SELECT max(stored) FROM statement), 0),"
                                    " (SELECT until FROM statement_told))";
/// Times that are told are noted so far ahead, or every reader would write.
constexpr Micros kToldAhead = 2'000'000;
/// What the function statement_last() says, written out: its query would be planned at each call.
constexpr const char *kLastOfPostgres = "SELECT greatest(pg_sequence_last_value('statement_told'),"
                                        " (SELECT max(stored) FROM statement WHERE stored >= ?))";

/// It notes what it tells, which a database that turned read-only does not take; nobody writes to that.
constexpr const char *kThroughOfPostgres = "SELECT CASE WHEN current_setting('transaction_read_only') = 'on'"
                                           " THEN statement_last() ELSE statement_through(?) END";

Result<Micros> micros(store::Database &database, std::string_view sql)
{
    KAPOK_TRY_ASSIGN(const auto time,
                     database.query(sql).one([](const store::Query &row) { return row.integer(0); }));
    return time.value_or(0);
}

/// Whether \p error is the database's, rather than of what was to be stored.
bool isOfDatabase(const Error &error)
{
    return error.code == ErrorCode::StorageFull || error.code == ErrorCode::StorageBroken ||
           error.code == ErrorCode::Throttled;
}

} // namespace

CommitQueue::CommitQueue(store::Database database, const Clock &clock)
    : m_database(std::move(database)), m_clock(clock), m_thread([this] { loop(); })
{}

CommitQueue::~CommitQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Status CommitQueue::run(Work work)
{
    return runOrWait({.work = std::move(work), .done = {}, .outcome = {}});
}

Status CommitQueue::insert(const Insertion &insertion)
{
    return runOrWait({.work =
                          [&](store::Database &database, const Stamp &stamp) {
                              return insertStatements(database, {&insertion, 1}, stamp);
                          },
                      .insertion = &insertion,
                      .done = {},
                      .outcome = {}});
}

Status CommitQueue::runOrWait(Job job)
{
    Jobs alone;
    std::future<Status> done;
    {
        const std::lock_guard lock(m_mutex);
        const bool isAlone = !m_writing && m_jobs.empty() && m_inFlight < 2;
        auto &jobs = isAlone ? alone : m_jobs;
        jobs.push_back(std::move(job));
        done = jobs.back().done.get_future();
        m_writing = m_writing || isAlone;
    }
    if (alone.empty())
        m_changed.notify_one();
    else
        commit(alone); // waking the other thread, and being woken by it, takes as long as a commit to SQLite
    return done.get();
}

Result<Micros> CommitQueue::visibleThrough(store::Database &reader)
{
    if (isPostgres(reader)) {
        KAPOK_TRY_ASSIGN(
            const auto through,
            reader.query(kThroughOfPostgres, {toMicros(m_clock.now())}).one([](const store::Query &row) {
                return row.integer(0);
            }));
        return through.value_or(0);
    }
    const std::lock_guard lock(m_mutex);
    if (m_writing || !tellNow().ok()) {
        KAPOK_TRY_ASSIGN(const auto last, micros(reader, kLast));
        m_told = std::max(m_told, last);
    }
    return m_told;
}

/// Tells the present time when nobody at all writes to the SQLite database, not even another process: whoever
/// begins to write after this stores later than that, also when the clock is behind after a restart.
Status CommitQueue::tellNow()
{
    KAPOK_TRY_ASSIGN(auto nobodyWrites, store::Transaction::beginAtOnce(m_database));
    // Another process may still see the same millisecond; what was stored here lies before this in any case.
    const Micros now = std::max(toMicros(m_clock.now()) - 1, m_last);
    if (now > m_toldUntil) {
        KAPOK_TRY_ASSIGN(const auto before, micros(m_database, kTold));
        const Micros until = std::max(before, now + kToldAhead);
        KAPOK_TRY(m_database.run("UPDATE statement_told SET until = ?", {until}));
        KAPOK_TRY(nobodyWrites.commit());
        m_floor = std::max(m_floor, m_toldUntil == 0 ? before : 0);
        m_toldUntil = until;
    }
    m_told = std::max(m_told, now);
    m_floor = std::max(m_floor, m_told);
    return success();
}

/// Nothing is stored before what was told of the former database: whoever reads on by time misses nothing.
store::Database CommitQueue::replace(store::Database database)
{
    const std::lock_guard lock(m_mutex);
    m_lastAsked.reset();
    m_memory.forget();
    m_toldUntil = 0;
    return std::exchange(m_database, std::move(database));
}

CommitQueue::Counts CommitQueue::counts() const
{
    const std::lock_guard lock(m_mutex);
    Counts counts = m_counts;
    counts.waiting = m_jobs.size();
    return counts;
}

void CommitQueue::loop()
{
    for (;;) {
        Jobs jobs;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_writing && (m_stopping || !m_jobs.empty()); });
            if (m_jobs.empty())
                return;
            m_writing = true;
            const auto count = std::min(m_jobs.size(), kJobsPerCommit);
            for (std::size_t i = 0; i < count; ++i) {
                jobs.push_back(std::move(m_jobs.front()));
                m_jobs.pop_front();
            }
        }
        commit(jobs);
    }
}

void CommitQueue::commit(Jobs &jobs)
{
    const Memory::Use remember(m_memory);
    const Status whole = runGuarded(jobs);
    if (!whole.ok())
        m_memory.forget();
    endBatch(jobs, whole.ok());
    if (!whole.ok())
        log::error("commit failed: {}", whole.error().detail);
    for (Job &job : jobs)
        job.done.set_value(whole.ok() || !job.outcome.ok() ? job.outcome : whole);
}

/// Whoever waits is answered, whatever happens: memory may run out while the rows of many are collected.
Status CommitQueue::runGuarded(Jobs &jobs)
{
    try {
        return runAll(jobs);
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, exception.what()};
    }
}

Status CommitQueue::runAll(Jobs &jobs)
{
    KAPOK_TRY_ASSIGN(const bool isDone, insertAtOnce(jobs));
    if (isDone)
        return success();
    const Status together = runTogether(jobs);
    if (together.ok())
        return together;
    m_memory.forget(); // it may know rows that were taken back
    if (jobs.size() == 1) {
        Status &outcome = jobs.front().outcome; // what was sent and not awaited may have failed in the commit
        outcome = outcome.ok() ? together : outcome;
        return isOfDatabase(together.error()) ? together : success();
    }
    if (together.error().code == ErrorCode::Throttled) // it waited for the other writer, and would again
        return together;
    const bool someFailed = std::ranges::any_of(jobs, [](const Job &job) { return !job.outcome.ok(); });
    return someFailed || !isOfDatabase(together.error()) ? runApart(jobs) : together;
}

/// What PostgreSQL does in one go (core/lrs/insert.h). False when it has to be done as it is here; what may
/// be wrong with a request is then told there.
Result<bool> CommitQueue::insertAtOnce(Jobs &jobs)
{
    if (!isPostgres(m_database) || std::ranges::any_of(jobs, [](const Job &job) { return !job.insertion; }))
        return false;
    std::vector<Insertion> all;
    for (const Job &job : jobs)
        all.push_back(*job.insertion);
    m_lastAsked.reset();
    const auto shift = lrs::insertAtOnce(m_database, all, [this] { return nextStamp(); });
    if (!shift.ok())
        return isOfDatabase(shift.error()) ? Result<bool>(shift.error()) : false;
    if (!*shift)
        return false;
    m_last += **shift;
    for (Job &job : jobs) {
        job.outcome = success();
        job.stamps = job.insertion->prepared.statements.size();
    }
    return true;
}

/// As if nothing could fail: savepoints cost SQLite a copy of every page, PostgreSQL an answer that is waited
/// for. When something fails, nothing is kept.
Status CommitQueue::runTogether(Jobs &jobs)
{
    KAPOK_TRY_ASSIGN(auto transaction, begin());
    for (auto job = jobs.begin(); job != jobs.end();) {
        const auto first = job;
        job = std::find_if(first, jobs.end(), [](const Job &each) { return each.insertion == nullptr; });
        if (job - first > 1) {
            insertTogether(first, job);
        } else {
            runWork(*first, first->work);
            job = first + 1;
        }
        if (!first->outcome.ok())
            return first->outcome;
    }
    return transaction.commit();
}

/// The first one's outcome is that of all.
void CommitQueue::insertTogether(Jobs::iterator first, Jobs::iterator end)
{
    std::vector<Insertion> all;
    for (auto job = first; job != end; ++job) {
        all.push_back(*job->insertion);
        job->outcome = success();
        job->stamps = 0;
    }
    runWork(*first, [&](store::Database &database, const Stamp &stamp) {
        return insertStatements(database, all, stamp);
    });
}

/// Each job in a savepoint of its own, so that the others are kept.
Status CommitQueue::runApart(Jobs &jobs)
{
    KAPOK_TRY_ASSIGN(auto transaction, begin());
    for (Job &job : jobs) {
        KAPOK_TRY(runInSavepoint(job));
        if (!job.outcome.ok())
            m_memory.forget();
    }
    return transaction.commit();
}

Result<store::Transaction> CommitQueue::begin()
{
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_database));
    if (isPostgres(m_database)) {
        m_lastAsked.emplace(m_database.ask(kLastOfPostgres, {m_last}));
    } else {
        m_lastAsked.emplace(m_database.ask(m_toldUntil == 0 ? kLastOrTold : kLast));
        KAPOK_TRY(learnLast());
    }
    KAPOK_TRY(noticeOthers());
    return transaction;
}

/// PostgreSQL answers when the work waits for something of its own, which saves a wait.
Status CommitQueue::learnLast()
{
    if (!m_lastAsked)
        return success();
    const auto last = m_lastAsked->one([](const store::Query &row) { return row.integer(0); });
    m_lastAsked.reset();
    KAPOK_TRY(last);
    const std::lock_guard lock(m_mutex);
    m_last = std::max({m_last, m_floor, last->value_or(0)});
    return success();
}

void CommitQueue::runWork(Job &job, const Work &work)
{
    job.stamps = 0;
    try {
        job.outcome = work(m_database, [this, &job] {
            ++job.stamps;
            return nextStamp();
        });
    } catch (const std::exception &exception) {
        job.outcome = Error{ErrorCode::Internal, exception.what()};
    }
}

/// When somebody else wrote to an SQLite database, a person may have been taken out of it; and a connection
/// to PostgreSQL that was made anew may find an earlier state there, or another server.
Status CommitQueue::noticeOthers()
{
    std::int64_t now = m_database.openings();
    if (!isPostgres(m_database)) {
        KAPOK_TRY_ASSIGN(const auto version,
                         m_database.query("PRAGMA data_version").one([](const store::Query &row) {
                             return row.integer(0);
                         }));
        now = version.value_or(0);
    }
    m_memory.keepFor(now);
    return success();
}

/// Fails only when the savepoint cannot be undone; then nothing of the transaction may be kept.
Status CommitQueue::runInSavepoint(Job &job)
{
    KAPOK_TRY(m_database.send("SAVEPOINT job"));
    runWork(job, job.work);
    if (job.outcome.ok())
        job.outcome = m_database.run("RELEASE job"); // what was sent and not awaited fails here at the latest
    if (job.outcome.ok())
        return success();
    KAPOK_TRY(m_database.run("ROLLBACK TO job"));
    return m_database.run("RELEASE job");
}

Result<Micros> CommitQueue::nextStamp()
{
    KAPOK_TRY(learnLast());
    m_last = std::max(m_last + 1, toMicros(m_clock.now()));
    return m_last;
}

void CommitQueue::endBatch(const Jobs &jobs, bool isKept)
{
    bool hasMore = false;
    {
        const std::lock_guard lock(m_mutex);
        ++(isKept ? m_counts.commits : m_counts.failures);
        for (const Job &job : jobs)
            m_counts.statements += isKept && job.outcome.ok() ? job.stamps : 0;
        m_writing = false;
        m_inFlight = jobs.size() + m_jobs.size();
        hasMore = m_stopping || !m_jobs.empty();
    }
    if (hasMore)
        m_changed.notify_one();
}

} // namespace kapok::lrs
