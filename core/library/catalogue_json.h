// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/manifest.h"
#include "core/library/catalogue.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// Catalogue entries and assignments as docs/protocol.md writes them; library.db keeps the same form.
/// Reading trusts nothing: Corrupt when a field is missing or of another type.
namespace kapok::library {

/// What a course list shows of one course: an entry, and the dark cover that only a manifest names.
struct Card {
    CatalogueEntry entry;
    Cover coverDark;

    bool operator==(const Card &) const = default;
};

[[nodiscard]] nlohmann::json toJson(const LocalizedText &text);
[[nodiscard]] nlohmann::json toJson(const Card &card);
[[nodiscard]] nlohmann::json toJson(const Assignments &assignments);

[[nodiscard]] Result<CatalogueEntry> readCatalogueEntry(const nlohmann::json &json);
[[nodiscard]] Result<Card> readCard(std::string_view json);
/// Reads `{"assignments": […], "as_of": …}`.
[[nodiscard]] Result<Assignments> readAssignments(const nlohmann::json &json);

/// The card of the course that \p manifest describes.
[[nodiscard]] Card cardOf(const course::Manifest &manifest, const std::string &manifestSha256);

} // namespace kapok::library
