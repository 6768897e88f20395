// SPDX-License-Identifier: Apache-2.0
#include "core/lrs/statement_text.h"

#include "tests/core/lrs/statements.h"

#include <gtest/gtest.h>

namespace kapok::lrs {
namespace {

using nlohmann::json;

TEST(StatementText, PutsBareActivitiesIntoArraysAndKeepsEveryDigit)
{
    const std::string bare =
        R"({"actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"http://e.org/v"},"object":{"objectType":)"
        R"("SubStatement","context" : { "contextActivities":{"other":{"id":"http://e.org/s"}}}},"context":{)"
        R"("contextActivities": {"parent": {"id":"http://e.org/p"},"category":[{"id":"http://e.org/c"}]},)"
        R"("extensions":{"http://e.org/x":1.500}}})";
    const auto isBare = [](std::string_view statement) {
        const auto document = xapi::JsonDocument::parse(statement);
        return document.ok() && hasBareActivities(document->root());
    };
    ASSERT_TRUE(isBare(bare));
    const std::string text = withActivityArrays(bare);
    EXPECT_NE(text.find("1.500"), std::string::npos) << text;
    const auto value = json::parse(text);
    EXPECT_FALSE(isBare(text));
    auto expected = json::parse(bare);
    expected["context"]["contextActivities"]["parent"] = json::array({{{"id", "http://e.org/p"}}});
    expected["object"]["context"]["contextActivities"]["other"] = json::array({{{"id", "http://e.org/s"}}});
    EXPECT_EQ(value, expected);
}

TEST(StatementText, TurnsTimestampsIntoUtcAndKeepsTheirFraction)
{
    EXPECT_EQ(inUtc("2023-05-04T12:00:00-05:00"), "2023-05-04T17:00:00Z");
    EXPECT_EQ(inUtc("2026-11-22T15:05:00.1250+07:00"), "2026-11-22T08:05:00.1250Z");
    EXPECT_EQ(inUtc("2026-01-01T00:30:00.999999+01:00"), "2025-12-31T23:30:00.999999Z");
    EXPECT_EQ(inUtc("2026-11-22T08:05:00.12Z"), "2026-11-22T08:05:00.12Z");
    EXPECT_EQ(inUtc("never"), "never");
    const std::string text =
        R"({"timestamp": "2023-05-04T12:00:00-05:00","object":{"objectType":"SubStatement","timestamp":)"
        R"("2023-05-04T12:00:00+05:00"},"result":{"extensions":{"http://e.org/timestamp":1.0}}})";
    EXPECT_EQ(withUtcTimestamps(text),
              R"({"timestamp": "2023-05-04T17:00:00Z","object":{"objectType":"SubStatement","timestamp":)"
              R"("2023-05-04T07:00:00Z"},"result":{"extensions":{"http://e.org/timestamp":1.0}}})");
}

} // namespace
} // namespace kapok::lrs
