// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/lrs/statement_keys.h"
#include "core/xapi/validate.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::lrs {

/// A valid statement on its way into the store.
struct Incoming {
    StatementId id;
    std::string json; ///< the text it was sent with; an id put in front when it had none
    StatementKeys keys;
};

/// At most this many statements in one request.
inline constexpr std::size_t kMaxBatch = 5000;

/// Reads a request's body: one statement, or an array of them. Every statement is valid or all are refused:
/// InvalidInput, the detail starts with the place ("$[3].actor.mbox: …"). Two with one id are refused too.
/// \p version is the request's. Pure; from any thread.
[[nodiscard]] Result<std::vector<Incoming>> readStatements(std::string_view body, xapi::Version version,
                                                           const Clock &clock);

} // namespace kapok::lrs
