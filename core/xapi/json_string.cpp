// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/json_string.h"

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kapok::xapi {
namespace {

/// How many of the eight characters at \p at come before the first quote, backslash, control character or
/// character that is not ASCII.
std::size_t plainOfEight(const char *at)
{
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kHighs = 0x8080808080808080;
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    // The high bit of each byte that is less than a limit, right up to the first one; and of zero bytes.
    const auto below = [&](std::uint64_t value, std::uint64_t limit) {
        return (value - kOnes * limit) & ~value;
    };
    const std::uint64_t special =
        (eight | below(eight, 0x20) | below(eight ^ (kOnes * '"'), 1) | below(eight ^ (kOnes * '\\'), 1)) &
        kHighs;
    return static_cast<std::size_t>(std::countr_zero(special)) / 8;
}

/// The bytes of the character that begins at \p at, which is not ASCII; 0 when it is not UTF-8 (RFC 3629).
std::size_t utf8Length(const char *at, const char *end)
{
    const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    const auto room = static_cast<std::size_t>(end - at);
    const unsigned char first = byte(0);
    const std::size_t length = first >= 0xc2 && first <= 0xdf   ? 2
                               : first >= 0xe0 && first <= 0xef ? 3
                               : first >= 0xf0 && first <= 0xf4 ? 4
                                                                : 0;
    if (length == 0 || room < length)
        return 0;
    const unsigned char least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned char most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < least || byte(1) > most)
        return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xbf)
            return 0;
    return length;
}

void appendUtf8(std::string &out, std::uint32_t code)
{
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((code >> shift) & 0x3f)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | (code >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Reads `u` and four hexadecimal digits at \p at, and goes behind them.
bool takeCodeUnit(const char *&at, const char *end, std::uint32_t &code)
{
    constexpr std::ptrdiff_t kDigits = 4;
    if (at == end || *at != 'u' || end - ++at < kDigits)
        return false;
    const auto [last, error] = std::from_chars(at, at + kDigits, code, 16);
    const bool ok = error == std::errc() && last == at + kDigits;
    at += kDigits;
    return ok;
}

/// Reads what stands behind a backslash at \p at, and goes behind it.
bool takeEscape(const char *&at, const char *end, std::string &out)
{
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (at == end)
        return false;
    if (const auto name = kNames.find(*at); name != std::string_view::npos) {
        out += kMeanings[name];
        ++at;
        return true;
    }
    std::uint32_t code = 0;
    if (!takeCodeUnit(at, end, code))
        return false;
    if (code >= 0xd800 && code <= 0xdbff) {
        std::uint32_t low = 0;
        if (at == end || *at != '\\' || !takeCodeUnit(++at, end, low) || low < 0xdc00 || low > 0xdfff)
            return false;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code <= 0xdfff) {
        return false;
    }
    appendUtf8(out, code);
    return true;
}

} // namespace

const char *endOfPlainText(const char *at, const char *end)
{
    for (;;) {
        std::size_t plain = 8;
        while (end - at >= 8 && plain == 8) {
            plain = plainOfEight(at);
            at += plain;
        }
        if (at == end)
            return nullptr;
        const auto c = static_cast<unsigned char>(*at);
        if (c == '"' || c == '\\')
            return at;
        const std::size_t length = c < 0x20 ? 0 : c < 0x80 ? 1 : utf8Length(at, end);
        if (length == 0)
            return nullptr;
        at += length;
    }
}

const char *unescape(const char *at, const char *end, std::string &out)
{
    while (*at == '\\') {
        ++at;
        if (!takeEscape(at, end, out))
            return nullptr;
        const char *const from = at;
        at = endOfPlainText(from, end);
        if (!at)
            return nullptr;
        out.append(from, at);
    }
    return at;
}

} // namespace kapok::xapi
