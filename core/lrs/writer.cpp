// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/writer.h"

#include <algorithm>

namespace kapok::lrs {
namespace {

/// So many requests at most share a commit; the others have the next one.
constexpr std::size_t kMaxJobs = 512;

bool isRefusal(const Status &status)
{
    const ErrorCode code = status.error().code;
    return code == ErrorCode::Conflict || code == ErrorCode::InvalidInput || code == ErrorCode::Refused ||
           code == ErrorCode::NotFound;
}

} // namespace

Writer::Writer(store::Database database, const Clock &clock, Instant lastStored,
               std::function<void()> whenUndone)
    : m_database(std::move(database)),
      m_clock(clock),
      m_whenUndone(std::move(whenUndone)),
      m_committed(lastStored),
      m_last(lastStored),
      m_thread([this] { run(); })
{}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Writer::submit(Work work, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({std::move(work), std::move(done), success()});
    }
    m_wake.notify_one();
}

Instant Writer::consistentThrough()
{
    const std::lock_guard lock(m_mutex);
    if (!m_busy && m_jobs.empty())
        m_committed = std::max<Instant>(m_committed, m_clock.now().time_since_epoch().count() * 1000);
    return m_committed;
}

Instant Writer::nextStored()
{
    m_last = std::max<Instant>(m_last + 1, m_clock.now().time_since_epoch().count() * 1000);
    return m_last;
}

Status Writer::transact(std::deque<Job> &jobs)
{
    KAPOK_TRY_ASSIGN(auto transaction, store::Transaction::begin(m_database));
    for (Job &job : jobs) {
        job.outcome = job.work(m_database);
        if (!job.outcome.ok() && !isRefusal(job.outcome))
            return job.outcome;
    }
    return transaction.commit();
}

void Writer::run()
{
    for (;;) {
        std::deque<Job> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_busy = false;
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            const auto count = static_cast<std::ptrdiff_t>(std::min(m_jobs.size(), kMaxJobs));
            std::move(m_jobs.begin(), m_jobs.begin() + count, std::back_inserter(jobs));
            m_jobs.erase(m_jobs.begin(), m_jobs.begin() + count);
            m_busy = true;
            m_last = std::max(m_last, m_committed);
        }
        const Status committed = transact(jobs);
        if (!committed.ok())
            m_whenUndone();
        {
            const std::lock_guard lock(m_mutex);
            m_committed = std::max(m_committed, m_last);
        }
        for (Job &job : jobs)
            job.done(committed.ok() ? job.outcome : committed);
    }
}

} // namespace kapok::lrs
