// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"

#include <algorithm>
#include <cstddef>

namespace kapok::xapi {
namespace {

/// Ticks of a month, so that a fraction of a year or a month counts.
constexpr std::int64_t kMonth = 1'000'000;
/// Ticks of a second: finer is cut off.
constexpr std::int64_t kSecond = 100;
constexpr std::int64_t kDay = 24 * 3600 * kSecond;

/// Reads an ISO 8601 duration once, adding up its length as it goes.
class DurationReader {
public:
    explicit DurationReader(std::string_view text) : m_text(text) {}

    /// Whether the whole text is a duration.
    bool read()
    {
        if (!take('P'))
            return false;
        if (readPart('W', 7 * kDay, m_length.hundredths))
            return isAtEnd();
        readPart('Y', 12 * kMonth, m_length.months);
        readPart('M', kMonth, m_length.months);
        readPart('D', kDay, m_length.hundredths);
        if (take('T')) {
            const int before = m_parts;
            readPart('H', 3600 * kSecond, m_length.hundredths);
            readPart('M', 60 * kSecond, m_length.hundredths);
            readPart('S', kSecond, m_length.hundredths);
            if (m_parts == before)
                return false;
        }
        return m_parts > 0 && isAtEnd();
    }

    /// Of what was read.
    [[nodiscard]] std::optional<DurationLength> length() const
    {
        return m_isTooLong ? std::nullopt : std::optional(m_length);
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_text.size(); }

    bool take(char c)
    {
        const bool taken = !isAtEnd() && m_text[m_at] == c;
        m_at += taken ? 1 : 0;
        return taken;
    }

    /// Takes digits.
    std::string_view takeDigits()
    {
        const std::size_t start = m_at;
        while (!isAtEnd() && isDigit(m_text[m_at]))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }

    /// Takes a number followed by \p unit, or nothing. \p ticks are those of one unit.
    bool readPart(char unit, std::int64_t ticks, std::int64_t &sum)
    {
        const std::size_t start = m_at;
        const std::string_view whole = takeDigits();
        const bool hasFraction = !whole.empty() && (take('.') || take(','));
        const std::string_view fraction = hasFraction ? takeDigits() : std::string_view();
        if (whole.empty() || (hasFraction && fraction.empty()) || m_hasFraction || !take(unit)) {
            m_at = start;
            return false;
        }
        m_hasFraction = hasFraction; // no number may follow one with a fraction
        sum += ticksOf(whole, fraction, ticks);
        ++m_parts;
        return true;
    }

    std::int64_t ticksOf(std::string_view whole, std::string_view fraction, std::int64_t ticks)
    {
        constexpr std::int64_t kMost = 10'000'000'000; // keeps the sum from overflowing
        std::int64_t number = 0;
        for (const char digit : whole)
            number = std::min(kMost, number * 10 + (digit - '0'));
        m_isTooLong = m_isTooLong || number == kMost;
        constexpr std::int64_t kParts = 1'000'000'000; // finer than a tick of any unit
        std::int64_t parts = 0;
        std::int64_t scale = kParts;
        for (const char digit : fraction)
            parts += (digit - '0') * (scale /= 10);
        return number * ticks + parts * ticks / kParts;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_parts = 0;
    bool m_hasFraction = false;
    bool m_isTooLong = false;
    DurationLength m_length;
};

} // namespace

std::optional<DurationLength> durationLength(std::string_view text)
{
    DurationReader reader(text);
    return reader.read() ? reader.length() : std::nullopt;
}

bool isDuration(std::string_view text)
{
    return DurationReader(text).read();
}

} // namespace kapok::xapi
