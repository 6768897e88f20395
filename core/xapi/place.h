// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/json_document.h"

#include <string>
#include <string_view>

/// How refusals name the places and the values that they are about. Names are shown, for without them nobody
/// finds the place; values never are (decision 213). Pure; from any thread.
namespace kapok::xapi {

/// A name that anybody may have made up: at most 64 bytes, what is no printable ASCII or a blank as "?", for
/// a blank would end the place that a refusal begins with. A name with an "@" may be somebody's address and
/// is "?".
[[nodiscard]] std::string shown(std::string_view name);

/// Appends the member \p name of an object to the JSON path \p path: ".name", or ["…"] when the name has
/// other characters than letters, digits, hyphen and underscore.
void addMember(std::string &path, std::string_view name);
/// Appends the element \p index of an array.
void addElement(std::string &path, std::size_t index);

/// What \p value is: "a number", "true or false", "an empty array", "null".
[[nodiscard]] std::string_view kindOf(JsonValue value);

} // namespace kapok::xapi
