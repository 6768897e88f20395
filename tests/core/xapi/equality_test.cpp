// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/equality.h"

#include "tests/core/xapi/any_statement.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace kapok::xapi {
namespace {

using nlohmann::json;

json sample()
{
    return json::parse(R"({"id":"0190a000-0000-7000-8000-000000000001",
        "actor":{"objectType":"Group","member":[{"mbox":"mailto:a@B.vn"},{"mbox":"mailto:c@d.vn"}]},
        "verb":{"id":"urn:v","display":{"en":"v"}},
        "object":{"id":"urn:o","definition":{"type":"urn:t"}},
        "timestamp":"2026-11-22T08:05:00Z","result":{"duration":"PT1.23S","score":{"scaled":1}},
        "context":{"registration":"0190a000-0000-7000-8000-00000000000A",
          "contextActivities":{"grouping":{"id":"urn:c"}}}})");
}

/// Whether the sample still matches after \p pointer was set to \p value.
bool matchesWith(const char *pointer, const json &value, Version version = Version::V1_0_3)
{
    json other = sample();
    other[json::json_pointer(pointer)] = value;
    EXPECT_EQ(matchesJson(sample(), other, version), matchesJson(other, sample(), version));
    return matchesJson(sample(), other, version);
}

TEST(Equality, IgnoresWhatAServerMayChange) // Data 2.3.1
{
    EXPECT_TRUE(matchesWith("/stored", "2026-11-22T09:00:00Z"));
    EXPECT_TRUE(matchesWith("/authority", {{"mbox", "mailto:x@y.z"}}));
    EXPECT_TRUE(matchesWith("/version", "1.0.0"));
    EXPECT_TRUE(matchesWith("/verb/display", {{"vi", "x"}}));
    EXPECT_TRUE(matchesWith("/object/definition", {{"type", "urn:other"}}));
    EXPECT_TRUE(matchesWith("/object/objectType", "Activity"));
    EXPECT_TRUE(matchesWith("/timestamp", "2026-11-22T15:05:00.000+07:00"));
    EXPECT_TRUE(matchesWith("/context/contextActivities/grouping", json::array({{{"id", "urn:c"}}})));
    EXPECT_TRUE(matchesWith("/context/registration", "0190a000-0000-7000-8000-00000000000a"));
    EXPECT_TRUE(matchesWith("/result/score/scaled", 1.0));
    EXPECT_TRUE(
        matchesWith("/actor/member", json::parse(R"([{"mbox":"mailto:c@d.vn"},{"mbox":"mailto:a@b.vn"}])")));
    json untimed = sample();
    untimed.erase("timestamp");
    EXPECT_TRUE(matchesJson(sample(), untimed));
    json one = sample();
    one["object"] = {{"objectType", "Agent"}, {"mbox_sha1sum", std::string(40, 'a')}};
    one["attachments"] = {{{"sha2", "1"}}, {{"sha2", "2"}}};
    json other = one;
    other["object"]["mbox_sha1sum"] = std::string(40, 'A');
    std::swap(other["attachments"][0], other["attachments"][1]);
    EXPECT_TRUE(matchesJson(one, other));
}

TEST(Equality, SeesWhatDiffers) // Data 2.3.1
{
    EXPECT_FALSE(matchesWith("/verb/id", "urn:w"));
    EXPECT_FALSE(matchesWith("/object/id", "urn:p"));
    EXPECT_FALSE(matchesWith("/timestamp", "2026-11-22T08:05:00.001Z"));
    EXPECT_FALSE(matchesWith("/result/score/scaled", 0.9));
    EXPECT_FALSE(matchesWith("/result/response", "a"));
    EXPECT_FALSE(matchesWith("/actor/member/0/mbox", "mailto:A@b.vn"));
    EXPECT_FALSE(matchesText("{", "{"));
}

/// A statement whose score is \p number, and an extension too.
std::string numbered(std::string_view number)
{
    const std::string text(number);
    return R"({"actor":{"mbox":"mailto:a@b.vn"},"verb":{"id":"urn:v"},"object":{"id":"urn:o"},"result":{)"
           R"("score":{"raw":)" +
           text + R"(},"extensions":{"urn:x":[)" + text + "]}}}";
}

