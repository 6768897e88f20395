// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/validate.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace kapok::xapi {

/// Whether two statements say the same, so that the second may be taken as already stored (xAPI 1.0.3 Data,
/// 2.3.1). Ignored: id, authority, stored and version; timestamp when one side has none; verb.display;
/// activity definitions; attachments' places; the order of group members; time zones; the case of mail
/// domains and UUIDs. A contextActivities value counts like an array of one. Durations compare as text in
/// 1.0.3, cut to 0.01 s in 2.0.0. Numbers are the same when their decimal values are, to the last digit:
/// 1, 1.0 and 1e0, or 0 and -0. matchesJson() takes trees of parseExact() too (core/xapi/exact_json.h), and
/// must have them for more digits than a double holds. A text that is not JSON matches nothing.
[[nodiscard]] bool matchesJson(const nlohmann::json &a, const nlohmann::json &b,
                               Version version = Version::V1_0_3);
[[nodiscard]] bool matchesText(std::string_view a, std::string_view b, Version version = Version::V1_0_3);

} // namespace kapok::xapi
