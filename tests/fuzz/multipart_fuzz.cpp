// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/multipart.h"

#include <cstdint>
#include <cstdlib>

/// Reads any bytes as a Content-Type, a line break, and a body of that type. Whatever is accepted lies inside
/// the text and has the digest it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto line = text.find('\n');
    const std::string_view body = line == std::string_view::npos ? text : text.substr(line + 1);
    const auto parts = kapok::xapi::parseStatementParts(body, text.substr(0, line));
    if (!parts.ok())
        return 0;
    for (const auto &attachment : parts->attachments) {
        const bool inside = attachment.bytes.data() >= body.data() &&
                            attachment.bytes.data() + attachment.bytes.size() <= body.data() + body.size();
        if (!inside || !kapok::xapi::isDigestOf(attachment.sha2, attachment.bytes))
            std::abort();
    }
    return 0;
}
