// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/http/message.h"
#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

/// The answers that every route makes (docs/protocol.md, Errors).
namespace kapok::kapokd {

[[nodiscard]] Response jsonResponse(int status, const nlohmann::json &value);
/// The fitting status and `{"error","message","path"}`.
[[nodiscard]] Response errorResponse(const Error &error);
/// The same with a status of the caller's.
[[nodiscard]] Response errorResponse(int status, const Error &error);
/// What to say of a \p request whose query is broken.
[[nodiscard]] Error brokenQuery(const Request &request);
/// 429 with Retry-After.
[[nodiscard]] Response throttledResponse(std::chrono::seconds wait);
/// What \p work answers. When it throws: 500, without the reason, which goes to the log once, with \p id and
/// \p route.
[[nodiscard]] Response guardedAnswer(std::string_view id, std::string_view route,
                                     const std::function<Response()> &work);
/// Whether the request's If-None-Match names \p etag (with its quotes).
[[nodiscard]] bool isNotModified(const Request &request, const std::string &etag);

} // namespace kapok::kapokd
