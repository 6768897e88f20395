// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace kapok {

/// Makes the whole interface with a made-up person and visits every area in each language, theme and shape of
/// window. \p folder is an empty folder for its data. Refused when anything warned on the way: the first
/// warnings are in the sentence. Needs a QGuiApplication; takes a few seconds.
[[nodiscard]] Status selfTest(const std::filesystem::path &folder);

} // namespace kapok
