// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xapi/validate.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

/// Signed statements (xAPI 1.0.3 Data, 2.6): a JSON web signature (RFC 7515) in its compact form.
/// Pure; from any thread. Errors are InvalidInput and never hold what was sent.
namespace kapok::xapi {

/// A signature taken apart.
struct Jws {
    std::string algorithm;                 ///< RS256, RS384 or RS512
    std::vector<std::string> certificates; ///< DER: the header's x5c, the signer's first; none without it
    std::string payload;
    std::string signature;
    std::string_view signedText; ///< what the signature is of; points into the text that was read
};

/// Reads `header.payload.signature`, each base64url. Other algorithms are refused, `none` too.
[[nodiscard]] Result<Jws> readJws(std::string_view text);

/// Checks that the signature is one of the first certificate's key and that each certificate was issued with
/// the key of the next (RFC 7515, 4.1.6). Who issued the last one, and until when they hold, is not asked
/// (decision 196). Without a certificate there is nothing to check it with, and it passes.
[[nodiscard]] Status checkSignature(const Jws &jws);

/// Checks that \p text signs \p statement: readJws(), checkSignature(), and the payload says the same as the
/// statement, or SubStatement, before the signature was attached (equality.h). \p statement should come from
/// parseExact(), or its numbers count as doubles. \p index: of the signature in its attachments.
[[nodiscard]] Status checkSignedStatement(std::string_view text, const nlohmann::json &statement,
                                          std::size_t index, Version version);

} // namespace kapok::xapi
