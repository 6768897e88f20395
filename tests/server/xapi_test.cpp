// SPDX-License-Identifier: Apache-2.0
#include "tests/server/running_server.h"

#include <atomic>
#include <set>
#include <thread>

namespace kapok {
namespace {

using nlohmann::json;
using Xapi = test::RunningServer;
using test::encoded;

TEST_F(Xapi, AnswersInTheVersionAskedAndRefusesOthers) // 3.3, XAPI-00331; 2.8
{
    const auto ask = [&](const std::string &version) {
        return get("/xapi/statements", learner, {{"X-Experience-API-Version", version}});
    };
    EXPECT_EQ(ask("1.0.3").header("x-experience-api-version"), "1.0.3");
    EXPECT_EQ(ask("1.0").status, 200);
    EXPECT_EQ(ask("2.0.0").header("x-experience-api-version"), "2.0.0");
    EXPECT_EQ(ask("0.95").status, 400);
    EXPECT_EQ(get("/xapi/statements", learner).status, 400);
    EXPECT_EQ(json::parse(get("/xapi/about").body).at("version"), json({"1.0.3", "2.0.0"}));
}

TEST_F(Xapi, NamesTheIdsInTheOrderSentAndAcceptsTheSameAgain) // 2.1.2, XAPI-00146; Data 2.3.1
{
    const auto a = uuidV7(1);
    const auto b = uuidV7(1);
    const std::string body = "[" + statement(b) + "," + statement(a) + "]";
    for (int i = 0; i < 2; ++i) {
        const auto answer = xapi("POST", "/xapi/statements", learner, body);
        ASSERT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(json::parse(answer.body), json({b, a}));
    }
    const auto packed =
        xapi("POST", "/xapi/statements", learner, test::packed(body), {{"Content-Encoding", "gzip"}});
    EXPECT_EQ(packed.status, 200) << packed.body;
    const auto conflict =
        xapi("POST", "/xapi/statements", learner, statement(a, "learner", "http://example.org/other"));
    EXPECT_EQ(conflict.status, 409);
    EXPECT_EQ(json::parse(conflict.body).at("error"), "conflict");
}

TEST_F(Xapi, SaysWhereAStatementIsWrong) // 3.2, 2.1.1, 2.1.3
{
    const auto answer = xapi("POST", "/xapi/statements", learner, R"([{"actor":{"mbox":7}}])");
    EXPECT_EQ(answer.status, 400);
    EXPECT_TRUE(json::parse(answer.body).at("path").get<std::string>().starts_with("$[0]")) << answer.body;
    EXPECT_EQ(xapi("POST", "/xapi/statements", learner, "{").status, 400);
    EXPECT_EQ(xapi("GET", "/xapi/statements?Limit=1", learner).status, 400);
    EXPECT_EQ(xapi("GET", "/xapi/statements?limit=-1", learner).status, 400);
    const auto id = uuidV7(1);
    EXPECT_EQ(xapi("PUT", "/xapi/statements?statementId=" + id, learner, statement(uuidV7(1))).status, 400);
    EXPECT_EQ(xapi("PUT", "/xapi/statements", learner, statement(id)).status, 400);
}

TEST_F(Xapi, ShowsAPersonOnlyHerOwnStatements) // 4.0 statements/read/mine
{
    const auto mine = uuidV7(1);
    const auto others = uuidV7(1);
    ASSERT_EQ(xapi("POST", "/xapi/statements", learner, statement(mine)).status, 200);
    ASSERT_EQ(xapi("POST", "/xapi/statements", reviewer, statement(others, "reviewer")).status, 200);
    const auto list = json::parse(xapi("GET", "/xapi/statements", learner).body).at("statements");
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.at(0).at("id"), mine);
    EXPECT_EQ(list.at(0).at("authority").at("account").at("name"), "learner");
    EXPECT_EQ(json::parse(xapi("GET", "/xapi/statements", client).body).at("statements").size(), 2u);
    EXPECT_EQ(xapi("POST", "/xapi/statements", learner, statement(uuidV7(1), "reviewer")).status, 403);
}

TEST_F(Xapi, LeadsThroughAllStatementsByMoreWhileOthersWrite) // 2.1.3; Data 2.5 `more`
{
    std::set<std::string> before;
    for (int i = 0; i < 60; ++i) {
        const auto id = uuidV7(1);
        before.insert(id);
        ASSERT_EQ(xapi("POST", "/xapi/statements", client, statement(id)).status, 200);
    }
    std::atomic<bool> stop = false;
    std::thread writing([&] {
        while (!stop)
            EXPECT_EQ(xapi("POST", "/xapi/statements", client, statement(uuidV7(1))).status, 200);
    });
    std::vector<std::string> walked;
    std::string path = "/xapi/statements?limit=7&agent=" + encoded(agent("learner"));
    while (!path.empty()) {
        const auto answer = xapi("GET", path, client);
        ASSERT_EQ(answer.status, 200) << answer.body;
        EXPECT_FALSE(answer.header("x-experience-api-consistent-through").empty());
        const auto page = json::parse(answer.body);
        for (const auto &one : page.at("statements"))
            walked.push_back(one.at("id"));
        path = page.at("more").get<std::string>();
    }
    stop = true;
    writing.join();
    const std::set<std::string> once(walked.begin(), walked.end());
    EXPECT_EQ(once.size(), walked.size());
    for (const auto &id : before)
        EXPECT_TRUE(once.contains(id));
}

TEST_F(Xapi, ContinuesFromTheStoredOfTheLastStatementSeen) // 2.1.3 `since`
{
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(xapi("POST", "/xapi/statements", learner, statement(uuidV7(1))).status, 200);
    std::string since = "2020-01-01T00:00:00Z";
    std::vector<std::string> walked;
    for (;;) {
        const auto answer =
            xapi("GET", "/xapi/statements?ascending=true&limit=2&since=" + encoded(since), learner);
        const auto list = json::parse(answer.body).at("statements");
        if (list.empty())
            break;
        for (const auto &one : list) {
            walked.push_back(one.at("id"));
            since = one.at("stored");
        }
    }
    EXPECT_EQ(std::set<std::string>(walked.begin(), walked.end()).size(), 5u);
    EXPECT_EQ(walked.size(), 5u);
}

TEST_F(Xapi, PacksLongAnswersForThoseWhoCanUnpack) // RFC 9110, 12.5.3
{
    for (int i = 0; i < 10; ++i)
        ASSERT_EQ(xapi("POST", "/xapi/statements", learner, statement(uuidV7(1))).status, 200);
    const auto plain = xapi("GET", "/xapi/statements", learner);
    const auto packed = xapi("GET", "/xapi/statements", learner, {}, {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_LT(packed.body.size() * 3, plain.body.size());
    const auto head = xapi("HEAD", "/xapi/statements", learner, {}, {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(head.header("content-encoding"), "");
    EXPECT_EQ(head.header("content-length"), std::to_string(plain.body.size()));
    const std::pair<std::string, std::string> codings[] = {
        {"br, GZIP ; q=0.5", "gzip"}, {"gzip;q=0, identity", ""}, {"gzip;q=0.000", ""}, {"notgzip", ""}};
    for (const auto &[taken, given] : codings) {
        const auto answer = xapi("GET", "/xapi/statements", learner, {}, {{"Accept-Encoding", taken}});
        EXPECT_EQ(answer.header("content-encoding"), given) << taken;
        EXPECT_EQ(answer.header("vary"), "Accept-Encoding") << taken;
    }
}

TEST_F(Xapi, TakesAnEndpointThatEndsInASlash) // Communication 2.0: where the resources are
{
    const std::string id = uuidV7(1);
    ASSERT_EQ(xapi("POST", "/xapi//statements", learner, statement(id)).status, 200);
    EXPECT_EQ(xapi("GET", "/xapi//statements?statementId=" + id, learner).status, 200);
    EXPECT_EQ(xapi("GET", "/xapi/statements/?statementId=" + id, learner).status, 200);
    EXPECT_EQ(xapi("GET", "//xapi//statements//?statementId=" + id, learner).status, 200);
    EXPECT_EQ(xapi("GET", "/xapi//statements", "").status, 401);
}

TEST_F(Xapi, KeepsStateDocumentsByTheirETags) // 2.3, 3.1
{
    const std::string path = statePath();
    const auto first = xapi("PUT", path, learner, R"({"page":"p1"})", {{"If-None-Match", "*"}});
    ASSERT_EQ(first.status, 204) << first.body;
    const std::string etag = first.header("etag");
    EXPECT_EQ(xapi("PUT", path, learner, "{}", {{"If-None-Match", "*"}}).status, 412);
    EXPECT_EQ(xapi("PUT", path, learner, R"({"page":"p2"})", {{"If-Match", etag}}).status, 204);
    EXPECT_EQ(xapi("PUT", path, learner, "{}", {{"If-Match", etag}}).status, 412);
    const auto there = xapi("GET", path, learner);
    EXPECT_EQ(there.body, R"({"page":"p2"})");
    EXPECT_EQ(xapi("GET", path, learner, {}, {{"If-None-Match", there.header("etag")}}).status, 304);
    EXPECT_EQ(xapi("POST", path, learner, R"({"device":"d"})").status, 204);
    EXPECT_EQ(json::parse(xapi("GET", path, learner).body), (json{{"page", "p2"}, {"device", "d"}}));
    EXPECT_EQ(xapi("PUT", path, learner, "{broken").status, 400);
    EXPECT_EQ(xapi("DELETE", path, learner).status, 204);
    EXPECT_EQ(xapi("GET", path, learner).status, 404);
}

TEST_F(Xapi, KeepsStatementsAndCredentialsAcrossARestartOnTheSamePort) // Data 2.3.1: what is stored stays
{
    const auto id = uuidV7(1);
    ASSERT_EQ(xapi("POST", "/xapi/statements", learner, statement(id)).status, 200);
    const auto port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    server.reset();
    kapokd::ServerOptions options;
    options.service.database = database.address();
    options.service.blobs = folder.path() / "blobs";
    options.listen.port = port;
    auto again = kapokd::Server::start(options, clock);
    ASSERT_TRUE(again.ok()) << again.error().detail;
    server = *std::move(again);
    EXPECT_EQ(server->url(), url);
    EXPECT_EQ(xapi("GET", "/xapi/statements?statementId=" + id, learner).status, 200);
}

} // namespace
} // namespace kapok
