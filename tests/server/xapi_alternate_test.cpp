// SPDX-License-Identifier: Apache-2.0
#include "tests/server/xapi_server.h"

namespace kapok {
namespace {

using nlohmann::json;
using test::encoded;
using test::Headers;

const Headers kForm = {{"Content-Type", "application/x-www-form-urlencoded"}};

/// Communication 1.3 Alternate request syntax: in 1.0.3 (XAPI-00336), and refused in 2.0, which has none.
class XapiAlternate : public test::XapiServer {
protected:
    /// Posts a form to `path?method=`, with version and credential in headers.
    test::Answer form(const std::string &method, const std::string &path, const std::string &fields)
    {
        return ask("POST", path + "?method=" + method, fields, kForm);
    }

    [[nodiscard]] static std::string put(const json &statement)
    {
        return "statementId=" + statement.at("id").get<std::string>() +
               "&content=" + encoded(statement.dump());
    }

    /// \p status in 1.0.3; a refusal in 2.0.
    static void expect(int status, const test::Answer &answer)
    {
        EXPECT_EQ(answer.status, isTwo() ? 400 : status) << answer.body;
        EXPECT_EQ(answer.header("x-experience-api-version"), version());
    }
};

TEST_P(XapiAlternate, AsksForStatementsInsideAPost) // XAPI-00148
{
    ASSERT_EQ(ask("POST", "/statements", newStatement().dump()).status, 200);
    const auto answer = form("GET", "/statements", "limit=1");
    expect(200, answer);
    EXPECT_FALSE(answer.header("x-experience-api-consistent-through").empty());
    if (!isTwo()) {
        const auto result = json::parse(answer.body);
        EXPECT_EQ(result.at("statements").size(), 1u);
        EXPECT_TRUE(result.contains("more"));
    }
}

TEST_P(XapiAlternate, StoresInsideAPost) // 1.3, XAPI-00336
{
    const auto statement = newStatement();
    expect(204, form("PUT", "/statements", put(statement)));
    const auto found = ask("GET", "/statements?statementId=" + statement.at("id").get<std::string>());
    EXPECT_EQ(found.status, isTwo() ? 404 : 200);
    expect(200, form("POST", "/statements", "content=" + encoded(newStatement().dump())));
}

TEST_P(XapiAlternate, IsOnlyForPost) // 1.3: "not issued as a POST"
{
    EXPECT_EQ(
        ask("PUT", "/statements?method=POST", "content=" + encoded(newStatement().dump()), kForm).status,
        400);
    EXPECT_EQ(ask("GET", "/statements?method=GET").status, 400);
}

TEST_P(XapiAlternate, TakesHeadersFromTheForm) // 1.3.s3.b7
{
    const std::string fields = put(newStatement());
    EXPECT_EQ(form("PUT", "/statements", fields + "&X-Experience-API-Version=0.8").status, 400);
    const std::string header = "Basic " + toBase64(client);
    const auto withoutAny = [&](const std::string &form) {
        return bare("POST", "/statements?method=PUT", kForm, form);
    };
    const std::string credential = "&Authorization=" + encoded(header);
    const auto stored = withoutAny(fields + credential + "&X-Experience-API-Version=" + version());
    expect(204, stored);
    EXPECT_EQ(withoutAny(fields + credential).status, 400);
    EXPECT_EQ(withoutAny(fields + "&X-Experience-API-Version=1.0.3").status, 401);
    EXPECT_EQ(withoutAny(fields + "&X-Experience-API-Version=1.0.3&Authorization=Basic+eDp5").status, 401);
    EXPECT_EQ(withoutAny(fields + "&X-Experience-API-Version=1.0.3&Authorization=Basic+").status, 401);
    EXPECT_EQ(withoutAny(fields + "&Authorization=Basic+").status, 400); // no version
}

// 1.3.s3.b7; RFC 9110, 5.5: or what is kept of it would end an answer's head
TEST_P(XapiAlternate, TakesNoLineBreakInAHeaderFromTheForm)
{
    const std::string at =
        "activityId=http%3A%2F%2Fe.org%2Fa&stateId=s&agent=" + encoded(R"({"mbox":"mailto:a@e.org"})");
    for (const char *lineBreak : {"%0D%0A", "%0A", "%0D"}) {
        const std::string type = std::string("&Content-Type=text%2Fhtml") + lineBreak + "Set-Cookie%3A+a%3Db";
        EXPECT_EQ(form("PUT", "/activities/state", at + "&content=x" + type).status, 400) << lineBreak;
    }
    EXPECT_EQ(ask("GET", "/activities/state?" + at).status, 404);
}

TEST_P(XapiAlternate, RefusesAnythingBesideTheMethod) // 1.3.s3.b4
{
    const auto statement = newStatement();
    const auto answer =
        ask("POST", "/statements?method=PUT&statementId=" + statement.at("id").get<std::string>(),
            put(statement), kForm);
    EXPECT_EQ(answer.status, 400);
}

TEST_P(XapiAlternate, NeedsContentInAForm) // 1.3.s3.b4
{
    const std::string id = uuidV7(1);
    EXPECT_EQ(form("PUT", "/statements", "").status, 400);
    EXPECT_EQ(form("PUT", "/statements", "statementId=" + id).status, 400);
    EXPECT_EQ(form("PUT", "/statements", json{{"statementId", id}, {"content", "{}"}}.dump()).status, 400);
    EXPECT_EQ(form("PUT", "/statements", "statementId=" + id + "&content=%7").status, 400);
    EXPECT_EQ(ask("POST", "/statements?method=PUT", put(newStatement())).status, 400); // not a form
    EXPECT_EQ(ask("POST", "/statements?method=PATCH", put(newStatement()), kForm).status, 400);
}

TEST_P(XapiAlternate, ReachesDocumentsWithTheirConditions) // 1.3, XAPI-00336; 3.1
{
    const std::string place = activityState.substr(activityState.find('?') + 1);
    expect(204, form("PUT", "/activities/state", place + "&content=one&Content-Type=text%2Fplain"));
    if (isTwo())
        return;
    const auto found = form("GET", "/activities/state", place);
    EXPECT_EQ(found.body, "one");
    EXPECT_EQ(found.header("content-type"), "text/plain");
    EXPECT_EQ(form("PUT", "/activities/state", place + "&content=%7B%7D&If-Match=%22other%22").status, 412);
    EXPECT_EQ(form("HEAD", "/activities/state", place).body, "");
    EXPECT_EQ(form("HEAD", "/activities/state", place).status, 200);
    EXPECT_EQ(form("DELETE", "/activities/state", place).status, 204);
    EXPECT_EQ(ask("GET", activityState).status, 404);
    EXPECT_EQ(form("DELETE", "/statements", "statementId=" + uuidV7(1)).status, 405);
}

INSTANTIATE_TEST_SUITE_P(Xapi, XapiAlternate, test::kBothVersions, test::versionName);

} // namespace
} // namespace kapok
