// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The parts of a JSON text as they were written, so that a statement can be kept, and given back, without
/// changing a digit of its numbers. The text must be valid JSON (xapi::parseJson said so). Pure.
namespace kapok::lrs {

/// The texts of an array's elements.
[[nodiscard]] std::vector<std::string_view> elementsOf(std::string_view array);

/// One member of an object.
struct Member {
    std::string key;       ///< unescaped
    std::string_view text; ///< `"key": value`
};
[[nodiscard]] std::vector<Member> membersOf(std::string_view object);

/// The members' texts as an object again.
[[nodiscard]] std::string objectFrom(const std::vector<Member> &members);

} // namespace kapok::lrs
