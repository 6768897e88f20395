// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/learner/record.h"

#include <string>
#include <vector>

namespace kapok::bench {

/// \p count `answered` statements as the app writes them, of 20 learners, no two the same.
[[nodiscard]] std::vector<std::string> answeredStatements(std::size_t count);

/// A course like a real one: 12 lessons of 13 questions.
[[nodiscard]] course::Course bigCourse();

/// Answers questions of bigCourse() until at least \p count statements wait in \p record.
[[nodiscard]] Status fillOutbox(learner::Record &record, int count);

} // namespace kapok::bench
