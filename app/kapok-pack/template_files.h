// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace kapok::pack {

/// One file of the example course, compiled in from template/.
struct TemplateFile {
    std::string_view path;
    std::string_view content;
};

/// The files that `kapok-pack new` writes.
extern const std::span<const TemplateFile> kTemplateFiles;

} // namespace kapok::pack
