// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/lrs/micros.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kapok::lrs {

/// One statement as it is kept.
struct HistoryEntry {
    Micros stored = 0;
    std::string json; ///< whole, with stored and authority
    StatementId id;
    bool hasBytes = false; ///< bytes of attachments were sent with it; they are not in json
};

/// Statements stored after \p after, in stored order, voided ones and those that void them included: at most
/// \p limit, fewer when they are long, and none at the end only.
[[nodiscard]] Result<std::vector<HistoryEntry>> readHistory(store::Database &database, Micros after,
                                                            int limit);

} // namespace kapok::lrs
