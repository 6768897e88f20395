// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace kapok::store {

/// Connections to one database, lent to one thread at a time and kept open between uses.
/// Thread-safety: take() from any thread; a Lease belongs to the thread that took it. Leases must not
/// outlive the Pool.
class Pool {
public:
    /// A connection of the Pool, given back when this ends.
    class Lease {
    public:
        Lease(Pool &pool, Database database)
            : m_pool(&pool), m_database(std::make_unique<Database>(std::move(database)))
        {}
        ~Lease()
        {
            if (m_database)
                m_pool->giveBack(std::move(*m_database));
        }
        Lease(Lease &&) noexcept = default;
        Lease &operator=(Lease &&) = delete;

        Database &operator*() const { return *m_database; }
        Database *operator->() const { return m_database.get(); }

    private:
        Pool *m_pool;
        std::unique_ptr<Database> m_database; ///< null when moved from; its address is stable
    };

    using Open = std::function<Result<Database>()>;

    /// How long take() waits for one of at most so many connections.
    static constexpr std::chrono::seconds kPatience{10};

    /// \p open makes a connection; it is called from any thread. There are never more than \p most at once.
    /// \p path: the file that it opens, if any.
    explicit Pool(Open open, std::size_t most = std::numeric_limits<std::size_t>::max(),
                  std::filesystem::path path = {})
        : m_open(std::move(open)), m_path(std::move(path)), m_most(most)
    {}
    /// Connections to an SQLite file. \p migrations must outlive the Pool.
    Pool(std::filesystem::path path, std::span<const Migration> migrations, OpenOptions options = {})
        : Pool([path, migrations, options] { return Database::open(path, migrations, options); },
               std::numeric_limits<std::size_t>::max(), path)
    {}

    /// An idle connection, or a new one; its errors are those of opening. Throttled when all are lent for
    /// long.
    [[nodiscard]] Result<Lease> take()
    {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_for(lock, kPatience, [this] { return m_lent < m_most; }))
                return Error{ErrorCode::Throttled, "all connections to the database are in use"};
            ++m_lent;
            if (!m_idle.empty()) {
                Database database = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(*this, std::move(database));
            }
        }
        auto database = m_open();
        if (database.ok())
            return Lease(*this, *std::move(database));
        endLease();
        return database.error();
    }

    /// Closes the connections that are not lent; the next ones are opened anew.
    void closeIdle()
    {
        std::vector<Database> idle; // closed without the lock: it may take its time
        const std::lock_guard lock(m_mutex);
        idle.swap(m_idle);
    }

    /// The SQLite file; empty for PostgreSQL.
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    void giveBack(Database database)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_idle.push_back(std::move(database));
        }
        endLease();
    }
    void endLease()
    {
        {
            const std::lock_guard lock(m_mutex);
            --m_lent;
        }
        m_changed.notify_one();
    }

    Open m_open;
    std::filesystem::path m_path;
    std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Database> m_idle;
    std::size_t m_lent = 0;
};

} // namespace kapok::store
