// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/routes.h"

#include <string>

/// Who may do what under /xapi: a person acts as herself, the owner reads everything, a client does what its
/// scopes say.
namespace kapok::kapokd {

/// The ifi of the person who calls; "" for a client.
[[nodiscard]] Result<std::string> ownIfi(Services &services, const Call &call);
/// JSON of the Agent a credential stands for; the `authority` of what it brings.
[[nodiscard]] Result<std::string> authorityOf(Services &services, const Call &call);
/// Forbidden when a client lacks each of the scopes.
[[nodiscard]] Status needScope(const Call &call, std::initializer_list<std::string_view> anyOf);

} // namespace kapok::kapokd
