// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lrs/statement_store.h"
#include "core/xapi/validate.h"

#include <string>
#include <vector>

namespace kapok::kapokd {

/// How a request wants statements to be given back.
struct StatementForm {
    xapi::Format format = xapi::Format::Exact;
    std::string acceptLanguage; ///< the header; for canonical
    xapi::Version version = xapi::Version::V1_0_3;
};

/// Brings statements as they are kept into \p form. Exact: unchanged, but timestamps in UTC for 2.0. For
/// canonical \p store is asked for the definitions of all activities at once.
Status formatStatements(lrs::StatementStore &store, const StatementForm &form,
                        std::vector<std::string> &statements);

} // namespace kapok::kapokd
