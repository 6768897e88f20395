// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/prepare.h"

namespace kapok::lrs {

/// Stores one statement and what follows from it (index rows, voiding, figures). A repeat that says the same
/// changes nothing; another one is Conflict. Inside the writer's transaction.
Status insertStatement(store::Database &database, const Prepared &statement, const AddRequest &request,
                       const CommitQueue::Stamp &stamp);

} // namespace kapok::lrs
