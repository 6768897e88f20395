// SPDX-License-Identifier: Apache-2.0
#include "core/base/files.h"
#include "core/base/ids.h"
#include "tests/server/http.h"
#include "tests/server/program.h"
#include "tests/server/server_database.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <vector>

namespace kapok {
namespace {

using nlohmann::json;
using test::ServeProcess;

const std::string kProgram = std::string(KAPOK_BIN_DIR) + "/kapokd";

/// Runs a whole command line; its exit code.
int run(const std::string &arguments, const std::filesystem::path &output)
{
    const int status = std::system((kProgram + " " + arguments + " > " + output.string() + " 2>&1").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class Kapokd : public testing::Test {
protected:
    void SetUp() override
    {
        KAPOK_NEEDS_DATABASE(place);
        std::filesystem::create_directory(blobs());
    }

    /// The options of a command that say where the data is.
    [[nodiscard]] std::string where() const
    {
        return " --database '" + place.address() + "' --blobs " + blobs();
    }
    [[nodiscard]] std::vector<std::string> serveOptions() const { return {"--blobs", blobs()}; }
    [[nodiscard]] std::string blobs() const { return (folder.path() / "blobs").string(); }

    std::string client()
    {
        const auto out = folder.path() / "client.json";
        EXPECT_EQ(run("add-unit --kind school --name en=School" + where(), out), 0);
        EXPECT_EQ(run("add-client test --scope all" + where(), out), 0);
        const auto value = json::parse(*readFile(out));
        return value.at("key").get<std::string>() + ":" + value.at("secret").get<std::string>();
    }

    static std::string statement(const std::string &id)
    {
        return R"({"id":")" + id +
               R"(","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},)" +
               R"("object":{"id":"http://e.org/o"},"timestamp":"2026-11-22T07:00:00Z"})";
    }

    static test::Ask ask(const std::string &credential, const std::string &body = {})
    {
        return {
            credential, {{"X-Experience-API-Version", "1.0.3"}, {"Content-Type", "application/json"}}, body};
    }

    test::TemporaryFolder folder;
    test::ServerDatabase place{folder.path()};
};

TEST_F(Kapokd, PrintsOneLineAndEndsWell)
{
    for (const int signal : {SIGTERM, SIGINT}) {
        ServeProcess server(place.address(), serveOptions());
        EXPECT_TRUE(server.line().starts_with("listening on http://127.0.0.1:")) << server.line();
        EXPECT_EQ(test::http("GET", server.url() + "/healthz").status, 200);
        const int status = server.end(signal);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
        EXPECT_EQ(server.rest(), "");
    }
}

TEST_F(Kapokd, KeepsEveryStatementItConfirmedThroughKillsUnderLoad)
{
    const std::string credential = client();
    std::set<std::string> confirmed;
    std::mutex mutex;
    const char *wanted = std::getenv("KAPOK_TEST_KILLS"); // 200 for a release
    const int rounds = wanted ? std::atoi(wanted) : 10;
    constexpr std::size_t kEachRound = 40;
    for (int round = 0; round < rounds; ++round) {
        ServeProcess server(place.address(), serveOptions());
        const std::string url = server.url() + "/xapi/statements";
        const std::size_t enough = confirmed.size() + kEachRound;
        std::atomic<bool> isEnough = false;
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i)
            writers.emplace_back([&] {
                for (;;) {
                    const auto a = uuidV7(1);
                    const auto b = uuidV7(1);
                    const std::string body = "[" + statement(a) + "," + statement(b) + "]";
                    const bool isKept = test::http("POST", url, ask(credential, body)).status == 200;
                    const std::lock_guard lock(mutex);
                    if (isKept)
                        confirmed.insert({a, b});
                    if (!isKept || confirmed.size() >= enough) {
                        isEnough = true;
                        isEnough.notify_all();
                    }
                    if (!isKept)
                        return; // killed, while writing went on
                }
            });
        isEnough.wait(false);
        server.end(SIGKILL);
        for (auto &writer : writers)
            writer.join();
    }
    ServeProcess server(place.address(), serveOptions());
    std::set<std::string> kept;
    std::size_t told = 0;
    std::string path = "/xapi/statements?limit=500";
    while (!path.empty()) {
        const auto page = json::parse(test::http("GET", server.url() + path, ask(credential)).body);
        for (const auto &one : page.at("statements"))
            kept.insert(one.at("id").get<std::string>());
        told += page.at("statements").size();
        path = page.at("more").get<std::string>();
    }
    EXPECT_EQ(told, kept.size()) << "something is there twice";
    EXPECT_GE(confirmed.size(), static_cast<std::size_t>(rounds) * kEachRound);
    EXPECT_TRUE(std::includes(kept.begin(), kept.end(), confirmed.begin(), confirmed.end()));
}

TEST_F(Kapokd, SubcommandsSayWhatTheyDidByTheirExitCode)
{
    const auto out = folder.path() / "out";
    EXPECT_EQ(run("--help", out), 0);
    EXPECT_EQ(run("", out), 2);
    EXPECT_EQ(run("serve", out), 2);
    EXPECT_EQ(run("serve --listen nowhere" + where(), out), 2);
    EXPECT_EQ(run("add-unit --kind school --name vi=Trường" + where(), out), 0);
    EXPECT_EQ(run("revoke nokey" + where(), out), 1);
    EXPECT_EQ(run("publish nofile" + where(), out), 1);
    const auto password = folder.path() / "password";
    ASSERT_TRUE(writeFileAtomically(password, "right-password\n").ok());
    const std::string person = "add-person --account a --name A --unit Trường --password-file ";
    EXPECT_EQ(run(person + password.string() + where(), out), 0) << *readFile(out);
    EXPECT_EQ(run(person + password.string() + where(), out), 1);
    EXPECT_EQ(run("assign --course none --unit Trường" + where(), out), 1);
    EXPECT_EQ(run("backup " + (folder.path() / "copy").string() + where(), out), 0);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "copy"));
    EXPECT_EQ(run("rebuild-figures" + where(), out), 0);
}

TEST_F(Kapokd, MakesItsDemoTwiceWithTheSameResult)
{
    const auto out = folder.path() / "out";
    const auto file = folder.path() / "enrol.json";
    const std::string demo = "demo" + where() + " --output " + file.string();
    ASSERT_EQ(run(demo, out), 0) << *readFile(out);
    const std::string first = *readFile(file);
    ASSERT_EQ(run(demo, out), 0) << *readFile(out);
    EXPECT_EQ(*readFile(file), first);
    const auto people = json::parse(first).at("people");
    EXPECT_EQ(people.size(), 6u);
    ServeProcess server(place.address(), serveOptions());
    for (const auto &person : people) {
        const json body{{"account", person.at("account")}, {"password", person.at("password")}};
        EXPECT_EQ(test::http("POST", server.url() + "/api/v1/sign-in", {{}, {}, body.dump()}).status, 200);
    }
}

} // namespace
} // namespace kapok
