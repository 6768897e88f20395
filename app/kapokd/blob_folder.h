// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace kapok::kapokd {

/// The files of courses, ROOT/<first 2 hex>/<sha256>. A file with its final name is whole.
/// Thread-safety: everything from any thread and process.
class BlobFolder {
public:
    explicit BlobFolder(std::filesystem::path root) : m_root(std::move(root)) {}

    /// Makes the folders. StorageBroken.
    Status prepare() const;
    [[nodiscard]] std::filesystem::path path(const std::string &sha256) const;
    [[nodiscard]] bool has(const std::string &sha256, std::uintmax_t size) const;

    /// Hands a sink to \p write, which passes the file's bytes on and says whether they were right; then
    /// gives the file its name, on the disk. StorageFull, StorageBroken, or the error of \p write.
    using Sink = std::function<Status(std::string_view)>;
    Status put(const std::string &sha256, const std::function<Status(const Sink &)> &write) const;

private:
    std::filesystem::path m_root;
};

} // namespace kapok::kapokd
