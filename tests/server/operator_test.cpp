// SPDX-License-Identifier: Apache-2.0
#include "tests/server/program.h"
#include "tests/server/running_server.h"

#include <atomic>
#include <csignal>
#include <gmock/gmock.h>
#include <set>
#include <sstream>
#include <thread>

namespace kapok {
namespace {

using test::http;

using Operator = test::RunningServer;
using Log = test::ProgramTest;

/// The value of the line that begins with \p name, or -1.
double valueOf(const std::string &text, const std::string &name)
{
    const auto at = text.find("\n" + name + " ");
    return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
}

TEST_F(Operator, ReadsCountsByRouteAndStatusWithTheirDurations)
{
    get("/api/v1/me", learner);
    get("/api/v1/me", learner);
    get("/api/v1/me");
    xapi("POST", "/xapi/statements", learner, statement(uuidV7(1)));
    const auto answer = get("/metrics");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    const std::string &text = answer.body;
    const std::string me = R"(kapok_http_requests_total{method="GET",route="/api/v1/me",status=)";
    EXPECT_EQ(valueOf(text, me + "\"200\"}"), 2) << text;
    EXPECT_EQ(valueOf(text, me + "\"401\"}"), 1);
    const std::string seconds = "kapok_http_request_seconds_";
    const std::string route = R"({method="GET",route="/api/v1/me")";
    EXPECT_EQ(valueOf(text, seconds + "count" + route + "}"), 3);
    EXPECT_EQ(valueOf(text, seconds + "bucket" + route + R"(,le="+Inf"})"), 3);
    EXPECT_GT(valueOf(text, seconds + "sum" + route + "}"), 0);
    EXPECT_EQ(valueOf(text, "kapok_statements_stored_total"), 1);
    EXPECT_GE(valueOf(text, "kapok_commits_total"), 1);
    EXPECT_EQ(valueOf(text, "kapok_commit_queue_length"), 0);
    EXPECT_EQ(valueOf(text, R"(kapok_requests_waiting{lane="quick"})"), 0);
    EXPECT_GT(valueOf(text, R"(kapok_database_bytes{part="database"})"), 0);
    EXPECT_GT(valueOf(text, R"(kapok_database_bytes{part="log"})"), 0);
    EXPECT_GT(valueOf(text, "process_resident_memory_bytes"), 1 << 20);
    EXPECT_GT(valueOf(text, "process_open_fds"), 3);
}

TEST_F(Operator, ReadsMetricsThatAScraperUnderstands)
{
    get("/api/v1/me", learner);
    const std::string text = get("/metrics").body;
    const char *fit = R"(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+)";
    std::istringstream lines(text);
    std::set<std::string> typed;
    for (std::string line; std::getline(lines, line);) {
        EXPECT_THAT(line, testing::MatchesRegex(fit));
        const bool isNew = !line.starts_with("# TYPE ") || typed.insert(line).second;
        EXPECT_TRUE(isNew) << line << " comes twice";
    }
    EXPECT_TRUE(text.ends_with('\n'));
}

TEST_F(Operator, FindsNoNamesKeysOrAddressesInMetrics)
{
    get("/api/v1/credentials?person=" + school.value, owner);
    const auto gone = http("DELETE", url + "/api/v1/credentials/" + learner.substr(0, learner.find(':')),
                           {learner, {}, {}});
    EXPECT_EQ(gone.status, 204);
    get("/some/secret/path", learner);
    const std::string text = get("/metrics").body;
    for (const std::string &hidden : {learner.substr(0, learner.find(':')), school.value,
                                      std::string("secret"), std::string("127.0.0.1")})
        EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
    EXPECT_NE(text.find(R"(route="/api/v1/credentials/{key}",status="204")"), std::string::npos) << text;
    EXPECT_NE(text.find(R"(route="-",status="404")"), std::string::npos) << text;
}

TEST_F(Operator, KeepsMetricsFromWhomAProxySpeaksFor)
{
    for (const char *header : {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
        EXPECT_EQ(get("/metrics", {}, {{header, "203.0.113.7"}}).status, 403) << header;
    EXPECT_EQ(get("/metrics", {}, {{"X-Forwarded-For", "127.0.0.1"}}).status, 403);
}

TEST_F(Operator, ReadsMetricsFromElsewhereWithTheToken)
{
    const std::pair<std::string, std::string> elsewhere("X-Forwarded-For", "203.0.113.7");
    EXPECT_EQ(get("/metrics", {}, {elsewhere, {"Authorization", "Bearer "}}).status, 403);
    server->service().metrics.allow("a-long-token");
    EXPECT_EQ(get("/metrics", {}, {elsewhere, {"Authorization", "Bearer a-long-token"}}).status, 200);
    EXPECT_EQ(get("/metrics", {}, {elsewhere, {"Authorization", "Bearer a-long-tokes"}}).status, 403);
    EXPECT_EQ(get("/metrics", {}, {elsewhere, {"Authorization", "Bearer "}}).status, 403);
}

TEST_F(Operator, FindsTheIdOfARequestInItsAnswer)
{
    EXPECT_EQ(get("/healthz", {}, {{"X-Request-Id", "tablet-7.A_1"}}).header("x-request-id"), "tablet-7.A_1");
    const auto made = get("/healthz").header("x-request-id");
    EXPECT_TRUE(isUuid(made)) << made;
    EXPECT_NE(get("/healthz").header("x-request-id"), made);
    for (const std::string &odd : {std::string("a b"), std::string("a=b"), std::string(65, 'a')}) {
        const auto given = get("/nowhere", {}, {{"X-Request-Id", odd}}).header("x-request-id");
        EXPECT_TRUE(isUuid(given)) << given;
    }
}

TEST_F(Operator, SeesStatementsStoredWhileManySignIn)
{
    constexpr int kAsking = 48;
    std::atomic<int> answered = 0;
    std::vector<std::thread> asking;
    for (int i = 0; i < kAsking; ++i)
        asking.emplace_back([&, i] {
            const std::string body =
                R"({"account":"nobody)" + std::to_string(i) + R"(","password":"wrong-one"})";
            EXPECT_EQ(http("POST", url + "/api/v1/sign-in", {{}, {}, body}).status, 401);
            ++answered;
        });
    const auto waiting = [this] {
        return valueOf(get("/metrics").body, R"(kapok_requests_waiting{lane="slow"})");
    };
    while (waiting() < kAsking / 2 && answered < kAsking / 4) {
    }
    EXPECT_EQ(xapi("POST", "/xapi/statements", learner, statement(uuidV7(1))).status, 200);
    EXPECT_LT(answered, kAsking) << "the statement waited for the passwords";
    for (auto &thread : asking)
        thread.join();
}

TEST_F(Log, HasOneLineForEachRequestWithItsIdAndNothingOfWhatItSaid)
{
    ASSERT_EQ(on(database(), {"add-unit", "--kind", "school", "--name", "en=School"}).code, 0);
    const std::string credential = client(database());
    {
        test::ServeProcess server(database(), {}, file("log"));
        const auto answer = http("POST", server.url() + "/xapi/statements",
                                 {credential,
                                  {{"X-Experience-API-Version", "1.0.3"},
                                   {"Content-Type", "application/json"},
                                   {"X-Request-Id", "round-1"}},
                                  statement(uuidV7(1), "a.secret.name")});
        EXPECT_EQ(answer.status, 200) << answer.body;
        server.end(SIGTERM);
    }
    const std::string log = *readFile(file("log"));
    EXPECT_THAT(log, testing::ContainsRegex("T[0-9:.]+Z info kapokd request id=round-1 method=POST "
                                            "route=/xapi/statements status=200 ms=[0-9.]+ bytes=[0-9]+\n"));
    EXPECT_EQ(log.find("a.secret.name"), std::string::npos);
    EXPECT_EQ(log.find(credential.substr(0, credential.find(':'))), std::string::npos);
    EXPECT_EQ(log.find(credential.substr(credential.find(':') + 1)), std::string::npos);
}

} // namespace
} // namespace kapok
