// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/figure_batch.h"
#include "core/lrs/prepare.h"

namespace kapok::lrs {

/// Stores one statement and what follows from it (index rows, voiding); what it says of figures is added to
/// \p figures, to be applied when all statements of the request are there. A repeat that says the same
/// changes nothing; another one is Conflict. Inside the writer's transaction.
Status insertStatement(store::Database &database, const Prepared &statement, const AddRequest &request,
                       const CommitQueue::Stamp &stamp, FigureBatch &figures);

} // namespace kapok::lrs
