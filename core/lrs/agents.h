// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/statement.h"

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <utility>

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
    std::set<std::pair<std::string, std::string>> names;       ///< ifi, and what it is called
    std::set<std::pair<std::string, std::string>> definitions; ///< activity, and its definition as JSON
};
/// \p authority: JSON of the Agent who vouches for the statement, one of the related agents.
[[nodiscard]] Mentions mentionsOf(const nlohmann::json &statement, const std::string &authority);

} // namespace kapok::lrs
