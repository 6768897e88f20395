// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/projections.h"

#include "core/xapi/exact_json.h"
#include "core/xapi/validate.h"
#include "tests/core/xapi/any_statement.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace kapok::xapi {
namespace {

using nlohmann::json;

/// Calls \p test with each object in \p value, itself included; whether it holds for all.
template <class Test> bool holdsInside(const json &value, const Test &test)
{
    if (!value.is_structured())
        return true;
    if (value.is_object() && !test(value))
        return false;
    return std::all_of(value.begin(), value.end(), [&](const json &part) { return holdsInside(part, test); });
}

/// Nothing that only describes is left: a name is that of an account.
bool saysOnlyIds(const json &object)
{
    return !object.contains("definition") && !object.contains("display") &&
           object.contains("name") == object.contains("homePage");
}

bool hasOneLanguage(const json &object)
{
    for (const char *key : {"name", "description", "display"})
        if (object.contains(key) && object.at(key).is_object() && object.at(key).size() > 1)
            return false;
    return true;
}

TEST(Projections, KeepOnlyWhatIdentifiesInIds) // Communication 2.1.3
{
    auto statement = json::parse(R"({
        "actor":{"objectType":"Group","name":"G","member":[{"name":"A","mbox":"mailto:a@e.org"},
            {"objectType":"Agent","name":"B","account":{"homePage":"http://e.org","name":"b"}}]},
        "verb":{"id":"urn:v","display":{"en":"v"}},
        "object":{"objectType":"SubStatement","actor":{"objectType":"Group","name":"H","mbox":"mailto:h@e.org",
            "member":[{"mbox":"mailto:i@e.org"}]},"verb":{"id":"urn:w","display":{"en":"w"}},
            "object":{"objectType":"Activity","id":"urn:a","definition":{"name":{"en":"A"}}}},
        "context":{"contextActivities":{"parent":[{"id":"urn:p","definition":{"name":{"en":"P"}}}]},
            "instructor":{"name":"I","mbox":"mailto:i@e.org"},"revision":"1"},
        "authority":{"objectType":"Agent","name":"Z","mbox":"mailto:z@e.org"},
        "attachments":[{"display":{"en":"D"}}]})");
    keepIds(statement);
    EXPECT_EQ(statement, json::parse(R"({
        "actor":{"objectType":"Group","member":[{"mbox":"mailto:a@e.org"},
            {"objectType":"Agent","account":{"homePage":"http://e.org","name":"b"}}]},
        "verb":{"id":"urn:v"},
        "object":{"objectType":"SubStatement","actor":{"objectType":"Group","mbox":"mailto:h@e.org"},
            "verb":{"id":"urn:w"},"object":{"id":"urn:a"}},
        "context":{"contextActivities":{"parent":[{"id":"urn:p"}]},"instructor":{"mbox":"mailto:i@e.org"},
            "revision":"1"},
        "authority":{"objectType":"Agent","mbox":"mailto:z@e.org"},
        "attachments":[{"display":{"en":"D"}}]})"));
}

TEST(Projections, ChooseALanguageForEachMapByItself) // Communication 2.1.3
{
    auto statement = json::parse(R"({
        "actor":{"mbox":"mailto:a@e.org","name":"A"},
        "verb":{"id":"urn:v","display":{"en-US":"us","en-GB":"gb","vi":"vi"}},
        "object":{"id":"urn:o","definition":{"name":{"vi":"tên","zh-Hans":"名"},"description":{"en-US":"us"},
            "interactionType":"choice","choices":[{"id":"a","description":{"de":"d","en":"e"}}]}}})");
    makeCanonical(statement, {}, "en-GB, vi;q=0.5");
    EXPECT_EQ(statement["verb"]["display"], json({{"en-GB", "gb"}}));
    EXPECT_EQ(statement["object"]["definition"]["name"], json({{"vi", "tên"}}));
    EXPECT_EQ(statement["object"]["definition"]["description"], json({{"en-US", "us"}}));
    EXPECT_EQ(statement["object"]["definition"]["choices"][0]["description"], json({{"en", "e"}}));
    EXPECT_EQ(statement["actor"]["name"], "A");
    for (const char *list : {"choices", "scale", "source", "target", "steps"}) {
        auto &definition = statement["object"]["definition"];
        definition = {{list, {{{"id", "a"}, {"description", {{"de", "d"}, {"en", "e"}}}}}}};
        makeCanonical(statement, {}, "en");
        EXPECT_EQ(definition[list][0]["description"], json({{"en", "e"}})) << list;
    }
}

