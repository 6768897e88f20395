// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/document_store.h"

#include <optional>
#include <string_view>

/// What holds for documents in any database. Pure; from any thread.
namespace kapok::lrs {

/// SHA-1 of \p content in hex, in quotes.
[[nodiscard]] std::string etagOf(std::string_view content);

/// Whether \p document, as it is or is not there, may be changed: Conflict, InvalidInput.
[[nodiscard]] Status checkPreconditions(const std::optional<Document> &document,
                                        const Preconditions &conditions);

/// The members of the JSON object \p added over those of \p base, digits and order unchanged. InvalidInput
/// when one of the two is no JSON object, or both together have more than kMostDocumentBytes.
[[nodiscard]] Result<std::string> mergedContent(const Document &base, const std::string &contentType,
                                                const std::string &added);

/// The ifi of the query's agent, "" without one.
[[nodiscard]] std::string ifiOf(const xapi::DocumentQuery &query);

} // namespace kapok::lrs
