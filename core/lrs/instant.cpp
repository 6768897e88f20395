// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/instant.h"

#include "core/base/clock.h"

#include <fmt/format.h>

namespace kapok::lrs {

std::string toText(Instant instant)
{
    const std::string whole = toIso8601(Time(std::chrono::milliseconds(instant / 1000)));
    return whole.substr(0, whole.size() - 1) + fmt::format("{:03}Z", instant % 1000);
}

Result<Instant> parseInstant(std::string_view text)
{
    KAPOK_TRY_ASSIGN(const Time time, parseIso8601(text));
    Instant micros = time.time_since_epoch().count() * 1000;
    const auto point = text.find_first_of(".,");
    Instant unit = 100;
    for (std::size_t i = point; point != std::string_view::npos && i + 4 < text.size() && i < point + 3;
         ++i) {
        const char digit = text[i + 4];
        if (digit < '0' || digit > '9')
            break;
        micros += (digit - '0') * unit;
        unit /= 10;
    }
    return micros;
}

} // namespace kapok::lrs
