// SPDX-License-Identifier: Apache-2.0
#include "core/course/languages.h"

#include <algorithm>
#include <array>
#include <unicode/uloc.h>

namespace kapok::course {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLetterOrDigit(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9');
}

/// The part up to the next hyphen, which it takes off \p rest together with the hyphen.
std::string_view takeSubtag(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find('-'), rest.size());
    const std::string_view subtag = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return subtag;
}

} // namespace

bool isLanguageTag(std::string_view tag)
{
    if (tag.size() > 35 || tag.ends_with('-'))
        return false;
    const std::string_view language = takeSubtag(tag);
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), isLower))
        return false;
    while (!tag.empty()) {
        const std::string_view subtag = takeSubtag(tag);
        if (subtag.size() < 2 || subtag.size() > 8 ||
            !std::all_of(subtag.begin(), subtag.end(), isLetterOrDigit))
            return false;
    }
    return true;
}

bool isKnownLanguage(std::string_view tag)
{
    if (!isLanguageTag(tag))
        return false;
    const std::string language(takeSubtag(tag));
    return language.size() == 3 || *uloc_getISO3Language(language.c_str()) != '\0';
}

std::string likelyLanguage(std::string_view tag)
{
    struct Mistake {
        std::string_view written;
        std::string_view meant;
    };
    static constexpr std::array<Mistake, 11> kMistakes = {{{"vn", "vi"},
                                                           {"VN", "vi"},
                                                           {"VI", "vi"},
                                                           {"vie", "vi"},
                                                           {"cn", "zh"},
                                                           {"CN", "zh"},
                                                           {"ZH", "zh"},
                                                           {"chi", "zh"},
                                                           {"zho", "zh"},
                                                           {"EN", "en"},
                                                           {"eng", "en"}}};
    const auto found = std::find_if(kMistakes.begin(), kMistakes.end(),
                                    [&](const Mistake &mistake) { return mistake.written == tag; });
    return found == kMistakes.end() ? std::string() : std::string(found->meant);
}

std::string languageName(const std::string &tag)
{
    std::array<UChar, 100> name{};
    UErrorCode status = U_ZERO_ERROR;
    const int length =
        isKnownLanguage(tag) ? uloc_getDisplayName(tag.c_str(), "en", name.data(), name.size(), &status) : 0;
    if (U_FAILURE(status) || length <= 0 || length > static_cast<int>(name.size()))
        return '"' + tag + '"';
    std::string english;
    for (int i = 0; i < length; ++i) { // English names of languages are Latin-1; anything else stays a tag
        if (name[static_cast<std::size_t>(i)] > 0x7e)
            return '"' + tag + '"';
        english.push_back(static_cast<char>(name[static_cast<std::size_t>(i)]));
    }
    return english == tag ? '"' + tag + '"' : english + " (" + tag + ")";
}

} // namespace kapok::course
