// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace kapok::xapi {
namespace {

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlnum(char c)
{
    return isAlpha(c) || isDigit(c);
}

template <class Test> bool every(std::string_view text, Test test)
{
    return std::all_of(text.begin(), text.end(), test);
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

/// Tags that RFC 5646 keeps although its grammar has no place for them.
bool isIrregular(std::string_view text)
{
    static constexpr std::array<std::string_view, 17> kTags = {
        "en-gb-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
        "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
        "i-tay",     "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de"};
    return std::find(kTags.begin(), kTags.end(), lowered(text)) != kTags.end();
}

/// Walks over the subtags of a language tag, each kind in its place.
class TagReader {
public:
    explicit TagReader(std::string_view text) : m_parts(split(text, '-')) {}

    bool read()
    {
        if (std::any_of(m_parts.begin(), m_parts.end(),
                        [](std::string_view part) { return part.empty() || part.size() > 8; }))
            return false;
        if (lowered(front()) != "x") {
            if (!readLanguage())
                return false;
            takeIf([](std::string_view p) { return p.size() == 4 && every(p, isAlpha); });
            takeIf([](std::string_view p) {
                return (p.size() == 2 && every(p, isAlpha)) || (p.size() == 3 && every(p, isDigit));
            });
            if (!readVariants() || !readExtensions())
                return false;
        }
        return readPrivateUse() && atEnd();
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_parts.size(); }
    [[nodiscard]] std::string_view front() const { return atEnd() ? std::string_view() : m_parts[m_at]; }

    template <class Test> bool takeIf(Test test)
    {
        const bool taken = !atEnd() && test(front());
        m_at += taken ? 1 : 0;
        return taken;
    }

    bool readLanguage()
    {
        const auto length = front().size();
        if (!takeIf([](std::string_view p) { return p.size() >= 2 && every(p, isAlpha); }))
            return false;
        for (int i = 0; i < 3 && length <= 3; ++i)
            takeIf([](std::string_view p) { return p.size() == 3 && every(p, isAlpha); });
        return true;
    }

    bool readVariants()
    {
        std::set<std::string> seen;
        while (!atEnd() && ((front().size() >= 5 && every(front(), isAlnum)) ||
                            (front().size() == 4 && isDigit(front()[0]) && every(front(), isAlnum)))) {
            if (!seen.insert(lowered(front())).second)
                return false;
            ++m_at;
        }
        return true;
    }

    bool readExtensions()
    {
        std::set<std::string> seen;
        while (front().size() == 1 && isAlnum(front()[0]) && lowered(front()) != "x") {
            if (!seen.insert(lowered(front())).second)
                return false;
            ++m_at;
            const auto start = m_at;
            while (takeIf([](std::string_view p) { return p.size() >= 2 && every(p, isAlnum); })) {
            }
            if (m_at == start)
                return false;
        }
        return true;
    }

    bool readPrivateUse()
    {
        if (lowered(front()) != "x")
            return true;
        ++m_at;
        const auto start = m_at;
        while (takeIf([](std::string_view p) { return every(p, isAlnum); })) {
        }
        return m_at > start;
    }

    std::vector<std::string_view> m_parts;
    std::size_t m_at = 0;
};

/// What may stand in an IRI, by byte: no blanks, no control characters, nothing that RFC 3987 forbids.
constexpr auto kMayBeInIri = [] {
    std::array<bool, 256> may{};
    for (std::size_t c = 0x21; c < may.size(); ++c)
        may[c] = c != 0x7f;
    for (const char forbidden : std::string_view("<>\"{}|\\^`"))
        may[static_cast<unsigned char>(forbidden)] = false;
    return may;
}();

/// Whether \p time can be written in UTC (RFC 3339, 1).
bool hasYearOfFourDigits(Time time)
{
    using namespace std::chrono;
    constexpr Time kBegin = sys_days{year{0} / January / 1};
    constexpr Time kEnd = sys_days{year{10'000} / January / 1};
    return time >= kBegin && time < kEnd;
}

bool isToken(std::string_view text)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() &&
           every(text, [&](char c) { return isAlnum(c) || kMarks.find(c) != std::string_view::npos; });
}

} // namespace

bool isIri(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !isAlpha(text[0]))
        return false;
    const auto scheme = text.substr(0, colon);
    if (!every(scheme, [](char c) { return isAlnum(c) || c == '+' || c == '-' || c == '.'; }))
        return false;
    return every(text, [](char c) { return kMayBeInIri[static_cast<unsigned char>(c)]; });
}

bool isLanguageTag(std::string_view text)
{
    const bool isPlain = (text.size() == 2 || text.size() == 3) && every(text, isAlpha); // most are
    return isPlain || TagReader(text).read() || isIrregular(text);
}

bool isTimestamp(std::string_view text)
{
    const bool hasSeconds = text.size() >= 19 && text[16] == ':'; // "2026-11-22T08:05:00"
    if (!hasSeconds || (text[10] != 'T' && text[10] != 't'))
        return false;
    const auto time = parseIso8601(text);
    if (!time.ok() || !hasYearOfFourDigits(*time))
        return false;
    return !text.ends_with("-00") && !text.ends_with("-0000") && !text.ends_with("-00:00");
}

bool isMailto(std::string_view text)
{
    constexpr std::string_view kScheme = "mailto:";
    if (!text.starts_with(kScheme))
        return false;
    text.remove_prefix(kScheme.size());
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           every(text, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
}

bool isSha1(std::string_view text)
{
    return text.size() == 40 &&
           every(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool isMediaType(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || !isToken(text.substr(0, slash)))
        return false;
    auto subtype = text.substr(slash + 1);
    subtype = subtype.substr(0, subtype.find(';'));
    while (subtype.ends_with(' '))
        subtype.remove_suffix(1);
    return isToken(subtype);
}

bool isStatementId(std::string_view text)
{
    return isUuid(text) && std::string_view("89abAB").find(text[19]) != std::string_view::npos;
}

} // namespace kapok::xapi
