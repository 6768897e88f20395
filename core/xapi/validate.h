// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/xapi/json_document.h"

#include <string_view>

/// The rules of xAPI 1.0.3 (Data, part 2) and 2.0.0 as ADL's conformance suite measures them.
/// Errors are InvalidInput; the detail starts with the JSON path ("$.actor.mbox: must be …") and never holds
/// a value of the input. Pure; from any thread.
namespace kapok::xapi {

enum class Version {
    V1_0_3,
    V2_0_0, ///< adds contextAgents and contextGroups
};

/// One statement, strictly: known keys only, exact types, no nulls outside extensions, and every rule of
/// actors, verbs, objects (SubStatements too), results, contexts, attachments and timestamps.
[[nodiscard]] Status validate(JsonValue statement, Version version = Version::V1_0_3);
[[nodiscard]] Status validateText(std::string_view json, Version version = Version::V1_0_3);

/// An Agent or identified or anonymous Group, as in a statement's actor and in `agent=` parameters.
/// \p path is what errors call it.
[[nodiscard]] Status validateActor(JsonValue actor, std::string_view path = "$");

} // namespace kapok::xapi
