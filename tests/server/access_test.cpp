// SPDX-License-Identifier: Apache-2.0
#include "tests/server/running_server.h"

#include <algorithm>
#include <array>

namespace kapok {
namespace {

using Access = test::RunningServer;
using test::encoded;
using test::http;

/// Who asks, in the order of Row::expected.
constexpr std::array kWho = {"nobody",   "wrong secret", "revoked", "learner",
                             "reviewer", "author",       "owner",   "xAPI client"};

struct Row {
    const char *method;
    std::string path;
    std::string body;
    std::array<int, 8> expected;
};

TEST_F(Access, OfEveryRouteIsWhatTheProtocolSaysForEveryRole)
{
    ASSERT_TRUE(kapokd::publishPackage(server->service(), package()).ok());
    const std::string revoked = addPerson("gone", school, {{"learner", {}}});
    ASSERT_TRUE(server->service().credentials.revoke(revoked.substr(0, revoked.find(':'))).ok());
    const std::string wrong = learner + "x";
    const std::array<std::string, 8> who = {"", wrong, revoked, learner, reviewer, author, owner, client};
    const std::string blob = server->service().roster.offered("c02-safe-use")->entry;
    const std::string hash = nlohmann::json::parse(blob).at("cover").at("sha256");
    const std::string agentIsLearner = encoded(agent("learner"));
    const std::string thing = "activityId=http%3A%2F%2Fexample.org%2Fthing";
    const std::string activityProfile = "/xapi/activities/profile?profileId=p&" + thing;
    const std::string agentProfile = "/xapi/agents/profile?profileId=p&agent=" + agentIsLearner;
    const std::array<int, 8> anyone = {200, 200, 200, 200, 200, 200, 200, 200};
    const std::array<int, 8> people = {401, 401, 401, 200, 200, 200, 200, 403};
    const std::array<int, 8> reviewers = {401, 401, 401, 403, 200, 403, 403, 403};
    const std::array<int, 8> xapiAll = {401, 401, 401, 200, 200, 200, 200, 200};
    const std::array<int, 8> hers = {401, 401, 401, 200, 403, 403, 403, 200};
    const std::array<int, 8> writesHers = {401, 401, 401, 204, 403, 403, 403, 204};
    const auto id = uuidV7(1);
    const std::vector<Row> rows = {
        {"GET", "/healthz", "", anyone},
        {"GET", "/readyz", "", anyone},
        {"GET", "/metrics", "", anyone}, // from this machine
        {"GET", "/api/v1/about", "", anyone},
        {"POST", "/api/v1/sign-in", "{}", {400, 400, 400, 400, 400, 400, 400, 400}},
        {"DELETE", "/api/v1/credentials/none", "", {401, 401, 401, 404, 404, 404, 404, 403}},
        {"GET", "/api/v1/credentials", "", people},
        {"GET", "/api/v1/credentials?person=x", "", {401, 401, 401, 403, 403, 403, 200, 403}},
        {"GET", "/api/v1/me", "", people},
        {"GET", "/api/v1/me/assignments", "", people},
        {"GET", "/api/v1/catalogue", "", people},
        {"GET", "/api/v1/courses/c02-safe-use/manifest", "", people},
        {"GET", "/api/v1/blobs/" + hash, "", people},
        {"POST", "/api/v1/courses", "no zip", {401, 401, 401, 403, 403, 400, 403, 403}},
        {"GET", "/api/v1/units", "", reviewers},
        {"GET", "/api/v1/figures", "", reviewers},
        {"GET", "/api/v1/progress?unit=" + school.value, "", reviewers},
        {"GET", "/api/v1/progress?unit=" + other.value, "", {401, 401, 401, 403, 403, 403, 403, 403}},
        {"GET", "/api/v1/progress?unit=" + province.value, "", {401, 401, 401, 403, 403, 403, 403, 403}},
        {"GET", "/xapi/about", "", anyone},
        {"GET", "/xapi/statements", "", xapiAll},
        {"GET", "/xapi/statements?agent=" + agentIsLearner, "", hers},
        {"PUT", "/xapi/statements?statementId=" + id, statement(id), writesHers},
        {"POST", "/xapi/statements", statement(id), hers},
        {"GET", "/xapi/statements?statementId=" + id, "", {401, 401, 401, 200, 404, 404, 404, 200}},
        {"PUT", statePath(), "{}", writesHers},
        {"POST", statePath(), "{}", writesHers},
        {"GET", statePath(), "", hers},
        {"DELETE", statePath(), "", writesHers},
        {"GET", "/xapi/activities?" + thing, "", xapiAll},
        {"GET", "/xapi/agents?agent=" + agentIsLearner, "", hers},
        {"POST", activityProfile, "{}", {401, 401, 401, 403, 403, 403, 403, 204}},
        {"PUT", activityProfile, "{}", {401, 401, 401, 403, 403, 403, 403, 409}}, // there, without If-Match
        {"GET", activityProfile, "", xapiAll},
        {"DELETE", activityProfile, "", {401, 401, 401, 403, 403, 403, 403, 204}},
        {"POST", agentProfile, "{}", writesHers},
        {"PUT", agentProfile, "{}", {401, 401, 401, 409, 403, 403, 403, 409}},
        {"GET", agentProfile, "", hers},
        {"DELETE", agentProfile, "", writesHers},
    };
    std::vector<std::pair<std::string, std::string>> covered;
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < who.size(); ++i) {
            const auto answer = xapi(row.method, row.path, who[i], row.body);
            EXPECT_EQ(answer.status, row.expected[i])
                << row.method << " " << row.path << " as " << kWho[i] << ": " << answer.body;
            const bool isXapi = row.path.starts_with("/xapi");
            EXPECT_EQ(answer.header("x-experience-api-version"), isXapi ? "1.0.3" : "") << row.path;
            if (answer.status == 401) {
                EXPECT_TRUE(answer.header("www-authenticate").starts_with("Basic"));
            }
            if (answer.status >= 400) {
                EXPECT_TRUE(nlohmann::json::parse(answer.body).contains("error")) << answer.body;
            }
        }
        covered.emplace_back(row.method, row.path.substr(0, row.path.find('?')));
    }
    // No route may be missing above.
    for (const auto &route : kapokd::routes()) {
        const auto brace = std::min(route.pattern.find('{'), route.pattern.size());
        const auto tested = std::any_of(covered.begin(), covered.end(), [&](const auto &one) {
            return one.first == route.method && one.second.starts_with(route.pattern.substr(0, brace));
        });
        EXPECT_TRUE(tested) << route.method << " " << route.pattern;
    }
}

