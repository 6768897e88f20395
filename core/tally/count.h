// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tally/cells.h"

#include <optional>
#include <utility>

/// Counts from what the sums are made of. Private to this folder.
namespace kapok::tally {

/// What a unit's own people and devices count, without the units below it.
Result<Cells> countOwn(store::Database &database, std::int64_t unit);
/// What one person counts, and in which unit; nothing when she is no learner.
Result<std::optional<std::pair<std::int64_t, Cells>>> countPerson(store::Database &database,
                                                                  std::int64_t person);
/// What a device counts, in the unit of the person who used it last.
Result<std::optional<std::pair<std::int64_t, Cells>>> countDevice(store::Database &database,
                                                                  const std::string &device);

} // namespace kapok::tally
