// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/course.h"
#include "core/xapi/statement.h"

#include <cstdint>
#include <string>
#include <vector>

/// Sessions as teachers have them: recorded by learner::Record, so their statements are the app's own.
namespace kapok::test {

/// The courses of content/.
[[nodiscard]] std::vector<course::Course> shippedCourses();

/// What one teacher's app records while she works through \p courses, oldest first: her account on the node
/// \p homePage, language, pace, pauses, answers, kills of the app and second tries come from \p seed, ids are
/// new each time.
[[nodiscard]] std::vector<xapi::Statement> statementsOfTeacher(const std::vector<course::Course> &courses,
                                                               const std::string &homePage,
                                                               std::uint32_t seed);

} // namespace kapok::test
