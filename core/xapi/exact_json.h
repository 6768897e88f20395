// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

/// JSON as a tree to change or to compare that keeps every digit of its numbers, which no double does. Pure;
/// from any thread.
namespace kapok::xapi {

/// What JsonDocument accepts. A number is of nlohmann's type "binary", which no JSON text has, and its bytes
/// are the text of the number.
[[nodiscard]] Result<nlohmann::json> parseExact(std::string_view text);

/// What parseExact() reads, as text with each number as it was written; plain numbers may be in it too.
/// Ill-formed UTF-8 is replaced (U+FFFD).
[[nodiscard]] std::string exactText(const nlohmann::json &value);

/// Gives equal numbers in \p value, those of parseExact() and plain ones, the same bytes: 1, 1.0 and 10e-1,
/// or 0 and -0, but never two that differ in any digit.
void makeNumbersComparable(nlohmann::json &value);

/// One text for all that stand for the same number: "-12e-1" for "-1.20". \p number must be a JSON number.
[[nodiscard]] std::string decimalOf(std::string_view number);

} // namespace kapok::xapi
