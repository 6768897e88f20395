// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/service.h"
#include "core/course/signing.h"

#include <string>

namespace kapok::kapokd {

struct Published {
    std::string course;
    std::string version;
    std::string entry; ///< CatalogueEntry, JSON
    bool isNew = true; ///< false: this version was there already, the same
};

/// Verifies a package, signature and every byte, keeps its files and offers it. NotTrusted, Corrupt,
/// InvalidInput, NewerFormat; Conflict when this version is there with other content. Slow.
[[nodiscard]] Result<Published> publishPackage(Service &service, const std::filesystem::path &file);

/// The keys of the roster as core/course takes them.
[[nodiscard]] Result<course::TrustedKeys> trustedKeys(Service &service);

} // namespace kapok::kapokd
