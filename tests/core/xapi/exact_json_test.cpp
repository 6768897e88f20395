// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/exact_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace kapok::xapi {
namespace {

using nlohmann::json;

TEST(ExactJson, GivesEveryNumberBackAsItWasWritten)
{
    for (
        const std::string text :
        {R"({"a":[1,1.0,-0,1e2,123456789012345678901234567890,0.10000000000000000000000000001],"b":[[],{}]})",
         R"([true,false,null,"7","a\"b\\c\nđ",[[1],[2,{"c":1E-400}]]])", "18446744073709551617"}) {
        const auto tree = parseExact(text);
        ASSERT_TRUE(tree.ok()) << text;
        EXPECT_EQ(exactText(*tree), text);
    }
}

TEST(ExactJson, RefusesWhatADocumentRefuses)
{
    for (const char *text : {"", "{", "1e999", R"({"a":1,"a":1})", "01"})
        EXPECT_FALSE(parseExact(text).ok()) << text;
}

TEST(ExactJson, WritesPlainNumbersToo)
{
    EXPECT_EQ(exactText(json{{"a", 1}, {"b", 0.5}, {"c", "\xff"}}),
              "{\"a\":1,\"b\":0.5,\"c\":\"\xef\xbf\xbd\"}");
}

TEST(ExactJson, HasOneDecimalForAllTextsOfANumber)
{
    for (const char *one : {"1", "1.0", "1e0", "1E+0", "10e-1", "0.1e1", "1.000e-0", "0.001e0003"})
        EXPECT_EQ(decimalOf(one), "1e0") << one;
    for (const char *zero : {"0", "-0", "0.0", "-0.00e5", "0e-99999999999999999999"})
        EXPECT_EQ(decimalOf(zero), "0") << zero;
    EXPECT_EQ(decimalOf("-1.20"), "-12e-1");
    EXPECT_EQ(decimalOf("1200"), "12e2");
    EXPECT_EQ(decimalOf("18446744073709551617"), "18446744073709551617e0");
}

TEST(ExactJson, ShiftsExponentsThatNoIntegerHolds)
{
    EXPECT_EQ(decimalOf("1.5e-1000000000000000000000"), "15e-1000000000000000000001");
    EXPECT_EQ(decimalOf("100e-1000000000000000000001"), "1e-999999999999999999999");
    EXPECT_EQ(decimalOf("10e-1000000000000000000"), decimalOf("1e-999999999999999999"));
    EXPECT_EQ(decimalOf("0.1e-999999999999999999"), decimalOf("1e-1000000000000000000"));
}

TEST(ExactJson, ComparesByDecimalValue)
{
    const bool passed = rc::check("the point may stand anywhere, and no digit may differ", [] {
        const std::string digits =
            std::to_string(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000)) + "7";
        const int places = *rc::gen::inRange(0, 30);
        const std::string zeros(static_cast<std::size_t>(*rc::gen::inRange(0, 30)), '0');
        const std::string moved = "0." + zeros + digits + "e" +
                                  std::to_string(static_cast<int>(zeros.size() + digits.size()) - places);
        RC_ASSERT(decimalOf(digits + zeros + "e-" +
                            std::to_string(places + static_cast<int>(zeros.size()))) == decimalOf(moved));
        RC_ASSERT(decimalOf(digits + "e-" + std::to_string(places)) == decimalOf(moved));
        RC_ASSERT(decimalOf(digits + "1") != decimalOf(digits + "2"));
    });
    EXPECT_TRUE(passed);
}

} // namespace
} // namespace kapok::xapi
