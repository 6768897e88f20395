// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/xapi/json_document.h"
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

/// What JsonDocument accepts, as a value to change or to compare.
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text);

/// Reads one statement; InvalidInput when it has no id, verb, object or timestamp. Does not validate more.
[[nodiscard]] Result<Parsed> readText(std::string_view json);
[[nodiscard]] Result<Parsed> read(JsonValue statement);

/// The IRI of a statement's first grouping activity: with Kapok the course. "" when it has none.
[[nodiscard]] std::string_view groupingOf(JsonValue statement);

} // namespace kapok::xapi
