// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_cases.h"
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;

// xAPI's Data part: every case by itself over HTTP.
class XapiValidation : public test::XapiServer {
protected:
    void judge(const test::StatementCases &cases)
    {
        for (const auto &[what, statement, accepted] : cases) {
            const auto answer = ask("POST", "/statements", statement.dump());
            EXPECT_EQ(answer.status, accepted ? 200 : 400) << what << "\n"
                                                           << statement << "\n"
                                                           << answer.body;
        }
    }
};

TEST_P(XapiValidation, OfAgentsAndGroups) // 2.4.2, 2.4.9
{
    judge(test::actorCases());
}

TEST_P(XapiValidation, OfActivities) // 2.4.4.1
{
    judge(test::activityCases());
}

TEST_P(XapiValidation, OfObjects) // 2.4.4
{
    judge(test::objectCases());
}

TEST_P(XapiValidation, OfVerbs) // 2.4.3
{
    judge(test::verbCases());
}

TEST_P(XapiValidation, OfResults) // 2.4.5
{
    judge(test::resultCases());
}

TEST_P(XapiValidation, OfContexts) // 2.4.6
{
    judge(test::contextCases());
}

TEST_P(XapiValidation, OfFormats) // 2.2, 2.4.1, 2.4.7 to 2.4.10, 4.5
{
    judge(test::formattingCases());
}

TEST_P(XapiValidation, OfAttachments) // 2.4.11
{
    judge(test::attachmentCases());
}

TEST_P(XapiValidation, OfWhatCameWithVersion2) // 2.0, 4.2.2.5
{
    auto cases = test::versionTwoCases();
    if (!isTwo())
        for (auto &each : cases)
            each.accepted = false;
    judge(cases);
    auto statement = test::smallest();
    statement["version"] = "2.0.0";
    judge({{"2.0.0 as a statement's version", statement, isTwo()}});
}

INSTANTIATE_TEST_SUITE_P(Both, XapiValidation, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