TEST(Equality, SeesEveryDigitOfANumber) // Data 2.3.1
{
    EXPECT_FALSE(matchesText(numbered("18446744073709551616"), numbered("18446744073709551617")));
    EXPECT_FALSE(matchesText(numbered("9007199254740993"), numbered("9007199254740992.0")));
    EXPECT_FALSE(
        matchesText(numbered("123456789012345678901234567890"), numbered("123456789012345678901234567891")));
    EXPECT_FALSE(matchesText(numbered("0.1"), numbered("0.1000000000000000000000000001")));
    EXPECT_FALSE(matchesText(numbered("1e-400"), numbered("0")));
    EXPECT_FALSE(matchesText(numbered("1"), numbered("\"1\"")));
}

TEST(Equality, TakesOneNumberInAllItsForms)
{
    for (const char *one : {"1", "1.0", "1e0", "10e-1", "0.1E+1"})
        EXPECT_TRUE(matchesText(numbered("1"), numbered(one))) << one;
    EXPECT_TRUE(matchesText(numbered("0"), numbered("-0")));
    EXPECT_TRUE(matchesText(numbered("0.0"), numbered("-0e7")));
    EXPECT_TRUE(matchesText(numbered("18446744073709551617"), numbered("18446744073709551617.00")));
    EXPECT_TRUE(matchesJson(json::parse(numbered("2.0")), json::parse(numbered("2"))));
}

TEST(Equality, ComparesDurationsAsTheVersionSays)
{
    EXPECT_FALSE(matchesWith("/result/duration", "PT1.2399S"));
    EXPECT_TRUE(matchesWith("/result/duration", "PT1.2399S", Version::V2_0_0));
    EXPECT_FALSE(matchesWith("/result/duration", "PT1.24S", Version::V2_0_0));
    const auto same = [](std::string_view one, std::string_view other) {
        json a = sample();
        json b = sample();
        a["result"]["duration"] = one;
        b["result"]["duration"] = other;
        return matchesJson(a, b, Version::V2_0_0);
    };
    EXPECT_TRUE(same("PT1.5H", "PT90M"));
    EXPECT_FALSE(same("PT1.505H", "PT1.50H")); // 18 seconds
    EXPECT_FALSE(same("P1M", "P30D"));
    EXPECT_FALSE(same("PT10000000000S", "PT20000000000S")); // too long to count
    EXPECT_TRUE(same("PT10000000000S", "PT10000000000S"));
}

TEST(Equality, TakesAnyJsonWithoutComplaint)
{
    for (const char *text :
         {"1", "[]", "{}", R"({"object":{"objectType":7}})", R"({"actor":[],"context":"x"})",
          R"({"attachments":3,"result":[],"object":{"objectType":"SubStatement","actor":1}})"})
        EXPECT_EQ(matchesText(text, text), text[0] == '{') << text;
}

/// \p value with the agents in it said in another way, wherever they stand.
void rewordAgents(json &value)
{
    if (!value.is_structured())
        return;
    if (value.is_object() && value.contains("member") && test::coin())
        std::reverse(value["member"].begin(), value["member"].end());
    if (value.is_object() && value.contains("mbox") && test::coin()) {
        auto &mbox = value["mbox"].get_ref<std::string &>();
        mbox.replace(mbox.find('@') + 1, 1, test::coin() ? "e" : "E");
    }
    for (auto &part : value)
        rewordAgents(part);
}

/// \p statement said in another way.
json reworded(json statement)
{
    using test::coin;
    rewordAgents(statement);
    if (coin())
        statement["timestamp"] = "2026-11-22T10:05:00.500000+02:00";
    if (coin())
        statement["verb"]["display"] = test::anyLanguageMap();
    if (coin())
        statement["stored"] = "2026-11-23T00:00:00Z";
    if (coin() && statement["object"].contains("definition"))
        statement["object"].erase("definition");
    return statement;
}

TEST(Equality, IsAnEquivalence) // Data 2.3.1
{
    for (const auto version : {Version::V1_0_3, Version::V2_0_0}) {
        const bool passed = rc::check("reflexive, symmetric, transitive", [version] {
            const json a = test::anyStatement();
            const json b = test::coin() ? reworded(a) : test::anyStatement();
            const json c = test::coin() ? reworded(b) : test::anyStatement();
            RC_ASSERT(matchesJson(a, a, version));
            RC_ASSERT(matchesJson(a, reworded(a), version));
            RC_ASSERT(matchesJson(a, b, version) == matchesJson(b, a, version));
            if (matchesJson(a, b, version))
                RC_ASSERT(matchesJson(b, c, version) == matchesJson(a, c, version));
        });
        EXPECT_TRUE(passed);
    }
}

} // namespace
} // namespace kapok::xapi
