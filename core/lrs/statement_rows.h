// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/micros.h"
#include "core/store/array.h"
#include "core/store/database.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::lrs {

/// A row of the table `statement`.
struct StatementRow {
    Micros stored = 0;
    std::string_view id; ///< 16 bytes
    std::int64_t verb = 0;
    std::optional<std::int64_t> registration;
    std::int64_t authority = 0;
    std::string_view target; ///< 16 bytes, or ""
    bool voids = false;
    bool voided = false;
    std::string_view json;
};

/// Writes the rows of new statements and of what they name. SQLite gets each at once. For PostgreSQL they are
/// collected, those of links in the order of their keys, and flush() sends them all by one command
/// (postgres/0010_insert.sql); nothing is awaited, and what is not flushed is not written.
///
/// Inside the writer's transaction. Thread-safety: none; must not outlive its Database.
class StatementRows {
public:
    explicit StatementRows(store::Database &database);

    Status statement(const StatementRow &row);
    /// \p related as in statement_agent. An agent and a statement are put together once only.
    Status agent(std::int64_t agent, Micros stored, int related);
    Status activity(std::int64_t activity, Micros stored, int related);
    /// Call it before anything looks for these rows, and at the end.
    Status flush();
    /// Instead of flush(), in PostgreSQL: asks (Database::ask()) for statement_add() of the rows, whose first
    /// values are \p before.
    store::Query askToAdd(std::span<const store::Value> before);

private:
    using Of = store::Array::Of;

    struct Columns {
        Micros first = 0;
        Micros last = 0;
        store::Array stored{Of::BigInt};
        store::Array ids{Of::Bytea};
        store::Array verbs{Of::BigInt};
        store::Array registrations{Of::BigInt};
        store::Array authorities{Of::BigInt};
        store::Array targets{Of::Bytea};
        store::Array voids{Of::SmallInt};
        store::Array voided{Of::SmallInt};
        store::Array texts{Of::Text};
    };
    struct Link {
        std::int64_t what = 0;
        Micros stored = 0;
        int related = 0;

        auto operator<=>(const Link &) const = default;
    };

    /// The values of statement_insert() after its first.
    using Arrays = std::array<store::Array, 15>;

    Arrays takeArrays();
    static std::array<store::Array, 3> columnsOf(std::vector<Link> links);

    store::Database &m_database;
    const bool m_isPostgres;
    Columns m_statements;
    std::vector<Link> m_agents;
    std::vector<Link> m_activities;
};

} // namespace kapok::lrs
