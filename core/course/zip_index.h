// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/course/package_layout.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace kapok::course {

/// Where an entry is in its archive and how many bytes it says it unpacks to.
struct ZipEntry {
    zip_uint64_t index = 0;
    std::uint64_t size = 0;
};

/// Checks the end of the file \p file before libzip sees it: a whole zip, no ZIP64, no more entries than a
/// package may have, nothing in front or behind. InvalidInput (no package), Corrupt (cut short).
[[nodiscard]] Status checkZipEnd(const std::filesystem::path &file);

/// Every entry of \p archive by name. InvalidInput when a name, type, size or ratio breaks a rule of
/// packages; nothing has been unpacked then.
[[nodiscard]] Result<std::map<std::string, ZipEntry>> indexEntries(zip_t *archive);

} // namespace kapok::course
