// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/prepare.h"
#include "core/store/database.h"

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

} // namespace kapok::lrs
