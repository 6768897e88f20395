// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/router.h"

namespace kapok::kapokd {

/// Who asks, by HTTP Basic. Unauthorized: no, malformed or unknown credentials.
[[nodiscard]] Result<roster::Principal> authenticate(Service &service, const Request &request);

/// The key that \p request names, whether it is known or not; "" if it names none.
[[nodiscard]] std::string keyOf(const Request &request);

/// Whether \p principal may use a route of \p access. Forbidden.
[[nodiscard]] Status checkAccess(Access access, const roster::Principal &principal);

} // namespace kapok::kapokd
