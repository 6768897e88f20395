// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::store {
class Database;
}

namespace kapok::lrs {

/// The bytes of an attachment.
struct Attachment {
    std::string sha2; ///< their digest: lower-case hex of SHA-224, -256, -384 or -512, by its length
    std::string content;
};

/// Keeps those of \p brought that the statement \p id (its JSON is \p json) names, each sha2 once for the
/// whole database, and links them to it. Only a request that brings the bytes links them: whoever knows a
/// digest does not get the bytes of somebody else. Inside the writer's transaction, after the statement.
Status keepAttachments(store::Database &database, const StatementId &id, std::string_view json,
                       std::span<const Attachment> brought);

/// The bytes linked to the statement \p id, by their digest's order.
[[nodiscard]] Result<std::vector<Attachment>> readAttachments(store::Database &database,
                                                              const StatementId &id);

} // namespace kapok::lrs
