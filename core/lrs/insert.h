// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/prepare.h"
#include "core/store/database.h"

#include <optional>
#include <span>

namespace kapok::lrs {

/// What one request brings, as it came and as it was prepared.
struct Insertion {
    const AddRequest &request;
    const PreparedRequest &prepared;
};

/// Stores the statements of some requests, in their order, and what follows from them: rows that name them,
/// attachments, voiding, figures. A repeat that says the same changes nothing; another one is Conflict. What
/// comes of somebody who was forgotten is left out. Inside the writer's transaction, which must be undone
/// when this fails.
Status insertStatements(store::Database &database, std::span<const Insertion> insertions, const Stamp &stamp);

/// The same without looking first, in a transaction of its own, which costs PostgreSQL one wait: what nearly
/// all requests bring is new, and names what this writer's Memory knows, which has to be that of
/// Database::openings(). How much later than \p stamp said they are stored; nothing when it is not so (in
/// SQLite never), and then nothing was stored.
Result<std::optional<Micros>> insertAtOnce(store::Database &database, std::span<const Insertion> insertions,
                                           const Stamp &stamp);

} // namespace kapok::lrs