TEST_F(Access, EndsAtTheNextRequestAfterOnesOwnCredentialIsRevoked)
{
    const std::string key = learner.substr(0, learner.find(':'));
    EXPECT_EQ(http("DELETE", url + "/api/v1/credentials/" + key, {reviewer, {}, {}}).status, 404);
    EXPECT_EQ(get("/api/v1/me", learner).status, 200);
    EXPECT_EQ(http("DELETE", url + "/api/v1/credentials/" + key, {learner, {}, {}}).status, 204);
    EXPECT_EQ(get("/api/v1/me", learner).status, 401);
}

TEST_F(Access, OfAnOwnerReachesOtherPeoplesCredentials)
{
    const std::string key = learner.substr(0, learner.find(':'));
    EXPECT_EQ(http("DELETE", url + "/api/v1/credentials/" + key, {owner, {}, {}}).status, 204);
    EXPECT_EQ(get("/api/v1/me", learner).status, 401);
}

TEST_F(Access, OfAClientIsHeldToItsScopes)
{
    const std::string states =
        "/xapi/activities/state?activityId=http%3A%2F%2Fe.org%2Fa&agent=" + encoded(agent("learner"));
    const std::string profiles = "/xapi/agents/profile?agent=" + encoded(agent("learner"));
    /// Whether a scope lets a client read and write statements, read activities, read and write states and
    /// profiles.
    const std::pair<const char *, std::array<bool, 7>> rows[] = {
        {"all", {true, true, true, true, true, true, true}},
        {"all/read", {true, false, true, true, false, true, false}},
        {"statements/write", {false, true, false, false, false, false, false}},
        {"statements/read", {true, false, true, false, false, false, false}},
        {"statements/read/mine", {true, false, false, false, false, false, false}},
        {"state", {false, false, false, true, true, false, false}},
        {"profile", {false, false, false, false, false, true, true}},
    };
    for (const auto &[scope, may] : rows) {
        const auto made = server->service().credentials.addClient(scope, {scope});
        const std::string key = made->key + ":" + made->secret;
        const std::vector<std::pair<std::string, std::string>> isNew = {{"If-None-Match", "*"}};
        const std::string own = encoded(scope);
        const std::array answers = {
            xapi("GET", "/xapi/statements", key),
            xapi("POST", "/xapi/statements", key, statement(uuidV7(1))),
            xapi("GET", "/xapi/activities?activityId=http%3A%2F%2Fe.org%2Fa", key),
            xapi("GET", states, key),
            xapi("PUT", states + "&stateId=" + own, key, "{}"),
            xapi("GET", profiles, key),
            xapi("PUT", profiles + "&profileId=" + own, key, "{}", isNew),
        };
        for (std::size_t i = 0; i < answers.size(); ++i)
            EXPECT_EQ(answers[i].status, !may[i] ? 403 : i == 4 || i == 6 ? 204 : 200) << scope << " " << i;
    }
}

TEST_F(Access, OfAClientReachesWhatItStoredWithAnyOfItsKeys) // 4.0 statements/read/mine
{
    const auto keyOf = [&](const char *name) {
        const auto made =
            server->service().credentials.addClient(name, {"statements/write", "statements/read/mine"});
        return made->key + ":" + made->secret;
    };
    const std::string id = uuidV7(1);
    ASSERT_EQ(xapi("POST", "/xapi/statements", keyOf("tablets"), statement(id)).status, 200);
    const std::string one = "/xapi/statements?statementId=" + id;
    EXPECT_EQ(xapi("GET", one, keyOf("tablets")).status, 200);
    EXPECT_EQ(xapi("GET", one, keyOf("others")).status, 404);
}

} // namespace
} // namespace kapok
