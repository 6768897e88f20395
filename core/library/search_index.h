// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/course.h"
#include "core/library/catalogue.h"
#include "core/library/search.h"
#include "core/store/database.h"

#include <string_view>
#include <vector>

/// The tables `place` and `words` of library.db. Call the writing functions inside a transaction.
namespace kapok::library {

/// Replaces what is known of \p course by its titles, texts and pages, in every language.
[[nodiscard]] Status indexCourse(store::Database &database, const course::Course &course);
/// Replaces what is known of a course that is only offered by its title and summary.
[[nodiscard]] Status indexOffer(store::Database &database, const CatalogueEntry &entry);
[[nodiscard]] Status forgetPlaces(store::Database &database, const CourseId &course);
/// See Library::search().
[[nodiscard]] Result<std::vector<SearchHit>> searchPlaces(store::Database &database, std::string_view query,
                                                          std::size_t limit);

} // namespace kapok::library
