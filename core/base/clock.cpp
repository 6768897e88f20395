// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

#include <cctype>
#include <fmt/format.h>

namespace kapok {
namespace {

using namespace std::chrono;

/// Reads digits one field at a time; a failed field makes all later ones fail.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_at >= m_text.size() || !std::isdigit(static_cast<unsigned char>(m_text[m_at]))) {
                m_ok = false;
                return 0;
            }
            value = value * 10 + (m_text[m_at++] - '0');
        }
        return value;
    }

    bool take(char c)
    {
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    void expect(char c) { m_ok = take(c) && m_ok; }
    void refuse() { m_ok = false; }

    int fractionAsMilliseconds()
    {
        int value = 0;
        int scale = 100;
        if (m_at >= m_text.size() || !std::isdigit(static_cast<unsigned char>(m_text[m_at])))
            m_ok = false;
        while (m_at < m_text.size() && std::isdigit(static_cast<unsigned char>(m_text[m_at]))) {
            value += (m_text[m_at++] - '0') * scale;
            scale /= 10;
        }
        return value;
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_ok = true;
};

minutes readZone(Reader &reader)
{
    if (reader.take('Z') || reader.take('z') || reader.atEnd())
        return minutes{0};
    const bool minus = reader.take('-');
    if (!minus)
        reader.expect('+');
    const int hour = reader.digits(2);
    int minute = 0;
    if (!reader.atEnd()) {
        reader.take(':');
        minute = reader.digits(2);
        if (minute > 59)
            reader.refuse();
    }
    const minutes zone{hour * 60 + minute};
    return minus ? -zone : zone;
}

} // namespace

Time SystemClock::now() const
{
    return time_point_cast<milliseconds>(system_clock::now());
}

std::string toIso8601(Time time)
{
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

Result<Time> parseIso8601(std::string_view text)
{
    Reader reader(text);
    const int y = reader.digits(4);
    reader.expect('-');
    const int mo = reader.digits(2);
    reader.expect('-');
    const int d = reader.digits(2);
    if (!reader.take('T') && !reader.take('t'))
        reader.expect(' ');
    const int h = reader.digits(2);
    reader.expect(':');
    const int mi = reader.digits(2);
    int s = 0;
    int ms = 0;
    if (reader.take(':')) {
        s = reader.digits(2);
        if (reader.take('.') || reader.take(','))
            ms = reader.fractionAsMilliseconds();
    }
    const minutes zone = readZone(reader);
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!reader.ok() || !reader.atEnd() || !date.ok() || h > 23 || mi > 59 || s > 60 || zone > hours{14} ||
        zone < -hours{14})
        return Error{ErrorCode::InvalidInput, "not an ISO 8601 timestamp"};
    return Time{sys_days{date}} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms} - zone;
}

std::string toIsoDuration(milliseconds duration)
{
    const auto total = duration.count() / 10;
    return fmt::format("PT{}.{:02}S", total / 100, total % 100);
}

} // namespace kapok
