// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/course/signing.h"

#include <optional>
#include <vector>

namespace kapok::library {

/// Who said that a key may sign courses for this device.
enum class TrustSource {
    BuiltIn, ///< came with the app
    Node,    ///< named by the server somebody signed in to (GET /api/v1/about)
    Person,  ///< accepted by a person on this device
};

/// A key and why it counts.
struct TrustedKey {
    course::PublicKey key;
    TrustSource source = TrustSource::Person;
};

} // namespace kapok::library
