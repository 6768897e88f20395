// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/router.h"

#include <optional>
#include <string>

/// What is the same for every resource of xAPI, around the routes.
namespace kapok::kapokd {

[[nodiscard]] bool isXapi(const Request &request);

/// X-Experience-API-Version on every answer of xAPI, and X-Experience-API-Consistent-Through on those of
/// GET /xapi/statements. Where none was asked for, or one unknown here, the version is the one that the
/// client spoke last; of a client that was not heard yet, \p fallback (1.0.3 Communication, 3.3; decision
/// 195).
void addXapiHeaders(Service &service, const std::string &fallback, const Request &request,
                    Response &response);

/// Remembers the version that a client, who proved to be \p principal, asks for in \p request.
void noteVersion(Service &service, const Request &request, const roster::Principal &principal);

/// Whether \p request carries another one: POST with `method` in the query (1.0.3 Communication, 1.3).
[[nodiscard]] bool isAlternate(const Request &request);

/// Makes \p request, whose body is unpacked, the one that it carries; or the refusal. 2.0 has no such syntax.
[[nodiscard]] std::optional<Response> unwrapAlternate(Request &request);

} // namespace kapok::kapokd
