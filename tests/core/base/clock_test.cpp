// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kapok {
namespace {

using std::chrono::milliseconds;

RC_GTEST_PROP(ClockText, ParsesWhatItPrints, ())
{
    // The years 0001 to 9999.
    const Time time{milliseconds{*rc::gen::inRange<long long>(-62'135'596'800'000, 253'402'300'800'000)}};
    const auto back = parseIso8601(toIso8601(time));
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == time);
}

TEST(ClockText, UnderstandsZonesAndFractions)
{
    const Time expected = *parseIso8601("2026-11-22T08:05:00.120Z");
    for (const char *text :
         {"2026-11-22T15:05:00.12+07:00", "2026-11-22T15:05:00.120999+0700", "2026-11-22T08:05:00,12",
          "2026-11-22t08:05:00.120z", "2026-11-22T02:35:00.12-05:30"})
        EXPECT_EQ(*parseIso8601(text), expected) << text;
    EXPECT_EQ(toIso8601(expected), "2026-11-22T08:05:00.120Z");
}

TEST(ClockText, RefusesWhatIsNoTime)
{
    for (const char *text :
         {"", "2026", "2026-02-30T00:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T08:61:00Z",
          "2026-11-22T08:05:00Zx", "2026-11-22T08:05:00.Z", "2026-11-22T08:05:00+99:00",
          "2026-11-22T08:05:00+01:60", "2026-11-22T08:05:00+0199"})
        EXPECT_EQ(parseIso8601(text).error().code, ErrorCode::InvalidInput) << text;
}

TEST(ClockText, PrintsDurationsInHundredths)
{
    EXPECT_EQ(toIsoDuration(milliseconds{0}), "PT0.00S");
    EXPECT_EQ(toIsoDuration(milliseconds{12'349}), "PT12.34S");
    EXPECT_EQ(toIsoDuration(milliseconds{3'600'000}), "PT3600.00S");
}

} // namespace
} // namespace kapok
