// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/xapi/statement.h"

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace kapok::xapi {

/// What Kapok uses of a statement. Fields a statement lacks are empty.
struct Parsed {
    StatementId id;
    std::string verb;
    std::string objectId; ///< activity IRI, or the referenced statement's id
    Account actor;        ///< empty when she is not known by an account
    RegistrationId registration;
    SessionId session;
    std::string parentId;   ///< first parent activity
    std::string groupingId; ///< first grouping activity: the course
    Time timestamp{};
    std::optional<double> scaled;
    std::optional<bool> success;
    std::optional<bool> completion;
    std::string response;
    std::chrono::milliseconds duration{0};
    int attempt = 1; ///< extension::kAttempt

    bool operator==(const Parsed &) const = default;
};

/// Reads a JSON text of at most 64 levels. InvalidInput for malformed UTF-8 or JSON, deeper nesting, and an
/// object that names one key twice (xAPI leaves their meaning open, so they are refused).
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text);

/// Reads one statement; InvalidInput when it has no id, verb, object or timestamp. Does not validate more.
[[nodiscard]] Result<Parsed> readText(std::string_view json);
[[nodiscard]] Result<Parsed> readJson(const nlohmann::json &statement);

} // namespace kapok::xapi
