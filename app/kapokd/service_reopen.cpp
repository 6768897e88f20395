// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/service.h"
#include "core/base/log.h"
#include "core/tally/tally.h"

namespace kapok::kapokd {
namespace {

using State = store::Place::State;

/// Brings everything that was confirmed into the database's file.
Status emptyLog(store::Database &database)
{
    const Status done = database.leaveLog();
    if (done.error().code != ErrorCode::Throttled)
        return done;
    return Error{ErrorCode::StorageBroken, "cannot use the database: its -wal or -shm was deleted and another"
                                           " program still uses it; end that program"};
}

Error unusable()
{
    return {ErrorCode::StorageBroken, "The database cannot be used now; the log says why."};
}

/// What Service::open() asks of a database that has been set up; its home page.
Result<std::string> checkContent(store::Database &database, const std::string &homePage)
{
    // SQLite opens what may not be written for reading only, and that stays so when it may be written again.
    KAPOK_TRY(database.run("UPDATE node SET id = id WHERE id = 0")); // no row
    KAPOK_TRY(refuseMoved(database));
    KAPOK_TRY_ASSIGN(const auto node, database.query("SELECT home_page FROM node").one([](const auto &row) {
        return row.text(0);
    }));
    if (!node)
        return Error{ErrorCode::NotFound, "This database has not been set up yet."};
    if (!homePage.empty() && *node != homePage)
        return Error{ErrorCode::Conflict, "This database belongs to the home page " + *node + "."};
    KAPOK_TRY(tally::recountIfMissing(database));
    return *node;
}

} // namespace

Status Service::checkOpen() const
{
    KAPOK_TRY(m_place.check());
    if (m_isClosed)
        return unusable();
    return success();
}

Result<Service::Stay> Service::enterAsItIs()
{
    Stay stay(m_stays, std::try_to_lock);
    if (!stay)
        return unusable();
    KAPOK_TRY(checkOpen());
    return stay;
}

Result<Service::Stay> Service::enter()
{
    Stay stay(m_stays);
    const Status open = checkOpen();
    if (open.ok())
        return stay;
    stay.unlock();
    {
        const std::unique_lock alone(m_stays, std::try_to_lock);
        if (!alone) // somebody still works on what was there
            return open.error();
        KAPOK_TRY(reopen());
    }
    stay.lock();
    KAPOK_TRY(checkOpen());
    return stay;
}

Status Service::reopen()
{
    const State state = m_place.state();
    if (state == State::Same && !m_isClosed) // another one was faster
        return success();
    if (m_place.isVolumeGone())
        close();
    if (state == State::Gone || std::chrono::steady_clock::now() < m_nextTry)
        return m_place.check();
    m_nextTry = std::chrono::steady_clock::now() + kPause;
    if (state == State::LogGone && !m_isClosed)
        KAPOK_TRY(closeWithoutLog());
    // Opened beside the log of another database, this one would be overwritten with pages of that.
    if (state == State::Replaced && m_place.hasLog())
        return Error{ErrorCode::StorageBroken, "cannot use the database: the -wal or -shm of the former one"
                                               " lies beside it; move it to where that went"};
    KAPOK_TRY(lockAgain());
    KAPOK_TRY_ASSIGN(auto database, openAgain(m_address));
    const auto content = checkContent(database, m_homePage);
    if (!content.ok())
        return unavailable(content.error());
    m_place = database.place();
    const auto former = writer.replace(std::move(database));
    pool.closeIdle();
    credentials.forget();
    setNode(*content);
    m_isClosed = false;
    m_nextTry = {};
    log::warn("the database was opened anew");
    return success();
}

/// The volume may have come back, or a link lead elsewhere: somebody else may serve what lies there now.
Status Service::lockAgain()
{
    if (!m_serves || !isSqliteAddress(m_address) || (m_lock && isLockOf(*m_lock, sqlitePathOf(m_address))))
        return success();
    auto lock = lockForServing(sqlitePathOf(m_address), {});
    if (!lock.ok() && lock.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::StorageBroken, "cannot use the database: another kapokd serves it now"};
    if (!lock.ok())
        return unavailable(lock.error());
    m_lock = *std::move(lock);
    return success();
}

/// Of one database only its log is gone: nothing is lost while it is open. It is opened anew when all are
/// closed that see the former log.
Status Service::closeWithoutLog()
{
    if (!m_place.isLogFree())
        return Error{ErrorCode::StorageBroken,
                     "cannot use the database: its -wal or -shm was deleted and another program began a new"
                     " one; end that program, then restart kapokd"};
    pool.closeIdle();
    auto database = writer.replace({});
    if (const Status emptied = emptyLog(database); !emptied.ok()) {
        writer.replace(std::move(database));
        return emptied;
    }
    m_isClosed = true;
    return success();
}

void Service::close()
{
    pool.closeIdle();
    writer.replace({});
    m_lock.reset();
    m_isClosed = true;
}

} // namespace kapok::kapokd
