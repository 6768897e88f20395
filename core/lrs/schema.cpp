// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/schema.h"

#include "kapok_sql/lrs.h"

namespace kapok::lrs {

std::span<const store::Migration> schema()
{
    return sql::kLrs;
}

} // namespace kapok::lrs
