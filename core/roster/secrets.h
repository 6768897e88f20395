// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

/// Keys, secrets and passwords, by libsodium. Thread-safety: every function from any thread.
namespace kapok::roster {

/// 32 random bytes that key the digests of a server's secrets.
[[nodiscard]] std::string newDigestKey();
/// The name of a new credential: 16 random bytes, base64url, without a hyphen in front.
[[nodiscard]] std::string newKey();
/// A new secret: 32 random bytes, base64url.
[[nodiscard]] std::string newSecret();
/// BLAKE2b of \p secret with \p digestKey, 32 bytes.
[[nodiscard]] std::string digestOf(std::string_view secret, std::string_view digestKey);
/// In constant time.
[[nodiscard]] bool sameDigest(std::string_view a, std::string_view b);

/// Argon2id with 64 MiB; takes about a tenth of a second. Internal when there is no memory.
[[nodiscard]] Result<std::string> hashPassword(std::string_view password);
/// As slow as hashPassword(), also when \p hash is "" (an account that is not there): then false.
[[nodiscard]] bool passwordFits(std::string_view password, const std::string &hash);

} // namespace kapok::roster
