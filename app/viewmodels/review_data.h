// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/sync/server_types.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::viewmodels {

/// The answers of the server to one choice of course and period, for everything a reviewer answers for.
struct ReviewAnswer {
    sync::Figures figures;
    std::vector<sync::PersonProgress> people;
};

/// The figures a reviewer saw last, kept in her profile so that they open without a connection.
struct ReviewData {
    /// More choices than these are not kept; the oldest go.
    static constexpr std::size_t kKept = 12;

    std::vector<sync::Unit> units;               ///< parents first
    std::string country;                         ///< of the node, "VN" or "CN"; "" when not known
    std::map<std::string, ReviewAnswer> answers; ///< by a name for the choice

    /// Keeps \p answer under \p choice, and not more than kKept of them.
    void keep(const std::string &choice, ReviewAnswer answer);
};

[[nodiscard]] std::string toJson(const ReviewData &data);
/// Empty data for anything that is not what toJson() wrote: the figures come anew.
[[nodiscard]] ReviewData reviewDataFromJson(std::string_view json);

/// PROFILE/review.json. Names of teachers are in it, so only the owner of the process may read it.
[[nodiscard]] ReviewData loadReviewData(const std::filesystem::path &profile);
/// StorageFull or StorageBroken; what was kept before is then still whole.
[[nodiscard]] Status saveReviewData(const std::filesystem::path &profile, const ReviewData &data);

} // namespace kapok::viewmodels
