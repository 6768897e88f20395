// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <functional>
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

    /// \p open makes a connection; it is called from any thread.
    explicit Pool(Open open) : m_open(std::move(open)) {}
    /// Connections to an SQLite file. \p migrations must outlive the Pool.
    Pool(std::filesystem::path path, std::span<const Migration> migrations, OpenOptions options = {})
        : m_open([path, migrations, options] { return Database::open(path, migrations, options); }),
          m_path(std::move(path))
    {}

    /// An idle connection, or a new one; its errors are those of opening.
    [[nodiscard]] Result<Lease> take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                Database database = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(*this, std::move(database));
            }
        }
        KAPOK_TRY_ASSIGN(Database database, m_open());
        return Lease(*this, std::move(database));
    }

    /// The SQLite file; empty for PostgreSQL.
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    void giveBack(Database database)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(database));
    }

    Open m_open;
    std::filesystem::path m_path;
    std::mutex m_mutex;
    std::vector<Database> m_idle;
};

} // namespace kapok::store
