// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"
#include "core/xapi/projections.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

/// Reads any bytes as a language tag, a line break, and an Accept-Language header. A language that is chosen
/// is one of those there were.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kapok::xapi;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto line = std::min(text.find('\n'), text.size());
    const std::string tag(text.substr(0, line));
    nlohmann::json map{{"en-GB", "a"}, {"vi", "b"}, {"zh-Hans", "c"}};
    if (isLanguageTag(tag))
        map[tag] = "d";
    const auto ranges = languageRanges(text.substr(std::min(line + 1, text.size())));
    if (!map.contains(bestLanguage(map, ranges)))
        std::abort();
    return 0;
}
