// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/lrs/statement_keys.h"
#include "core/store/database.h"

#include <functional>

namespace kapok::lrs {

/// The id of an interned value, made when it is new.
using Intern = std::function<Result<std::int64_t>(const std::string &value)>;

/// Counts one statement into the figures of its learner and course; those that are no part of a course change
/// nothing. A fold: order and repetition do not matter. Its time is the device's, but never after \p stored.
/// Call inside a transaction.
[[nodiscard]] Status countIn(store::Database &database, const StatementKeys &keys, Instant stored,
                             const Intern &agent, const Intern &activity);

} // namespace kapok::lrs
