// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xapi/parameters.h"

#include <string>

namespace kapok::kapokd {

/// A statement as `format` wants it. Exact: unchanged. Ids: agents, verbs and activities by what identifies
/// them only. Canonical: of every language map the one text that \p acceptLanguage likes best.
[[nodiscard]] std::string formatted(const std::string &statement, xapi::Format format,
                                    const std::string &acceptLanguage);

} // namespace kapok::kapokd
