// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/insert.h"
#include "core/lrs/micros.h"

namespace kapok::lrs {

/// Whether \p insertion, stored at \p stored or later, adds nothing but rows of statements and of what they
/// name, as far as can be told without the database: everything they name is in this writer's Memory, and
/// none refers to another statement, has an attachment, or reaches anything in a course.
[[nodiscard]] bool isExpected(const Insertion &insertion, Micros stored);

} // namespace kapok::lrs
