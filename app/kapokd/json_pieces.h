// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// Cutting a JSON text where its parts begin and end, without reading them: one part that nobody could read
/// must not hide the others. Whoever takes a part reads it whole.
namespace kapok::kapokd {

/// The texts of an array's elements, in order, without what stands around them. Nothing when \p text is no
/// array, or ends before it does.
[[nodiscard]] std::optional<std::vector<std::string_view>> elementsIn(std::string_view text);

/// The texts of an object's members: names with their quotes, and values. Nothing when \p text is no object,
/// or ends before it does.
[[nodiscard]] std::optional<std::vector<std::pair<std::string_view, std::string_view>>>
membersIn(std::string_view text);

} // namespace kapok::kapokd
