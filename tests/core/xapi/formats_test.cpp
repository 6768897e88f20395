// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/formats.h"

#include <gtest/gtest.h>

namespace kapok::xapi {
namespace {

TEST(Formats, KnowsLanguageTags) // Data 4.2; RFC 5646, 2.1
{
    for (const char *tag : {"vi", "zh", "en-US", "zh-Hans-CN", "cmn", "ase", "sr-Latn-RS", "zh-cmn-Hans-CN",
                            "de-1996", "sl-rozaj-biske", "x-whatever", "en-x-us", "i-klingon", "es-419",
                            "en-a-myext-b-another", "sgn-BE-FR"})
        EXPECT_TRUE(isLanguageTag(tag)) << tag;
    for (const char *tag :
         {"", "a", "a12345", "zh-z-aaa-z-bbb-c-ccc", "zh-z-aaa-Z-bbb", "en-", "-en", "en--US", "en_US", "123",
          "toolonglanguage", "de-1996-1996", "en-a", "x", "vi VN"})
        EXPECT_FALSE(isLanguageTag(tag)) << tag;
}

TEST(Formats, KnowsDurations) // Data 4.6
{
    for (const char *text :
         {"P3Y", "P4W", "PT16559.14S", "PT0S", "P1Y2M3DT4H5M6S", "P1DT12H36M0.1237S", "PT1,5H"})
        EXPECT_TRUE(isDuration(text)) << text;
    for (const char *text : {"", "P", "PT", "P4W1D", "PA1H0M0S", "P1D T1H", "P1S", "PT1.5H2M", "1D", "P1H",
                             "PT1.S", "P-1D", "PT5"})
        EXPECT_FALSE(isDuration(text)) << text;
}

TEST(Formats, ComparesDurationsToTheHundredthOfASecond) // Data 4.6; 2.0 4.2.7
{
    using Pair = std::pair<const char *, const char *>;
    for (const auto &[a, b] :
         {Pair{"P1DT12H36M0.12S", "P1DT12H36M0.1237S"}, Pair{"PT0.5H", "PT30M"}, Pair{"PT1,5M", "PT90.009S"},
          Pair{"P1W", "P7D"}, Pair{"P0.5Y", "P6M"}, Pair{"P1D", "PT24H"}}) {
        ASSERT_TRUE(durationLength(a).has_value()) << a;
        EXPECT_EQ(durationLength(a), durationLength(b)) << a << " " << b;
    }
    for (const auto &[a, b] :
         {Pair{"PT0.12S", "PT0.13S"}, Pair{"PT1.505H", "PT1.50H"}, Pair{"PT1.509M", "PT1.50M"},
          Pair{"P1.505D", "P1.50D"}, Pair{"P1M", "P30D"}, Pair{"P1Y", "P365D"}, Pair{"P1.25M", "P1.255M"},
          Pair{"PT2000000000S", "PT3000000000S"}, Pair{"P1M", "PT1M"}})
        EXPECT_NE(durationLength(a), durationLength(b)) << a << " " << b;
    EXPECT_TRUE(isDuration("PT10000000000S"));
    EXPECT_FALSE(durationLength("PT10000000000S").has_value());
    EXPECT_FALSE(durationLength("PT5").has_value());
}

TEST(Formats, KnowsTimestamps) // Data 4.5
{
    for (const char *text :
         {"2026-11-22T08:05:00Z", "2026-11-22T08:05:00.123456Z", "2026-11-22T08:05:00+07:00",
          "2026-11-22T08:05:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
        EXPECT_TRUE(isTimestamp(text)) << text;
    for (const char *text :
         {"", "2026-11-22", "2026-11-22 08:05:00Z", "2026-13-22T08:05:00Z", "now", "2026-11-22T08:05:00-00",
          "2026-11-22T08:05:00-0000", "2026-11-22T08:05:00-00:00", "2026-11-22T08:05+00:00",
          "2026-11-22T08:05:00+01:60", "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"})
        EXPECT_FALSE(isTimestamp(text)) << text;
}

TEST(Formats, KnowsIrisAndAddresses) // Data 4.3, 2.4.2
{
    for (const char *text : {"http://a", "urn:x:y", "https://例子.cn/đường", "tag:adlnet.gov,2013:x"})
        EXPECT_TRUE(isIri(text)) << text;
    for (const char *text :
         {"", "a", "//a/b", "http:", "ht tp://a", "http://a b", "1http://a", ":a", "http://a<b"})
        EXPECT_FALSE(isIri(text)) << text;
    EXPECT_TRUE(isMailto("mailto:a@b.vn"));
    for (const char *text :
         {"a@b.vn", "mailto:", "mailto:a", "mailto:@b", "mailto:a@", "mailto:a@b@c", "mailto:a b@c"})
        EXPECT_FALSE(isMailto(text)) << text;
}

TEST(Formats, KnowsMediaTypesAndIds) // Data 2.4.11, 4.4
{
    EXPECT_TRUE(isMediaType("text/plain; charset=utf-8"));
    EXPECT_FALSE(isMediaType("text"));
    EXPECT_FALSE(isMediaType("/plain"));
    EXPECT_TRUE(isStatementId("0190a000-0000-7000-8000-000000000001"));
    EXPECT_FALSE(isStatementId("0190a000-0000-7000-8000-00000000000"));
    EXPECT_FALSE(isStatementId("0190a000-0000-7000-0000-000000000001"));
    EXPECT_FALSE(isStatementId("0190a000-0000-7000-8000-00000000000g"));
}

} // namespace
} // namespace kapok::xapi
