// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/statement.h"

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

namespace kapok::lrs {

/// How an Agent or identified Group is known: "account HOMEPAGE NAME", "mbox mailto:…", "mbox_sha1sum …" or
/// "openid …"; "" for an anonymous Group and for what is no agent.
[[nodiscard]] std::string ifiOf(const nlohmann::json &agent);
[[nodiscard]] std::string ifiOf(const xapi::Account &account);

/// Everything a statement names, for the filters of `GET /xapi/statements`.
struct Mentions {
    std::set<std::string> agents; ///< actor, object, and members of these
    std::set<std::string> relatedAgents;
    std::set<std::string> activities; ///< the object
    std::set<std::string> relatedActivities;
};
[[nodiscard]] Mentions mentionsOf(const nlohmann::json &statement);

} // namespace kapok::lrs
