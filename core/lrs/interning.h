// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Repeated values are kept once and named by a small integer.
namespace kapok::lrs {

/// The number of the value, new when it was not there. Inside a write transaction only.
[[nodiscard]] Result<std::int64_t> internAgent(store::Database &database, const std::string &ifi);
[[nodiscard]] Result<std::int64_t> internVerb(store::Database &database, const std::string &iri);
[[nodiscard]] Result<std::int64_t> internActivity(store::Database &database, std::string_view iri);
[[nodiscard]] Result<std::int64_t> internAuthority(store::Database &database, const std::string &json);
/// \p uuid in text form.
[[nodiscard]] Result<std::int64_t> internRegistration(store::Database &database, const std::string &uuid);

/// The number, or nothing when the value was never stored.
[[nodiscard]] Result<std::optional<std::int64_t>> findAgent(store::Database &database,
                                                            const std::string &ifi);
[[nodiscard]] Result<std::optional<std::int64_t>> findVerb(store::Database &database, const std::string &iri);
[[nodiscard]] Result<std::optional<std::int64_t>> findActivity(store::Database &database,
                                                               const std::string &iri);
[[nodiscard]] Result<std::optional<std::int64_t>> findRegistration(store::Database &database,
                                                                   const std::string &uuid);

[[nodiscard]] Result<std::optional<std::int64_t>> findAuthority(store::Database &database,
                                                                const std::string &json);

/// The 16 bytes of a UUID in text form, any case; "" when it is none.
[[nodiscard]] std::string uuidBytes(std::string_view uuid);
/// And back, in lower case.
[[nodiscard]] std::string uuidText(std::string_view bytes);

} // namespace kapok::lrs
