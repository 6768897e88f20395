// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kapok::course {

/// Something in a drawing that makes it unfit for a course.
struct SvgFault {
    int line = 1; ///< from 1
    std::string sentence;
};

/// Checks that \p bytes are one well-formed SVG drawing that stands alone: no scripts or event handlers, no
/// foreign content, no document type, nothing loaded from another file or the network. No faults means it is
/// safe.
[[nodiscard]] std::vector<SvgFault> checkSvg(std::string_view bytes);

} // namespace kapok::course
