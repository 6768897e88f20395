// SPDX-License-Identifier: Apache-2.0
#include "tests/server/commands.h"

#include <csignal>
#include <optional>
#include <sys/resource.h>

namespace kapok {
namespace {

using nlohmann::json;
using test::Answer;
using test::Commands;
using test::ServeProcess;
using test::xapi;

/// `kapokd serve` on SQLite while its disk makes trouble.
class Storage : public Commands {
protected:
    void SetUp() override
    {
        Commands::SetUp();
        credential = client(database());
        server.emplace(database(), serveOptions(), file("log"));
    }

    /// Sends a statement; the answer's status.
    int post(std::size_t size = 10)
    {
        const std::string id = uuidV7(1);
        const std::string more = R"(,"result":{"response":")" + std::string(size, 'x') + "\"}";
        answer = xapi("POST", server->url() + "/xapi/statements", credential,
                      statement(id, "mai", "http://example.org/did", more));
        if (answer.status == 200)
            confirmed.push_back(id);
        return answer.status;
    }

    void expectAllConfirmed()
    {
        for (const auto &id : confirmed)
            EXPECT_EQ(xapi("GET", server->url() + "/xapi/statements?statementId=" + id, credential).status,
                      200);
        EXPECT_EQ(count("SELECT count(*) FROM statement"), static_cast<std::int64_t>(confirmed.size()));
    }

    /// Refused with a reason that names no place, which the log tells too, without a secret.
    void expectRefusal(const std::string &reason)
    {
        EXPECT_EQ(answer.status, 503);
        EXPECT_NE(answer.body.find(reason), std::string::npos) << answer.body;
        EXPECT_EQ(answer.body.find(folder.path().string()), std::string::npos) << answer.body;
        const std::string log = *readFile(file("log"));
        EXPECT_NE(log.find("cannot answer: " + reason), std::string::npos) << log;
        EXPECT_EQ(log.find(credential.substr(credential.find(':') + 1)), std::string::npos);
        EXPECT_NE(metrics().find(R"(route="/xapi/statements",status="503"} )"), std::string::npos);
    }

    [[nodiscard]] std::string metrics() const
    {
        return test::http("GET", server->url() + "/metrics", {}).body;
    }

    void allowFilesUpTo(rlim_t bytes) const
    {
        const rlimit limit{bytes, RLIM_INFINITY};
        ASSERT_EQ(::prlimit(server->id(), RLIMIT_FSIZE, &limit, nullptr), 0);
    }

    std::optional<ServeProcess> server;
    std::string credential;
    Answer answer;
    std::vector<std::string> confirmed;
};

TEST_F(Storage, NoRoomIs503AndAfterwardsItGoesOnWithoutARestart)
{
    ASSERT_EQ(post(), 200);
    allowFilesUpTo(1'000'000);
    for (int i = 0; i < 20 && post(100'000) == 200; ++i)
        ;
    expectRefusal("cannot use the database: ");
    EXPECT_NE(readFile(file("log"))->find("commit failed: cannot use the database: "), std::string::npos);
    EXPECT_EQ(metrics().find("kapok_commit_failures_total 0"), std::string::npos);
    EXPECT_EQ(post(100'000), 503);
    expectAllConfirmed();
    allowFilesUpTo(RLIM_INFINITY);
    EXPECT_EQ(post(100'000), 200);
    server->end(SIGKILL);
    server.emplace(database(), serveOptions());
    expectAllConfirmed();
}

TEST_F(Storage, NothingIsConfirmedIntoADatabaseThatWasMovedAway)
{
    ASSERT_EQ(post(), 200);
    std::filesystem::create_directory(file("away"));
    std::filesystem::rename(file("kapok.db"), file("away/kapok.db"));
    EXPECT_EQ(post(), 503);
    expectRefusal("cannot use the database: its file was moved away or deleted; put it back");
    const json signIn{{"account", "mai"}, {"password", "right-password"}};
    EXPECT_EQ(test::http("POST", server->url() + "/api/v1/sign-in", {{}, {}, signIn.dump()}).status, 503);
    EXPECT_FALSE(std::filesystem::exists(file("kapok.db"))); // nor is an empty one made in its place
    std::filesystem::rename(file("away/kapok.db"), file("kapok.db"));
    EXPECT_EQ(post(), 200);
    expectAllConfirmed();
}

} // namespace
} // namespace kapok
