// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <string>

namespace kapok::xapi {

/// One immutable record: its id and its JSON text. The text is made once and sent, stored and compared
/// unchanged.
struct Statement {
    StatementId id;
    std::string json;

    bool operator==(const Statement &) const = default;
};

/// How xAPI knows a learner: an account on a node. Never a person's name or address.
struct Account {
    std::string homePage;
    std::string name;

    bool operator==(const Account &) const = default;
};

} // namespace kapok::xapi
