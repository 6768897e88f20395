// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_server.h"

#include <string>

namespace kapok {
namespace {

using test::encoded;

constexpr const char *kBig = "123456789012345678901234567890";

// Numbers that no double holds: Data 2.3.1 Immutability; Communication 2.1.3 and 2.5.
class XapiNumbers : public test::XapiServer {
protected:
    /// A statement with the score \p number, which its object's extension has too.
    static std::string numbered(const std::string &id, const std::string &number)
    {
        return R"({"id":")" + id + R"(","actor":{"mbox":"mailto:a@e.org"},"verb":{"id":"http://e.org/v"},)" +
               R"("object":{"id":"http://e.org/n","definition":{"extensions":{"http://e.org/x":)" + number +
               R"(}}},"result":{"score":{"raw":)" + number + R"(},"extensions":{"http://e.org/y":[)" +
               number + "]}}}";
    }

    int store(const std::string &statement) { return ask("POST", "/statements", statement).status; }
};

TEST_P(XapiNumbers, AreDifferentWhenOneDigitIs) // Data 2.3.1
{
    const std::string id = uuidV7(1);
    EXPECT_EQ(store(numbered(id, "18446744073709551616")), 200);
    EXPECT_EQ(store(numbered(id, "18446744073709551617")), 409);
    EXPECT_EQ(store(numbered(id, "18446744073709551616")), 200);
    EXPECT_EQ(store(numbered(id, "18446744073709551616.0")), 200);
}

TEST_P(XapiNumbers, ComeBackInTheTextTheyWereSentInInEveryFormat) // 2.1.3 `format`
{
    const std::string id = uuidV7(1);
    ASSERT_EQ(store(numbered(id, kBig)), 200);
    const std::string score = std::string(R"("raw":)") + kBig + "}";
    for (const char *format : {"exact", "ids", "canonical"})
        for (const std::string &path :
             {"/statements?statementId=" + id, std::string("/statements?limit=1")}) {
            const auto answer = ask("GET", path + "&format=" + format);
            EXPECT_EQ(answer.status, 200);
            EXPECT_NE(answer.body.find(score), std::string::npos) << format << answer.body;
        }
}

TEST_P(XapiNumbers, ComeBackInTheDefinitionsOfActivities) // 2.1.3 `format`, 2.5
{
    const std::string id = uuidV7(1);
    ASSERT_EQ(store(numbered(id, kBig)), 200);
    const std::string extension = std::string(R"("http://e.org/x":)") + kBig + "}";
    for (const std::string &path : {"/statements?format=canonical&statementId=" + id,
                                    "/activities?activityId=" + encoded("http://e.org/n")}) {
        const auto answer = ask("GET", path);
        EXPECT_EQ(answer.status, 200);
        EXPECT_NE(answer.body.find(extension), std::string::npos) << path << answer.body;
    }
}

INSTANTIATE_TEST_SUITE_P(Both, XapiNumbers, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
