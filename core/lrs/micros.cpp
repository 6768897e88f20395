// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/micros.h"

#include <fmt/format.h>

namespace kapok::lrs {

Micros toMicros(Time time)
{
    return time.time_since_epoch().count() * 1000;
}

Time toTime(Micros micros)
{
    return Time{std::chrono::floor<std::chrono::milliseconds>(std::chrono::microseconds{micros})};
}

std::string microsText(Micros micros)
{
    const Time time = toTime(micros);
    std::string text = toIso8601(time);
    text.pop_back();
    return text + fmt::format("{:03}Z", micros - toMicros(time));
}

std::string monthOf(Micros micros)
{
    return microsText(micros).substr(0, 7);
}

Result<Micros> parseMicros(std::string_view text)
{
    KAPOK_TRY_ASSIGN(const Time time, parseIso8601(text));
    Micros extra = 0;
    if (const auto point = text.find_first_of(".,"); point != std::string_view::npos) {
        Micros weight = 100;
        for (std::size_t i = point + 1; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
            if (i < point + 4)
                continue; // milliseconds, read already
            extra += (text[i] - '0') * weight;
            weight /= 10;
        }
    }
    return toMicros(time) + extra;
}

} // namespace kapok::lrs