TEST(Projections, TakeTheDefinitionsThatTheServerKnows) // Communication 2.1.3
{
    auto statement = json::parse(R"({"actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"urn:v"},
        "object":{"id":"urn:o"},"context":{"contextActivities":{"other":[{"id":"urn:p"}]}}})");
    makeCanonical(statement, {{"urn:o", R"({"name":{"en":"O","vi":"Ô"}})"}}, "vi");
    EXPECT_EQ(statement["object"], json::parse(R"({"id":"urn:o","definition":{"name":{"vi":"Ô"}}})"));
    EXPECT_EQ(statement["context"]["contextActivities"]["other"][0], json({{"id", "urn:p"}}));
}

TEST(Projections, LeaveNumbersAsTheyWereWritten) // Communication 2.1.3
{
    const auto statement =
        parseExact(R"({"actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"urn:v"},"object":{"id":"urn:o"},)"
                   R"("result":{"score":{"raw":123456789012345678901234567890,"max":1.50e+40}}})");
    ASSERT_TRUE(statement.ok());
    json ids = *statement;
    keepIds(ids);
    EXPECT_EQ(exactText(ids), exactText(*statement));
    json canonical = *statement;
    makeCanonical(canonical, {{"urn:o", R"({"extensions":{"urn:x":18446744073709551617}})"}}, "");
    EXPECT_EQ(exactText(canonical["object"]["definition"]),
              R"({"extensions":{"urn:x":18446744073709551617}})");
    EXPECT_EQ(exactText(canonical["result"]), exactText((*statement)["result"]));
}

TEST(Projections, OrderLanguagesByTheirWeight)
{
    using Ranges = std::vector<std::string>;
    EXPECT_EQ(languageRanges("da, en-gb;q=0.8, en;q=0.7"), (Ranges{"da", "en-gb", "en"}));
    EXPECT_EQ(languageRanges(" en;q=0.1 ,vi;q=0 , zh ; q=0.9"), (Ranges{"zh", "en"}));
    EXPECT_EQ(languageRanges(""), Ranges{});
    EXPECT_EQ(languageRanges(",;q=,"), Ranges{});
}

TEST(Projections, FindALanguageByLookup) // RFC 4647, 3.4
{
    const json map{{"en-US", ""}, {"zh-Hant", ""}, {"vi", ""}};
    EXPECT_EQ(bestLanguage(map, {"EN-us"}), "en-US");
    EXPECT_EQ(bestLanguage(map, {"en"}), "en-US");
    EXPECT_EQ(bestLanguage(map, {"en-GB"}), "en-US");
    EXPECT_EQ(bestLanguage(map, {"zh-Hant-TW", "vi"}), "zh-Hant");
    EXPECT_EQ(bestLanguage(map, {"fr", "vi-VN"}), "vi");
    EXPECT_EQ(bestLanguage(map, {"*"}), "en-US");
    EXPECT_EQ(bestLanguage(map, {}), "en-US");
    EXPECT_EQ(bestLanguage(json::object(), {"en"}), "");
}

TEST(Projections, ChangeNothingWhenDoneTwice) // Communication 2.1.3
{
    const bool passed = rc::check("ids and canonical are idempotent and valid", [] {
        const json statement = test::anyStatement();
        RC_ASSERT(validateText(statement.dump(), Version::V2_0_0).ok());
        json ids = statement;
        keepIds(ids);
        json again = ids;
        keepIds(again);
        RC_ASSERT(again == ids);
        RC_ASSERT(holdsInside(ids, saysOnlyIds));
        RC_ASSERT(validateText(ids.dump(), Version::V2_0_0).ok());

        std::map<std::string, std::string> definitions;
        for (const auto &activity : activitiesOf(statement))
            if (test::coin())
                definitions[activity] = json{{"name", test::anyLanguageMap()}}.dump();
        const std::string languages = test::coin() ? "vi, en;q=0.5" : "";
        json canonical = statement;
        makeCanonical(canonical, definitions, languages);
        again = canonical;
        makeCanonical(again, definitions, languages);
        RC_ASSERT(again == canonical);
        RC_ASSERT(holdsInside(canonical, hasOneLanguage));
        RC_ASSERT(validateText(canonical.dump(), Version::V2_0_0).ok());

        keepIds(canonical);
        RC_ASSERT(canonical == ids); // neither loses who and what
    });
    EXPECT_TRUE(passed);
}

} // namespace
} // namespace kapok::xapi
