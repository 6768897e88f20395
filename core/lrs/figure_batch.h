// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/figures.h"
#include "core/store/array.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kapok::lrs {

/// The figure events of some requests, applied together, also to the sums of the units above the learners.
/// Most of them say only that a learner was in a course at some time; of those the first and the last are
/// enough, for the fold takes nothing else of them. Thread-safety: none.
class FigureBatch {
public:
    /// Numbers of an agent and of a course.
    using Key = std::pair<std::int64_t, std::int64_t>;
    /// The values of figure_seen() (postgres/0010_insert.sql).
    using SeenArrays = std::array<store::Array, 4>;

    /// Asks PostgreSQL ahead for the figures that \p events concern (Database::ask()), when this writer's
    /// Memory has the numbers of all their agents and courses. The first apply() then needs no wait for them;
    /// no figure may change before it.
    void ask(store::Database &database, std::span<const FigureEvent *const> events);
    void add(FigureEvent event);
    /// Instead of apply(), when every event says only that a learner was in a course.
    Result<SeenArrays> seenArrays(store::Database &database) const;
    /// Applies what was added, and forgets it. Inside the transaction that stores the statements, and before
    /// anything there is folded anew.
    Status apply(store::Database &database);

private:
    /// By agent and course.
    using Spans = std::map<std::pair<std::string, std::string>, FigureEvent>;
    struct Asked {
        std::set<Key> keys;
        store::Query rows;
    };

    std::optional<Asked> m_asked;
    Spans m_seen;
    std::vector<FigureEvent> m_reached; ///< of lessons done, marks, courses done
};

} // namespace kapok::lrs
