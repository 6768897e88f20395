// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/library/catalogue.h"
#include "core/sync/server_types.h"

#include <string_view>

/// Reads the bodies of /api/v1 (docs/protocol.md). Trusts nothing: Corrupt names what does not fit.
namespace kapok::sync {

[[nodiscard]] Result<NodeInfo> readNodeInfo(std::string_view body);
[[nodiscard]] Result<SignedIn> readSignedIn(std::string_view body);
[[nodiscard]] Result<Person> readPerson(std::string_view body);
[[nodiscard]] Result<library::Assignments> readAssignmentList(std::string_view body);
[[nodiscard]] Result<library::Catalogue> readCatalogue(std::string_view body);
[[nodiscard]] Result<Units> readUnits(std::string_view body);
[[nodiscard]] Result<Figures> readFigures(std::string_view body);
[[nodiscard]] Result<ProgressList> readProgress(std::string_view body);
/// The server's own sentence in an error body, or "".
[[nodiscard]] std::string readMessage(std::string_view body);

} // namespace kapok::sync
