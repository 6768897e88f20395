// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/migration.h"

#include <span>

namespace kapok::lrs {

/// The schema of a node's database: records, roster and catalogue, numbered together because they share one
/// file (docs/schema-server.md). core/roster and core/report are given it by whoever opens them.
[[nodiscard]] std::span<const store::Migration> schema();

} // namespace kapok::lrs
