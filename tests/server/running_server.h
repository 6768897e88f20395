// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/kapokd/publish.h"
#include "app/kapokd/server.h"
#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/course/package.h"
#include "core/course/source.h"
#include "tests/server/http.h"
#include "tests/server/server_database.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kapok::test {

inline const std::string kPassword = "right-password";

/// A server on a free port, in this process: one province with two schools, a person of every role, one
/// course.
class RunningServer : public testing::Test {
protected:
    void SetUp() override
    {
        KAPOK_NEEDS_DATABASE(database);
        log::start("server_tests", "off");
        start();
        ASSERT_TRUE(server);
        province = addUnit({}, "province");
        school = addUnit(province, "school");
        other = addUnit(province, "school");
        learner = addPerson("learner", school, {{"learner", {}}});
        reviewer = addPerson("reviewer", school, {{"learner", {}}, {"reviewer", {}}});
        author = addPerson("author", school, {{"author", {}}});
        owner = addPerson("owner", province, {{"owner", {}}});
        const auto made = server->service().credentials.addClient("tool", {"all"});
        client = made->key + ":" + made->secret;
    }

    void start()
    {
        kapokd::ServerOptions options;
        options.service.database = database.address();
        options.service.blobs = folder.path() / "blobs";
        options.service.homePage = home;
        auto started = kapokd::Server::start(options, clock);
        ASSERT_TRUE(started.ok()) << started.error().detail;
        server = *std::move(started);
        url = server->url();
    }

    UnitId addUnit(const UnitId &parent, const std::string &kind)
    {
        return *server->service().roster.addUnit({{}, kind, parent, {{{"vi", kind}}}, {}, {}});
    }

    /// The new person's credential, "KEY:SECRET".
    std::string addPerson(const std::string &account, const UnitId &unit, std::vector<roster::Role> roles)
    {
        const auto id = server->service().roster.addPerson(
            {account, "Hoàng Thị Mai", {}, "cô", unit, std::move(roles), kPassword});
        EXPECT_TRUE(id.ok());
        return signIn(account);
    }

    std::string signIn(const std::string &account)
    {
        const auto in =
            server->service().credentials.signIn(account, kPassword, {account, "Tablet", "Linux"}, "t");
        EXPECT_EQ(in->outcome, roster::SignIn::Outcome::SignedIn);
        return in->issued.key + ":" + in->issued.secret;
    }

    Answer get(const std::string &path, const std::string &credential = {},
               std::vector<std::pair<std::string, std::string>> headers = {})
    {
        return http("GET", url + path, {credential, std::move(headers), {}});
    }

    Answer xapi(const std::string &method, const std::string &path, const std::string &credential,
                const std::string &body = {}, std::vector<std::pair<std::string, std::string>> headers = {})
    {
        headers.emplace_back("X-Experience-API-Version", "1.0.3");
        headers.emplace_back("Content-Type", "application/json");
        return http(method, url + path, {credential, std::move(headers), body});
    }

    [[nodiscard]] std::string agent(const std::string &account) const
    {
        return R"({"account":{"homePage":")" + home + R"(","name":")" + account + R"("}})";
    }

    [[nodiscard]] std::string statement(const std::string &id, const std::string &account = "learner",
                                        const std::string &verb = "http://example.org/did") const
    {
        return R"({"id":")" + id + R"(","actor":)" + agent(account) + R"(,"verb":{"id":")" + verb +
               R"("},"object":{"id":"http://example.org/thing"},"timestamp":"2026-11-22T07:00:00Z"})";
    }

    [[nodiscard]] std::string statePath(const std::string &account = "learner") const
    {
        return "/xapi/activities/state?stateId=bookmark&activityId=http%3A%2F%2Fe.org%2Fa&agent=" +
               encoded(agent(account));
    }

    /// The example course of the repository as a package signed with a key that the server trusts, or not.
    std::filesystem::path package(bool trusted = true)
    {
        const std::filesystem::path source = std::filesystem::path(KAPOK_SOURCE_DIR) / "content/c02-safe-use";
        const auto report = course::readSource(source);
        EXPECT_TRUE(report.course.has_value());
        const auto key = course::SecretKey::generate("test");
        const auto file = folder.path() / (uuidV7(1) + ".kapok");
        EXPECT_TRUE(course::buildPackage(*report.course, source, *key, file).ok());
        const auto &bytes = key->publicKey().bytes;
        const std::string raw(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        if (trusted) {
            EXPECT_TRUE(server->service().roster.trust({key->publicKey().id(), toBase64(raw), "test"}).ok());
        }
        return file;
    }

    const std::string home = "https://kapok.example/nodes/test";
    TemporaryFolder folder;
    ServerDatabase database{folder.path()};
    SystemClock clock;
    std::unique_ptr<kapokd::Server> server;
    std::string url;
    UnitId province, school, other;
    std::string learner, reviewer, author, owner, client;
};

} // namespace kapok::test
