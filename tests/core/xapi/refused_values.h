// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Every way in which a statement can be wrong, and all that its refusal says: the path, the rule and the
/// kind of what was found (decision 213).
namespace kapok::test {

struct RefusedValue {
    const char *pointer; ///< JSON pointer of what is set in a statement
    const char *value;   ///< JSON; "" removes instead
    const char *path;
    const char *message;
    const char *only = ""; ///< the version that refuses it so, or "" for both
};

/// A statement with as little as there may be; the requests of the tests give it an id.
[[nodiscard]] nlohmann::json statementToBreak();
/// That, broken as \p refused says.
[[nodiscard]] nlohmann::json broken(const RefusedValue &refused);

[[nodiscard]] const std::vector<RefusedValue> &refusedValues();

} // namespace kapok::test
