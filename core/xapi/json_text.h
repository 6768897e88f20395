// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// JSON written piece by piece, for what is written with every answer: a tree first takes several times as
/// long. Pure; from any thread.
namespace kapok::xapi {

/// Appends \p text as a JSON string. Ill-formed UTF-8 is replaced (U+FFFD).
void addJsonText(std::string &out, std::string_view text);

/// Appends \p key, in quotes and with the colon, to the object that \p out ends in, after a comma where one
/// is needed.
void addJsonKey(std::string &out, std::string_view key);

/// Appends \p number so that reading it gives the same; a whole one keeps ".0". 0 for what is no number.
void addJsonNumber(std::string &out, double number);

/// \p text, or \p number, as JSON.
[[nodiscard]] std::string jsonOf(std::string_view text);
[[nodiscard]] std::string jsonOf(double number);

} // namespace kapok::xapi
