// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/instant.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::lrs {

/// What a statement is found and counted by. Empty: it has none.
struct StatementKeys {
    std::vector<std::string> agents; ///< ifis: actor, object, members of such groups; none twice
    std::string verb;
    std::string activity; ///< when the object is one
    std::string registration;
    std::string target; ///< id of the statement the object refers to, lower case
    bool voids = false;

    // For the figures.
    std::string learner; ///< the actor's ifi
    std::string course;  ///< of cmi5 statements: the first grouping activity, or the object of satisfied
    std::optional<Instant> timestamp;
    std::optional<double> scaled;
};

/// Reads the keys of a valid statement.
[[nodiscard]] StatementKeys keysOf(const nlohmann::json &statement);

/// The inverse functional identifier of an Agent or identified Group as one text; "" for an anonymous group.
[[nodiscard]] std::string ifiOf(const nlohmann::json &actor);
/// The same, from the JSON of a valid actor.
[[nodiscard]] std::string ifiOfText(std::string_view actor);
[[nodiscard]] std::string ifiOfAccount(const std::string &homePage, const std::string &name);

} // namespace kapok::lrs
