// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace kapok::store {

/// Connections to one database file, lent to one thread at a time and kept open between uses.
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

    /// \p migrations must outlive the Pool.
    Pool(std::filesystem::path path, std::span<const Migration> migrations, OpenOptions options = {})
        : m_path(std::move(path)), m_migrations(migrations), m_options(std::move(options))
    {}

    /// An idle connection, or a new one; the errors of Database::open().
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
        KAPOK_TRY_ASSIGN(Database database, Database::open(m_path, m_migrations, m_options));
        return Lease(*this, std::move(database));
    }

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    void giveBack(Database database)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(database));
    }

    std::filesystem::path m_path;
    std::span<const Migration> m_migrations;
    OpenOptions m_options;
    std::mutex m_mutex;
    std::vector<Database> m_idle;
};

} // namespace kapok::store
