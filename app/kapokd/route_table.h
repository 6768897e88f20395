// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/router.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::kapokd {

/// What a request's method and path lead to.
struct Found {
    const Route *route = nullptr;
    std::vector<std::string> captures;
    std::string allowed; ///< the methods of this path, when it exists
};

[[nodiscard]] Found findRoute(const Request &request);

/// 404 or 405 for what findRoute() did not find.
[[nodiscard]] Response refuseRoute(const Found &found);

/// Most bytes that a body of \p method to \p path may have, so that it can be refused before it is read.
/// Statements in the alternate request syntax of xAPI count as statements, wherever they are sent.
[[nodiscard]] std::uint64_t bodyLimit(std::string_view method, std::string_view path);

/// Most bytes of an xAPI request that carries statements.
inline constexpr std::size_t kStatementsBody = 16u << 20;

} // namespace kapok::kapokd
