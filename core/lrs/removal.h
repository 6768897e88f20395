// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/micros.h"
#include "core/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Taking statements away: what is older than is kept, and everything of a person. All of it runs inside the
/// writer's transaction.
namespace kapok::lrs {

/// Deletes at most \p limit statements stored before \p before, oldest first; their number. Figures stay as
/// they are, and stay when they are made anew; what is voided later of the deleted ones cannot be taken out
/// of them any more. Their ids are remembered, so that they are not stored again.
Result<int> retireStatements(store::Database &database, Micros before, int limit);
/// Whether the statement with this id (16 bytes) was retired, or would come voided by one that was.
Result<bool> isRetired(store::Database &database, std::string_view id);

/// Adds what retired statements said to the figures, of one agent or of everybody; sums of units stay.
Status replayRetired(store::Database &database, std::optional<std::int64_t> agent);

/// What forgetAgent() found.
struct Forgotten {
    std::int64_t statements = 0; ///< deleted: those whose actor it was
    std::int64_t documents = 0;  ///< deleted
    std::int64_t mentions = 0;   ///< statements of others that name it; they stay
};

/// Deletes the statements, documents, names and figures of the agent with this ifi, and remembers by a digest
/// that nothing of it is to be kept. Again, it deletes what came meanwhile.
Result<Forgotten> forgetAgent(store::Database &database, const std::string &ifi, Time now);

/// What is remembered of one who was forgotten.
[[nodiscard]] std::string subjectOf(std::string_view ifi);
/// Whether anybody was forgotten: cheap, for every request.
Result<bool> hasForgotten(store::Database &database);
/// Whether forgetAgent() was told this ifi.
Result<bool> isForgotten(store::Database &database, const std::string &ifi);

/// Deletes the bytes of attachments that no statement has any more.
Status dropUnusedAttachments(store::Database &database);

} // namespace kapok::lrs
