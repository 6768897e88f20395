// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/router.h"
#include "core/xapi/validate.h"

namespace kapok::kapokd {

/// What a request to /xapi wants to do.
enum class Right {
    ReadStatements, ///< all, or those of one's own (see readsOnlyOwn())
    ReadKnowledge,  ///< what statements say of agents and activities
    WriteStatements,
    ReadState,
    WriteState,
    ReadProfile, ///< of agents and activities
    WriteProfile,
};

/// The version that X-Experience-API-Version names: 1.0.x or 2.0.x. InvalidInput for others and for none.
[[nodiscard]] Result<xapi::Version> versionOf(const Request &request);

/// Lets the caller through: a person as herself, giving the ifi that everything must be about; a client with
/// the scope for it, giving "" (anybody). Forbidden.
[[nodiscard]] Result<std::string> gate(const Call &call, Right right);

/// Whether a client that may read statements reads only those it stored itself: it has the scope
/// statements/read/mine and none that goes further.
[[nodiscard]] bool readsOnlyOwn(const Call &call);

/// The authority of statements this caller stores: JSON of an Agent.
[[nodiscard]] Result<std::string> authorityOf(const Call &call);

} // namespace kapok::kapokd
