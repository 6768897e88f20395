// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/agents.h"
#include "core/lrs/figures.h"
#include "core/lrs/statement_store.h"
#include "core/xapi/json_document.h"

#include <optional>
#include <string>
#include <vector>

namespace kapok::lrs {

/// The most statements of one request: whoever else writes waits for all of them.
constexpr std::size_t kMostStatements = 5'000;

/// A statement that passed every check which needs no database.
struct Prepared {
    StatementId id;
    std::string idBytes; ///< 16
    std::string json;    ///< to keep; without stored and authority, with id and version
    std::string actor;   ///< ifi; "" for an anonymous group
    bool hasTimestamp = false;
    std::string verb;
    std::string registration; ///< "" when it has none
    Mentions mentions;
    std::string target; ///< 16 bytes of the id of the statement its object refers to, or ""
    bool voids = false;
    std::optional<FigureEvent> figure; ///< when it has a timestamp; not yet held to `stored`
};

/// The statements of a request; they point into its texts and into what was read of them.
struct PreparedRequest {
    xapi::JsonDocument body;
    std::optional<xapi::JsonDocument> authority; ///< nothing when it is no JSON
    std::vector<Prepared> statements;
};

/// Reads, validates and completes what \p request brings; it must outlive the answer. InvalidInput
/// ("$[1].actor: …"), Forbidden when a statement is not of request.onlyAgent.
[[nodiscard]] Result<PreparedRequest> prepare(const AddRequest &request, Time now);

/// "$.actor: …" of the statement \p index of a request as "$[3].actor: …".
[[nodiscard]] Error inElement(Error error, std::size_t index);

} // namespace kapok::lrs
