// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/server.h"
#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/log.h"
#include "tests/server/http.h"
#include "tests/server/server_database.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// A server on a free port, in this process, with one xAPI client that may do everything. The parameter is
/// the version of xAPI that is spoken. Tests are named by what the specification wants; the comments give
/// its chapters (1.0.3 numbering) and, where there is one, the requirement's number (XAPI-nnnnn).
class XapiServer : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override { start({}); }

    void start(const kapokd::ListenOptions &listen, const kapokd::RouterOptions &router = {})
    {
        KAPOK_NEEDS_DATABASE(database);
        log::start("xapi_http_tests", "off");
        kapokd::ServerOptions options;
        options.service.database = database.address();
        options.service.blobs = folder.path() / "blobs";
        options.service.homePage = "https://kapok.example/nodes/test";
        options.listen = listen;
        options.router = router;
        auto started = kapokd::Server::start(options, clock);
        ASSERT_TRUE(started.ok()) << started.error().detail;
        server = *std::move(started);
        const auto made = server->service().credentials.addClient("suite", {"all"});
        ASSERT_TRUE(made.ok());
        client = made->key + ":" + made->secret;
    }

    [[nodiscard]] static std::string version() { return GetParam(); }
    [[nodiscard]] static bool isTwo() { return GetParam() == "2.0.0"; }

    /// Asks in version(), as the client. \p path is behind /xapi.
    Answer ask(const std::string &method, const std::string &path, const std::string &body = {},
               Headers headers = {{"Content-Type", "application/json"}})
    {
        headers.emplace_back("X-Experience-API-Version", version());
        return http(method, server->url() + "/xapi" + path, {client, std::move(headers), body});
    }

    /// Asks without version and credential.
    Answer bare(const std::string &method, const std::string &path, const Headers &headers = {},
                const std::string &body = {})
    {
        return http(method, server->url() + "/xapi" + path, {{}, headers, body});
    }

    /// A statement with an id of its own.
    [[nodiscard]] static nlohmann::json newStatement()
    {
        return {{"id", uuidV7(1)},
                {"actor", {{"objectType", "Agent"}, {"mbox", "mailto:learner@example.org"}}},
                {"verb", {{"id", "http://example.org/did"}, {"display", {{"en", "did"}}}}},
                {"object", {{"objectType", "Activity"}, {"id", "http://example.org/thing"}}}};
    }

    /// That \p answer is a refusal with \p status, with exactly this path and message.
    static void expectExactly(const Answer &answer, const std::string &path, const std::string &message,
                              int status = 400)
    {
        ASSERT_EQ(answer.status, status) << path << ": " << answer.body;
        const auto body = nlohmann::json::parse(answer.body);
        EXPECT_EQ(body.value("path", ""), path) << answer.body;
        EXPECT_EQ(body.value("message", ""), message) << answer.body;
        EXPECT_EQ(body.value("error", ""), status == 409 || status == 412 ? "conflict" : "invalid_input");
    }

    /// How a statement describes \p bytes.
    [[nodiscard]] static nlohmann::json describe(const std::string &bytes)
    {
        return {{"usageType", "http://example.org/usage"},
                {"display", {{"en", "a file"}}},
                {"contentType", "text/plain; charset=utf-8"},
                {"length", bytes.size()},
                {"sha2", sha256(bytes)}};
    }

    const std::string activityState =
        "/activities/state?stateId=s&activityId=http%3A%2F%2Fexample.org%2Fthing&agent=" +
        encoded(R"({"mbox":"mailto:learner@example.org"})");

    TemporaryFolder folder;
    ServerDatabase database{folder.path()};
    SystemClock clock;
    std::unique_ptr<kapokd::Server> server;
    std::string client;
};

inline const auto kBothVersions = testing::Values("1.0.3", "2.0.0");

/// "1_0_3" of a test's name.
inline std::string versionName(const testing::TestParamInfo<std::string> &info)
{
    std::string name = info.param;
    for (char &c : name)
        c = c == '.' ? '_' : c;
    return "In_" + name;
}

} // namespace kapok::test
