// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kapok::bench {

/// \p count `answered` statements as the app writes them, of 20 learners, no two the same.
[[nodiscard]] std::vector<std::string> answeredStatements(std::size_t count);

} // namespace kapok::bench
