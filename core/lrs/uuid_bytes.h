// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/hash.h"

#include <algorithm>
#include <string>

namespace kapok::lrs {

/// The 16 bytes of a UUID in lower case; "" for "".
[[nodiscard]] inline std::string uuidBytes(std::string uuid)
{
    std::erase(uuid, '-');
    const auto bytes = fromHex(uuid);
    return bytes.ok() ? *bytes : std::string();
}

} // namespace kapok::lrs
