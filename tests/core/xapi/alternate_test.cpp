// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/alternate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <tuple>

namespace kapok::xapi {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(AlternateSyntax, TakesHeadersParametersAndContentOutOfTheForm) // Communication 1.3
{
    const auto meant =
        parseAlternate({{"method", "PUT"}}, "statementId=1&content=%7B%22a%22%3A+1%7D&Authorization=Basic+x"
                                            "&x-experience-api-VERSION=1.0.3&If-Match=%22e%22");
    ASSERT_TRUE(meant.ok()) << meant.error().detail;
    EXPECT_EQ(meant->method, "PUT");
    EXPECT_EQ(meant->content, "{\"a\": 1}");
    EXPECT_EQ(meant->query, (Pairs{{"statementId", "1"}}));
    EXPECT_EQ(
        meant->headers,
        (Pairs{{"authorization", "Basic x"}, {"x-experience-api-version", "1.0.3"}, {"if-match", "\"e\""}}));
    EXPECT_EQ(parseAlternate({{"method", "GET"}}, "limit=1")->query, (Pairs{{"limit", "1"}}));
    EXPECT_TRUE(parseAlternate({{"method", "DELETE"}}, "").ok());
}

TEST(AlternateSyntax, RefusesWhatIsLeftOpen) // Communication 1.3
{
    const auto refused = [](const Parameters &query, const std::string &form) {
        return !parseAlternate(query, form).ok();
    };
    EXPECT_TRUE(refused({{"method", "PUT"}, {"statementId", "1"}}, "content=1")); // 1.3.s3.b4
    EXPECT_TRUE(refused({{"method", "PATCH"}}, "content=1"));
    EXPECT_TRUE(refused({{"method", "put"}}, "content=1"));
    EXPECT_TRUE(refused({{"method", "PUT"}}, ""));
    EXPECT_TRUE(refused({{"method", "PUT"}}, "{\"content\":1}"));
    EXPECT_TRUE(refused({{"method", "PUT"}}, "content=%7"));
    EXPECT_TRUE(refused({{"method", "PUT"}}, "content=1&content=2"));
    EXPECT_TRUE(refused({{"method", "GET"}}, "if-match=1&If-Match=2"));
    EXPECT_TRUE(refused({{"method", "GET"}}, "content=1"));
}

TEST(AlternateSyntax, NamesTheParameterOrFieldThatIsWrong) // Communication 1.3
{
    const std::tuple<Parameters, std::string, std::string> refused[] = {
        {{{"method", "PUT"}, {"statementId", "1"}},
         "content=1",
         "parameter statementId: belongs into the form: the query has only method"},
        {{{"method", "PUT"}, {"method", "PUT"}}, "content=1", "parameter method: must be given once"},
        {{{"method", "PATCH"}},
         "content=1",
         "parameter method: must be GET, HEAD, PUT, POST or DELETE, not this text"},
        {{{"method", "PUT"}}, "", "form field content: is missing"},
        {{{"method", "GET"}}, "content=1", "form field content: goes with PUT and POST only"},
        {{{"method", "PUT"}}, "a=1&content=%7&b=1", "form field content: has a % without two hex digits"},
        {{{"method", "PUT"}}, "{\"secret\":\"100%\"}", "form field ?: has a % without two hex digits"},
        {{{"method", "PUT"}}, "a=1&a=1", "form field a: must be given once"},
        {{{"method", "GET"}}, "if-match=1&If-Match=2", "form field If-Match: must be given once"},
        {{{"method", "GET"}}, "if-match=%0a", "form field if-match: must not have control characters"},
    };
    for (const auto &[query, form, detail] : refused)
        EXPECT_EQ(parseAlternate(query, form).error().detail, detail);
}

TEST(AlternateSyntax, HasABoundOnItsFields) // Communication 1.3
{
    std::string form = "f0=";
    for (std::size_t i = 1; i < kMostFields; ++i)
        form += "&f" + std::to_string(i) + "=";
    EXPECT_TRUE(parseAlternate({{"method", "GET"}}, form).ok());
    EXPECT_EQ(parseAlternate({{"method", "GET"}}, form + "&x").error().detail,
              "body: must have at most 1000 form fields, not more");
}

TEST(Form, NamesTheFirstFieldThatIsBroken) // Communication 1.3
{
    EXPECT_EQ(brokenField("a=1&%zz=1&b=%"), "%zz");
    EXPECT_EQ(brokenField("a=1&limit=%4"), "limit");
    EXPECT_EQ(brokenField("a=1"), "?");
}

RC_GTEST_PROP(Form, GivesBackWhatWasEncoded, (const std::string &name, const std::string &value))
{
    RC_PRE(!name.empty());
    const auto encode = [](const std::string &text) {
        static constexpr char kDigits[] = "0123456789abcdef";
        std::string encoded;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            encoded += std::string("%") + kDigits[byte >> 4] + kDigits[byte & 15];
        }
        return encoded;
    };
    const auto form = parseForm("&" + encode(name) + "=" + encode(value) + "&");
    RC_ASSERT(form.has_value());
    RC_ASSERT(*form == (Parameters{{name, value}}));
}

} // namespace
} // namespace kapok::xapi
