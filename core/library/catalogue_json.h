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

[[nodiscard]] nlohmann::json toJson(const LocalizedText &text);
[[nodiscard]] nlohmann::json toJson(const CatalogueEntry &entry);
[[nodiscard]] nlohmann::json toJson(const Assignments &assignments);

[[nodiscard]] Result<CatalogueEntry> readCatalogueEntry(const nlohmann::json &json);
/// Reads what toJson() wrote.
[[nodiscard]] Result<CatalogueEntry> readCard(std::string_view json);
/// Reads `{"assignments": […], "as_of": …}`.
[[nodiscard]] Result<Assignments> readAssignments(const nlohmann::json &json);

/// What a list shows of the course that \p manifest describes.
[[nodiscard]] CatalogueEntry cardOf(const course::Manifest &manifest, const std::string &manifestSha256);

} // namespace kapok::library
