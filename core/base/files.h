// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kapok {

/// The whole content of a file of at most \p limit bytes. NotFound, InvalidInput (too large), StorageBroken.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path &path,
                                           std::uintmax_t limit = 256u << 20);

/// Replaces \p path by \p content all at once: written beside it, synced, renamed. After a failure or a
/// kill the old file is still whole. StorageFull or StorageBroken.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path &path, std::string_view content);

/// Flushes a file's bytes and its directory entry to the disk.
[[nodiscard]] Status syncToDisk(const std::filesystem::path &path);

/// StorageFull when \p errnoValue says so (ENOSPC, EDQUOT), else StorageBroken; \p what starts the sentence.
[[nodiscard]] Error storageError(int errnoValue, const std::string &what);

} // namespace kapok
