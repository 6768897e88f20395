// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Bodies of multipart/mixed (RFC 2046, 5.1), as xAPI sends statements with their attachments (1.0.3
/// Communication, 1.5.2; 2.0 4.1.3). Pure; from any thread. Errors are InvalidInput, name the part by its
/// place ("part 2 header X-Experience-API-Hash: …", else "body: …") and never hold what was sent.
namespace kapok::xapi {

/// One part. The views point into the text that was parsed.
struct Part {
    std::map<std::string, std::string> headers; ///< names in lower case, values without blanks around them
    std::string_view body;

    /// The header's value, or "". \p name in lower case.
    [[nodiscard]] std::string header(const std::string &name) const;
};

/// Most parts of one body.
inline constexpr std::size_t kMostParts = 2000;
/// Most headers of one part.
inline constexpr std::size_t kMostPartHeaders = 100;

/// Splits \p body at \p boundary. Lines may end with CRLF or LF; what stands before the first boundary and
/// behind the last is ignored; the last must be there.
[[nodiscard]] Result<std::vector<Part>> parseMultipart(std::string_view body, std::string_view boundary);

/// Bytes of an attachment that were checked against their digest.
struct AttachmentBytes {
    std::string sha2; ///< lower-case hex: SHA-224, -256, -384 or -512 by its length
    std::string_view bytes;
};

/// Statements and the attachments that came with them.
struct StatementParts {
    std::string_view statements; ///< JSON: one, or an array
    std::vector<AttachmentBytes> attachments;
};

/// Reads a body whose Content-Type is \p contentType. The first part is application/json; every other one has
/// `Content-Transfer-Encoding: binary` and an X-Experience-API-Hash that is its digest.
[[nodiscard]] Result<StatementParts> parseStatementParts(std::string_view body, std::string_view contentType);

/// Whether \p sha2 (lower-case hex, of SHA-224, -256, -384 or -512) is the digest of \p bytes.
[[nodiscard]] bool isDigestOf(std::string_view sha2, std::string_view bytes);

} // namespace kapok::xapi
