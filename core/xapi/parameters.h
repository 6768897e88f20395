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
/// a wrong letter case or a malformed value (one that is not UTF-8, or has a NUL character, always is) is
/// InvalidInput, and the detail names the parameter. So is an IRI, an agent's identifier or a document's id
/// that is longer than kMaxIndexedBytes.
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

/// Which documents: those of `/xapi/activities/state`, `/xapi/activities/profile` or `/xapi/agents/profile`.
struct DocumentQuery {
    enum class Kind { State, ActivityProfile, AgentProfile };

    Kind kind = Kind::State;
    std::string activityId;                     ///< State and ActivityProfile
    std::string agent;                          ///< JSON of a valid Agent; State and AgentProfile
    std::optional<RegistrationId> registration; ///< State
    std::string documentId;                     ///< stateId or profileId; "" when all are meant
    std::optional<Time> since;                  ///< exclusive
};
/// What the request does with the documents it names.
enum class DocumentUse {
    Read,   ///< one, or the ids of all
    Write,  ///< one
    Delete, ///< one, or all states
};
/// `since` only goes without a document's id, and with Read.
[[nodiscard]] Result<DocumentQuery> parseDocumentQuery(const Parameters &parameters, DocumentQuery::Kind kind,
                                                       DocumentUse use);

/// `GET /xapi/activities`: the activityId.
[[nodiscard]] Result<std::string> parseActivityQuery(const Parameters &parameters);
/// `GET /xapi/agents`: JSON of a valid Agent.
[[nodiscard]] Result<std::string> parseAgentQuery(const Parameters &parameters);

} // namespace kapok::xapi
