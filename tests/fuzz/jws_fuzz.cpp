// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/signature.h"

#include <cstdint>
#include <cstdlib>

/// Reads any bytes as a JSON web signature and checks it. What is accepted names an allowed algorithm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::xapi;
    const auto jws = readJws({reinterpret_cast<const char *>(data), size});
    if (!jws.ok())
        return 0;
    if (jws->algorithm != "RS256" && jws->algorithm != "RS384" && jws->algorithm != "RS512")
        std::abort();
    static_cast<void>(checkSignature(*jws));
    return 0;
}
