// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/figures.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kapok::lrs {

/// The figure events of some requests, applied together, also to the sums of the units above the learners.
/// Most of them say only that a learner was in a course at some time; of those the first and the last are
/// enough, for the fold takes nothing else of them. Thread-safety: none.
class FigureBatch {
public:
    void add(FigureEvent event);
    /// Applies what was added, and forgets it. Inside the transaction that stores the statements, and before
    /// anything there is folded anew.
    Status apply(store::Database &database);

private:
    std::map<std::pair<std::string, std::string>, FigureEvent> m_seen; ///< by agent and course
    std::vector<FigureEvent> m_reached; ///< of lessons done, marks, courses done
};

} // namespace kapok::lrs
