// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// What stands between the quotes of a JSON string (RFC 8259, 7), read as JsonDocument reads it. Pure; from
/// any thread.
namespace kapok::xapi {

/// The first quote or backslash from \p at on; null when the text ends before one, or has a control character
/// or ill-formed UTF-8 (RFC 3629) before it.
[[nodiscard]] const char *endOfPlainText(const char *at, const char *end);

/// Appends to \p out what the string says from the backslash at \p at to the quote that ends it. That quote;
/// null when there is none, or something before it that no JSON string may hold.
[[nodiscard]] const char *unescape(const char *at, const char *end, std::string &out);

} // namespace kapok::xapi
