// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roster/roster.h"

/// Everything of a kind, for whoever looks after a server. Errors: those of store::Database.
namespace kapok::roster {

/// Those above before those below.
[[nodiscard]] Result<std::vector<Unit>> listUnits(store::Database &database);

/// Everybody in the branch below \p unit (empty: everybody), by sort key, without PersonId.
[[nodiscard]] Result<std::vector<Person>> listPeople(store::Database &database, const UnitId &unit);

/// A device's credential, or an xAPI client's; never its secret.
struct ListedCredential {
    std::string key;
    std::string account;  ///< "" for a client
    std::string client;   ///< "" for a person's device
    std::string scopes;   ///< of a client, blank between
    std::string device;   ///< its name
    std::string platform; ///< the device's
    Time created{};
    Time lastUsed{}; ///< to the hour
};

/// Those of the person with \p account ("": all), oldest first.
[[nodiscard]] Result<std::vector<ListedCredential>> listCredentials(store::Database &database,
                                                                    const std::string &account);

} // namespace kapok::roster
