// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/json_slices.h"
#include "core/lrs/micros.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace kapok {
namespace {

using nlohmann::json;

TEST(JsonSlices, CutAtTheRightCommasWhateverStandsInStrings)
{
    const std::string text = R"( { "a\"b,{" : "x]},\\" , "stor\u0065d":[1,{"y":"]"}],"n" : 1.50e+0 } )";
    const auto members = lrs::membersOf(text);
    ASSERT_EQ(members.size(), 3u);
    EXPECT_EQ(members[0].key, "a\"b,{");
    EXPECT_EQ(members[1].key, "stored");
    EXPECT_EQ(members[2].text, R"("n" : 1.50e+0)");
    EXPECT_EQ(json::parse(lrs::objectFrom(members)), json::parse(text));
    EXPECT_EQ(lrs::elementsOf(R"([ "a,b" , [1,2], {} ])"),
              (std::vector<std::string_view>{R"("a,b")", "[1,2]", "{}"}));
    EXPECT_TRUE(lrs::elementsOf("[ ]").empty());
    EXPECT_TRUE(lrs::membersOf("{}").empty());
}

TEST(JsonSlices, OfAnyObjectMakeTheSameObjectAgain)
{
    EXPECT_TRUE(rc::check([](const std::map<std::string, std::vector<std::string>> &content) {
        json object = json::object();
        for (const auto &[key, list] : content)
            object[key] = list;
        const std::string text = object.dump(1, ' ', true, json::error_handler_t::replace);
        const auto again = lrs::objectFrom(lrs::membersOf(text));
        RC_ASSERT(json::parse(again) == json::parse(text));
    }));
}

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
