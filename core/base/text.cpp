// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kapok {
namespace {

const std::string kEmpty;

bool isHan(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_HAN;
}

/// Surnames whose reading differs from the character's usual one, so that 曾 sorts under Z and not C.
/// 覃 is Qín in Guangxi (domain.md 6).
struct Surname {
    const char *character;
    const char *reading;
};
constexpr std::array<Surname, 10> kSurnameReadings = {{
    {"曾", "zeng"},
    {"仇", "qiu"},
    {"单", "shan"},
    {"解", "xie"},
    {"区", "ou"},
    {"覃", "qin"},
    {"查", "zha"},
    {"任", "ren"},
    {"朴", "piao"},
    {"尉迟", "yuchi"},
}};

std::string toUtf8(const icu::UnicodeString &text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string pinyin(const std::string &han)
{
    static std::mutex mutex;
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    auto text = icu::UnicodeString::fromUTF8(han);
    if (transliterator) {
        const std::scoped_lock lock(mutex);
        transliterator->transliterate(text);
    }
    return toUtf8(text);
}

std::string chineseKey(std::string_view name)
{
    for (const auto &[character, reading] : kSurnameReadings)
        if (name.starts_with(character))
            return reading + (" " + pinyin(std::string(name.substr(std::string_view(character).size()))));
    return pinyin(std::string(name));
}

/// ICU's sort key for Vietnamese: letters a ă â …, tones ngang huyền hỏi ngã sắc nặng.
std::string vietnameseKey(std::string_view part)
{
    static std::mutex mutex;
    static const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Collator>(icu::Collator::createInstance(icu::Locale("vi"), status));
    }();
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(part.data(), static_cast<int>(part.size())));
    std::array<std::uint8_t, 512> buffer{};
    const std::scoped_lock lock(mutex);
    const int length = collator->getSortKey(text, buffer.data(), static_cast<int>(buffer.size()));
    const auto size = static_cast<std::size_t>(std::clamp(length - 1, 0, static_cast<int>(buffer.size())));
    static constexpr char kHex[] = "0123456789abcdef";
    std::string key; // hexadecimal keeps the key printable and its order bytewise
    for (std::size_t i = 0; i < size; ++i) {
        key += kHex[buffer[i] >> 4];
        key += kHex[buffer[i] & 0x0f];
    }
    return key;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    std::size_t start = 0;
    while (start < text.size()) {
        const auto end = std::min(text.find(' ', start), text.size());
        if (end > start)
            out.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return out;
}

} // namespace

const std::string &LocalizedText::in(std::span<const std::string> preferred) const
{
    for (const auto &language : preferred)
        if (const auto found = byLanguage.find(language); found != byLanguage.end())
            return found->second;
    return byLanguage.empty() ? kEmpty : byLanguage.begin()->second;
}

const std::string &LocalizedText::in(const std::string &language) const
{
    return in(std::span(&language, 1));
}

std::string foldForSearch(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *nfd = icu::Normalizer2::getNFDInstance(status);
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    const auto decomposed = nfd->normalize(source, status);
    icu::UnicodeString folded;
    for (int i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_getCombiningClass(c) != 0)
            continue;
        folded.append(c == 0x0111 || c == 0x0110 ? UChar32('d') : c);
    }
    folded.foldCase();
    return toUtf8(folded);
}

bool matchesSearch(std::string_view text, std::string_view query)
{
    const auto haystack = foldForSearch(text);
    const auto needle = foldForSearch(query);
    const auto wanted = words(needle);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](std::string_view word) { return haystack.find(word) != std::string::npos; });
}

std::string nameSortKey(std::string_view fullName, std::string_view language)
{
    if (language.starts_with("zh"))
        return chineseKey(fullName);
    auto parts = words(fullName);
    if (parts.empty())
        return {};
    // Given name, then family, then middle names would mix siblings: rosters use given, middle, family.
    std::string key = vietnameseKey(parts.back());
    for (std::size_t i = 1; i + 1 < parts.size(); ++i)
        key += "." + vietnameseKey(parts[i]);
    if (parts.size() > 1)
        key += "/" + vietnameseKey(parts.front());
    return key;
}

std::string languageOfName(std::string_view fullName)
{
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(fullName.data(), static_cast<int>(fullName.size())));
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        if (isHan(text.char32At(i)))
            return "zh";
    return "vi";
}

bool isUtf8(std::string_view bytes)
{
    const auto *units = reinterpret_cast<const std::uint8_t *>(bytes.data());
    std::int32_t i = 0;
    const auto size = static_cast<std::int32_t>(bytes.size());
    while (i < size) {
        UChar32 c = 0;
        U8_NEXT(units, i, size, c);
        if (c < 0)
            return false;
    }
    return true;
}

} // namespace kapok
