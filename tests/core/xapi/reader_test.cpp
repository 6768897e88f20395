// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/reader.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::xapi {
namespace {

TEST(Reader, RefusesTextThatIsNotPlainJson)
{
    for (const std::string &text :
         {std::string(""), std::string("{"), std::string("{\"a\":1,}"), std::string("{\"a\":1,\"a\":2}"),
          std::string("{\"a\":{\"b\":1,\"b\":{\"c\":[{}]}},\"d\":{}}"), std::string("\"\xff\""),
          std::string(100'000, '['), std::string(70, '[') + std::string(70, ']')})
        EXPECT_EQ(parseJson(text).error().code, ErrorCode::InvalidInput) << text.substr(0, 40);
    EXPECT_TRUE(parseJson(std::string(60, '[') + std::string(60, ']')).ok());
    EXPECT_TRUE(parseJson(R"({"a":{"x":1},"b":{"x":1}})").ok());
    EXPECT_TRUE(
        parseJson(R"({"a:{[":"\\\":,}","b\"":":\\\\"})").ok()); // signs inside of strings count for nothing
    EXPECT_FALSE(parseJson(R"({"a\"":1,"a\u0022":2})").ok());
}

TEST(Reader, ReadsWhatProgressNeeds)
{
    const auto parsed = readText(R"({"id":"0190a000-0000-7000-8000-000000000001",
        "actor":{"account":{"homePage":"https://n.example","name":"mai"}},"verb":{"id":"urn:v"},
        "object":{"id":"urn:o"},"timestamp":"2026-11-22T15:05:00.5+07:00",
        "result":{"score":{"scaled":0.5},"success":false,"response":"a[,]b"},
        "context":{"registration":"r","contextActivities":{"grouping":{"id":"urn:c"},"parent":[{"id":"urn:l"}]},
          "extensions":{"https://kapok.example/xapi/extensions/attempt":3}}})");
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed->actor, (Account{"https://n.example", "mai"}));
    EXPECT_EQ(toIso8601(parsed->timestamp), "2026-11-22T08:05:00.500Z");
    EXPECT_EQ(parsed->scaled, 0.5);
    EXPECT_EQ(parsed->success, false);
    EXPECT_EQ(parsed->completion, std::nullopt);
    EXPECT_EQ(parsed->groupingId, "urn:c");
    EXPECT_EQ(parsed->parentId, "urn:l");
    EXPECT_EQ(parsed->attempt, 3);
}

TEST(Reader, TakesNoOffenceAtWrongTypes)
{
    EXPECT_FALSE(readText("[]").ok());
    EXPECT_FALSE(readText(R"({"id":1,"verb":[],"object":"x","timestamp":{}})").ok());
    EXPECT_TRUE(readText(R"({"id":"0190a000-0000-7000-8000-000000000001","verb":{"id":"urn:v"},
        "object":{"id":"urn:o"},"timestamp":"2026-11-22T08:05:00Z","result":7,"context":[1],"actor":null})")
                    .ok());
}

} // namespace
} // namespace kapok::xapi
