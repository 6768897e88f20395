// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xapi/multipart.h"
#include "core/xapi/validate.h"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::xapi {

/// Where the attachments of a statement are described: those of its own and those of its SubStatement.
/// Entries of the wrong kind are left out; validate() finds them.
[[nodiscard]] std::vector<const nlohmann::json *> attachmentsOf(const nlohmann::json &statement);

/// The attachment's sha2 in lower case, or "".
[[nodiscard]] std::string sha2Of(const nlohmann::json &attachment);

/// Whether a JSON text may hold attachments. False is certain and costs no parsing.
[[nodiscard]] bool mayHaveAttachments(std::string_view json);

/// Checks what a request brings (one statement or an array of them) together with the bytes that came beside
/// it (xAPI 1.0.3 Data, 2.4.11 and 2.6): an attachment without a fileUrl has its bytes in \p brought, all of
/// \p brought is some attachment's, and signatures sign their statement, or the SubStatement they are
/// attached to: \p body should come from parseExact(), or numbers in signed statements count as doubles.
/// Whether `length` is true is not asked (decision 213). InvalidInput, with the JSON path or the part.
[[nodiscard]] Status checkAttachments(const nlohmann::json &body, std::span<const AttachmentBytes> brought,
                                      Version version);

} // namespace kapok::xapi
