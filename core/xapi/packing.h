// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

/// How statements are packed on their way between the app and a Kapok server: zstd with a dictionary of
/// typical statements, the content coding `dcz` of RFC 9842 (docs/protocol.md, decision 175). The dictionary
/// is dictionary/statements.txt, written by scripts/make-dictionary. Thread-safety: everything from any
/// thread.
namespace kapok::xapi {

/// The dictionary as it is compiled in; a raw one (RFC 8878 section 5).
[[nodiscard]] std::string_view statementDictionary();

/// Its SHA-256 as a structured field: ":<base64>:" (RFC 9842 section 2.2, RFC 9651 section 3.3.5).
[[nodiscard]] const std::string &statementDictionaryField();

/// \p bytes as `dcz` with that dictionary, or "" when that is not possible. The same bytes give the same
/// result.
[[nodiscard]] std::string dcz(std::string_view bytes);

/// Unpacks `dcz`, never making more than \p mostBytes and never with a window of more than 8 MiB.
/// StorageFull when it would be more; NotFound when it is packed with another dictionary; InvalidInput when
/// it is no `dcz` or cut off.
[[nodiscard]] Result<std::string> undcz(std::string_view packed, std::size_t mostBytes);

/// Unpacks zstd (RFC 8878) likewise.
[[nodiscard]] Result<std::string> unzstd(std::string_view packed, std::size_t mostBytes);

} // namespace kapok::xapi
