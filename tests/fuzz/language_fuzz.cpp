// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"
#include "core/xapi/projections.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using namespace kapok::xapi;

std::string upperCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

} // namespace

/// Reads any bytes as a language tag, a line break, and an Accept-Language header. The case of a tag's
/// letters means nothing; a tag that is asked for is the one that is chosen, and another choice is one of
/// those there were.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto line = std::min(text.find('\n'), text.size());
    const std::string tag(text.substr(0, line));
    nlohmann::json map{{"en-GB", "a"}, {"vi", "b"}, {"zh-Hans", "c"}};
    const bool isTag = isLanguageTag(tag);
    if (isTag != isLanguageTag(upperCase(tag)))
        std::abort();
    if (isTag) {
        map[tag] = "d";
        if (upperCase(bestLanguage(map, {upperCase(tag)})) != upperCase(tag))
            std::abort();
    }
    const auto ranges = languageRanges(text.substr(std::min(line + 1, text.size())));
    if (!map.contains(bestLanguage(map, ranges)))
        std::abort();
    return 0;
}
