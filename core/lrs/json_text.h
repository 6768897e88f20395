// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Cutting JSON as text, so that statements keep every character they were sent with (numbers above all).
/// Everything here takes text that a JSON parser has already accepted.
namespace kapok::lrs {

/// One member of an object: the key without quotes (as written) and the value's text.
struct Member {
    std::string_view key;
    std::string_view value;
};

/// The members of the object \p object, in order.
[[nodiscard]] std::vector<Member> members(std::string_view object);
/// The elements of the array \p array, in order, without blanks around them.
[[nodiscard]] std::vector<std::string_view> elements(std::string_view array);

/// \p statement as it is given back: with the server's stored and authority in place of any it was sent with,
/// timestamp and version put in when it had none, and each contextActivities value an array (xAPI 1.0.3 Data
/// 2.4.6.2). All other text stays as it is.
[[nodiscard]] std::string present(std::string_view statement, const std::string &stored,
                                  const std::string &authority, const std::string &version);

} // namespace kapok::lrs
