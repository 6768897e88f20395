// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Query parameters of the xAPI resources, checked as strictly as statements: an unknown or repeated name,
/// a wrong letter case or a malformed value is InvalidInput, and the detail names the parameter.
namespace kapok::xapi {

/// Decoded names and values in the order of the request.
using Parameters = std::vector<std::pair<std::string, std::string>>;

enum class Format { Ids, Exact, Canonical };

/// `GET /xapi/statements`.
struct StatementQuery {
    std::optional<StatementId> statementId; ///< lower case
    std::optional<StatementId> voidedStatementId;
    std::string agent; ///< JSON of a valid Agent or identified Group, or ""
    std::string verb;
    std::string activity;
    std::optional<RegistrationId> registration;
    bool relatedActivities = false;
    bool relatedAgents = false;
    std::optional<Time> since; ///< exclusive, on stored
    std::optional<Time> until; ///< inclusive, on stored
    int limit = 0;             ///< 0: the server's maximum
    Format format = Format::Exact;
    bool formatGiven = false;
    bool attachments = false;
    bool ascending = false;
};
[[nodiscard]] Result<StatementQuery> parseStatementQuery(const Parameters &parameters);

/// `PUT /xapi/statements`: the statementId.
[[nodiscard]] Result<StatementId> parsePutStatement(const Parameters &parameters);

/// `/xapi/activities/state`.
struct StateQuery {
    std::string activityId;
    std::string agent; ///< JSON of a valid Agent
    std::optional<RegistrationId> registration;
    std::string stateId; ///< "" when all are meant
    std::optional<Time> since;
};
/// \p needsStateId: PUT and POST; GET and DELETE may leave it out. `since` only goes without a stateId.
[[nodiscard]] Result<StateQuery> parseStateQuery(const Parameters &parameters, bool needsStateId);

} // namespace kapok::xapi
