// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/alternate.h"

#include <cstdint>
#include <cstdlib>

/// Reads any bytes as a query string, as the parameters of every resource, and as the form of an alternate
/// request. What a form holds is never longer than its text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::xapi;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto form = parseForm(text);
    std::size_t bytes = 0;
    for (const auto &[name, value] : form.value_or(Parameters{}))
        bytes += name.size() + value.size();
    if (bytes > size)
        std::abort();
    if (form) {
        static_cast<void>(parseStatementQuery(*form));
        static_cast<void>(parsePutStatement(*form));
    }
    for (const char *method : {"GET", "PUT", "x"})
        static_cast<void>(parseAlternate({{"method", method}}, text));
    return 0;
}
