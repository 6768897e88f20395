// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"

#include <algorithm>
#include <cstddef>

namespace kapok::xapi {
namespace {

/// Reads an ISO 8601 duration once, adding up hundredths of a second as it goes.
class DurationReader {
public:
    explicit DurationReader(std::string_view text) : m_text(text) {}

    std::optional<std::int64_t> read()
    {
        if (!take('P'))
            return std::nullopt;
        constexpr std::int64_t kDay = 24 * 3600;
        if (readPart('W', 7 * kDay))
            return end();
        readPart('Y', 365 * kDay);
        readPart('M', 30 * kDay);
        readPart('D', kDay);
        if (take('T')) {
            const int before = m_parts;
            readPart('H', 3600);
            readPart('M', 60);
            readPart('S', 1);
            if (m_parts == before)
                return std::nullopt;
        }
        return end();
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

    bool take(char c)
    {
        const bool taken = !atEnd() && m_text[m_at] == c;
        m_at += taken ? 1 : 0;
        return taken;
    }

    /// Takes a number followed by \p unit, or nothing.
    bool readPart(char unit, std::int64_t seconds)
    {
        const std::size_t start = m_at;
        constexpr std::int64_t kLimit = 1'000'000'000; // keeps the sum far from overflowing
        std::int64_t whole = 0;
        while (!atEnd() && isDigit(m_text[m_at]))
            whole = std::min(kLimit, whole * 10 + (m_text[m_at++] - '0'));
        const bool hasWhole = m_at > start;
        std::int64_t hundredths = 0;
        bool fraction = false;
        if (hasWhole && (take('.') || take(','))) {
            fraction = true;
            const std::size_t digits = m_at;
            for (std::int64_t scale = 10; !atEnd() && isDigit(m_text[m_at]); scale /= 10)
                hundredths += (m_text[m_at++] - '0') * scale;
            if (m_at == digits)
                hundredths = -1;
        }
        if (!hasWhole || hundredths < 0 || m_fraction || !take(unit)) {
            m_at = start;
            return false;
        }
        m_fraction = fraction; // no number may follow one with a fraction
        m_total += (whole * 100 + hundredths) * seconds;
        ++m_parts;
        return true;
    }

    [[nodiscard]] std::optional<std::int64_t> end() const
    {
        return atEnd() && m_parts > 0 ? std::optional(m_total) : std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_parts = 0;
    bool m_fraction = false;
    std::int64_t m_total = 0;
};

} // namespace

std::optional<std::int64_t> durationHundredths(std::string_view text)
{
    return DurationReader(text).read();
}

bool isDuration(std::string_view text)
{
    return durationHundredths(text).has_value();
}

} // namespace kapok::xapi
