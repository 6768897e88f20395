// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/course.h"
#include "core/xapi/builder.h"

#include <string>
#include <vector>

namespace kapok::learning {

/// How one option or item of an answer turned out.
struct Mark {
    std::string id;
    bool chosen = false; ///< she chose it; for an order page, always
    bool right =
        false; ///< choice: her decision on it (chosen or left) is right; order: it follows the right one

    bool operator==(const Mark &) const = default;
};

struct Grade {
    bool right = false;
    double scaled = 0;                ///< 0..1
    std::vector<Mark> marks;          ///< choice: in the page's order; order: in hers
    std::vector<std::string> correct; ///< the right ids; for an order page in the right order
};

/// Grades \p response: the chosen option ids (any order), or all item ids in her order.
///
/// One right option: 0 or 1. Several: (right ones chosen - wrong ones chosen) / right ones, at least 0, so
/// that choosing everything earns nothing. Order: the share of neighbours that stand as they should; any
/// order by luck earns little.
/// InvalidInput when the page asks nothing, or the response is empty, names an unknown id, names one twice,
/// or (order) leaves one out, or (one choice) holds several.
[[nodiscard]] Result<Grade> grade(const course::Page &page, const std::vector<std::string> &response);

/// The page as xAPI describes it; only for a page that is a question.
[[nodiscard]] xapi::Interaction interactionOf(const course::Page &page);

} // namespace kapok::learning
