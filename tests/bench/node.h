// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sync/transport.h"
#include "tests/e2e/driver/process.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kapok::bench {

/// A kapokd with one xAPI client; ends with it.
struct Node {
    std::optional<e2e::Process> process; ///< not set when it did not start
    std::string url;
    sync::Credential credential;
};

/// Starts the kapokd of \p bin on a new database in \p folder.
[[nodiscard]] Node startNode(const std::filesystem::path &bin, const std::filesystem::path &folder);

} // namespace kapok::bench
