// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

namespace kapok::learner {

/// Lets commits return before the disk has flushed while it lives; the next full commit flushes them too.
/// Only outside a transaction.
class RelaxedDurability {
public:
    explicit RelaxedDurability(store::Database &database) : m_database(database) {}
    ~RelaxedDurability()
    {
        // Cannot fail: it only sets a flag of the connection.
        (void)m_database.run("PRAGMA synchronous=FULL");
    }
    RelaxedDurability(const RelaxedDurability &) = delete;
    RelaxedDurability &operator=(const RelaxedDurability &) = delete;
    Status start() { return m_database.run("PRAGMA synchronous=NORMAL"); }

private:
    store::Database &m_database;
};

} // namespace kapok::learner
