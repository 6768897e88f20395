// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/micros.h"

#include <gtest/gtest.h>

namespace kapok {
namespace {

TEST(Micros, KeepSixDigitsAndCutTheRest)
{
    const auto micros = lrs::parseMicros("2026-11-22T08:05:00.1234567Z");
    ASSERT_TRUE(micros.ok());
    EXPECT_EQ(lrs::microsText(*micros), "2026-11-22T08:05:00.123456Z");
    EXPECT_EQ(*lrs::parseMicros("2026-11-22T15:05:00.12+07:00") - *lrs::parseMicros("2026-11-22T08:05:00Z"),
              120'000);
    EXPECT_EQ(lrs::microsText(*lrs::parseMicros("2026-11-22T08:05:00Z")), "2026-11-22T08:05:00.000000Z");
    EXPECT_FALSE(lrs::parseMicros("yesterday").ok());
}

} // namespace
} // namespace kapok
