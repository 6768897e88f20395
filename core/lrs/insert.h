// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/commit_queue.h"
#include "core/lrs/prepare.h"

namespace kapok::lrs {

/// Stores the statements of one request and what follows from them: rows that name them, attachments,
/// voiding, figures. A repeat that says the same changes nothing; another one is Conflict. What comes of
/// somebody who was forgotten is left out. Inside the writer's transaction, which must be undone when this
/// fails.
Status insertStatements(store::Database &database, const PreparedRequest &prepared, const AddRequest &request,
                        const CommitQueue::Stamp &stamp);

} // namespace kapok::lrs
