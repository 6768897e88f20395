// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/agents.h"
#include "core/lrs/figures.h"
#include "core/lrs/statement_store.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kapok::lrs {

/// A statement that passed every check which needs no database.
struct Prepared {
    StatementId id;
    std::string json; ///< to keep; without stored and authority, with id and version
    nlohmann::json value;
    bool hasTimestamp = false;
    std::string verb;
    std::string registration; ///< "" when it has none
    Mentions mentions;
    std::string target; ///< id of the statement its object refers to
    bool voids = false;
    std::optional<FigureEvent> figure; ///< when it has a timestamp; not yet held to `stored`
};

/// Reads, validates and completes what \p request brings. InvalidInput ("$[1].actor: …"), Forbidden when a
/// statement is not of request.onlyAgent.
[[nodiscard]] Result<std::vector<Prepared>> prepare(const AddRequest &request, Time now);

} // namespace kapok::lrs
