// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/parameters.h"

#include <gtest/gtest.h>

namespace kapok::xapi {
namespace {

constexpr const char *kId = "0190A000-0000-7000-8000-000000000001";
constexpr const char *kAgent = R"({"account":{"homePage":"https://n.example","name":"mai"}})";

TEST(Parameters, ReadsAStatementQuery)
{
    const auto query = parseStatementQuery({{"agent", kAgent},
                                            {"since", "2026-11-22T08:05:00Z"},
                                            {"limit", "25"},
                                            {"ascending", "true"},
                                            {"format", "ids"},
                                            {"registration", kId}});
    ASSERT_TRUE(query.ok()) << query.error().detail;
    EXPECT_EQ(query->limit, 25);
    EXPECT_TRUE(query->ascending);
    EXPECT_EQ(query->format, Format::Ids);
    EXPECT_EQ(query->registration->value, "0190a000-0000-7000-8000-000000000001");
}

TEST(Parameters, RefusesUnknownRepeatedAndMalformedOnes)
{
    for (const Parameters &parameters : std::initializer_list<Parameters>{
             {{"StatementId", kId}},
             {{"unknown", "1"}},
             {{"limit", "1"}, {"limit", "2"}},
             {{"limit", "-1"}},
             {{"limit", "1x"}},
             {{"limit", "99999999999999"}},
             {{"statementId", "x"}},
             {{"agent", "{"}},
             {{"agent", "{}"}},
             {{"since", "yesterday"}},
             {{"verb", "answered"}},
             {{"ascending", "yes"}},
             {{"format", "Exact"}},
             {{"statementId", kId}, {"voidedStatementId", kId}},
             {{"statementId", kId}, {"verb", "urn:v"}},
         })
        EXPECT_EQ(parseStatementQuery(parameters).error().code, ErrorCode::InvalidInput)
            << parameters.front().first << "=" << parameters.front().second;
    EXPECT_TRUE(
        parseStatementQuery({{"statementId", kId}, {"format", "exact"}, {"attachments", "false"}}).ok());
    EXPECT_FALSE(parsePutStatement({}).ok());
    EXPECT_TRUE(parsePutStatement({{"statementId", kId}}).ok());
}

TEST(Parameters, ReadsAStateQuery)
{
    const Parameters both{{"activityId", "urn:a"}, {"agent", kAgent}};
    auto named = both;
    named.emplace_back("stateId", "bookmark");
    EXPECT_TRUE(parseStateQuery(named, true).ok());
    EXPECT_TRUE(parseStateQuery(both, false).ok());
    EXPECT_FALSE(parseStateQuery(both, true).ok());
    EXPECT_FALSE(parseStateQuery({{"activityId", "urn:a"}}, false).ok());
    named.emplace_back("since", "2026-11-22T08:05:00Z");
    EXPECT_FALSE(parseStateQuery(named, false).ok());
}

} // namespace
} // namespace kapok::xapi
