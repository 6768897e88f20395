// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kapok::e2e {

/// What one person's record on a tablet holds.
struct DeviceRecord {
    std::vector<nlohmann::json> statements; ///< oldest first
    std::size_t sent = 0;
    std::size_t queued = 0;
    std::size_t setAside = 0;
};

/// Reads the record of \p account on the tablet whose data folder is \p tablet, through a read-only
/// connection.
[[nodiscard]] Result<DeviceRecord> recordedOn(const std::filesystem::path &tablet,
                                              const std::string &account);

/// How many statements of \p record say \p verb, the end of an IRI, of \p object, the same.
[[nodiscard]] std::ptrdiff_t countOf(const DeviceRecord &record, const std::string &verb,
                                     const std::string &object);
/// Waits until the record of \p account has such a statement: a page is shown at once and recorded as seen a
/// moment later.
[[nodiscard]] Status awaitStatement(const std::filesystem::path &tablet, const std::string &account,
                                    const std::string &verb, const std::string &object,
                                    std::chrono::milliseconds timeout = std::chrono::seconds(60));

/// Empty when both sides hold the same ids and each statement the same content (what a server adds, stored,
/// authority and version, does not count); else a sentence that names the first difference.
[[nodiscard]] std::string difference(const std::vector<nlohmann::json> &device,
                                     const std::vector<nlohmann::json> &server);

} // namespace kapok::e2e
