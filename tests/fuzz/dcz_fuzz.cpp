// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/packing.h"

#include <cstdint>
#include <cstdlib>

namespace {

constexpr std::size_t kMost = 1u << 16; ///< bytes that a body may unpack to
constexpr std::size_t kHeader = 40;     ///< of RFC 9842 section 4: magic number and hash of the dictionary

void checkUnpacked(const kapok::Result<std::string> &unpacked)
{
    using kapok::ErrorCode;
    if (unpacked.ok() && unpacked->size() > kMost)
        std::abort();
    if (unpacked.ok() || unpacked.error().code == ErrorCode::StorageFull ||
        unpacked.error().code == ErrorCode::NotFound || unpacked.error().code == ErrorCode::InvalidInput)
        return;
    std::abort();
}

} // namespace

/// Unpacks any bytes as `dcz`, as what follows the header of our dictionary, and as zstd: never to more than
/// is allowed, and what came out comes back when it is packed again. The bytes themselves come back too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::xapi;
    static const StatementDictionary dictionary("https://node.example");
    static const std::string header = dictionary.pack("x").substr(0, kHeader);
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    checkUnpacked(dictionary.unpack(bytes, kMost));
    checkUnpacked(unzstd(bytes, kMost));
    const auto behindHeader = dictionary.unpack(header + std::string(bytes), kMost);
    checkUnpacked(behindHeader);
    if (behindHeader.ok() &&
        dictionary.unpack(dictionary.pack(*behindHeader), kMost).value() != *behindHeader)
        std::abort();
    if (size > kMost)
        return 0;
    const auto again = dictionary.unpack(dictionary.pack(bytes), kMost);
    if (!again.ok() || *again != bytes)
        std::abort();
    return 0;
}
