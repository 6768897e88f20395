// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/server.h"
#include "core/base/log.h"
#include "core/store/postgres.h"
#include "tests/server/http.h"
#include "tests/support/postgres.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>
#include <vector>

namespace kapok {
namespace {

using nlohmann::json;

const test::TemporaryFolder &folder()
{
    static const test::TemporaryFolder made;
    return made;
}

std::unique_ptr<kapokd::Server> startOn(const std::string &address)
{
    static const SystemClock clock;
    log::start("postgres_server_tests", "off");
    kapokd::ServerOptions options;
    options.service.database = address;
    options.service.blobs = folder().path() / "blobs";
    auto started = kapokd::Server::start(options, clock);
    EXPECT_TRUE(started.ok()) << started.error().detail;
    return *std::move(started);
}

std::string clientOf(kapokd::Server &server)
{
    const auto made = server.service().credentials.addClient("tool", {"all"});
    EXPECT_TRUE(made.ok());
    return made->key + ":" + made->secret;
}

test::Ask ask(const std::string &credential, const std::string &body = {})
{
    return {credential, {{"X-Experience-API-Version", "1.0.3"}, {"Content-Type", "application/json"}}, body};
}

std::string statement(const std::string &id)
{
    return R"({"id":")" + id +
           R"(","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://e.org/v"},)" +
           R"("object":{"id":"http://e.org/o"},"timestamp":"2026-11-22T07:00:00Z"})";
}

/// Everything a server has, oldest first.
std::vector<std::string> everything(const std::string &url, const std::string &credential)
{
    std::vector<std::string> ids;
    std::string path = "/xapi/statements?limit=500&ascending=true";
    while (!path.empty()) {
        const auto page = json::parse(test::http("GET", url + path, ask(credential)).body);
        for (const auto &one : page.at("statements"))
            ids.push_back(one.at("id").get<std::string>());
        path = page.value("more", "");
    }
    return ids;
}

/// Writers that post pairs until told to stop, and remember what was confirmed.
class Load {
public:
    Load(std::vector<std::string> urls, const std::string &credential)
    {
        for (const auto &url : urls)
            for (int i = 0; i < 2; ++i)
                m_writers.emplace_back([this, url, credential] { write(url, credential); });
    }
    ~Load() { stop(); }

    std::set<std::string> stop()
    {
        m_isStopping = true;
        for (auto &writer : m_writers)
            writer.join();
        m_writers.clear();
        return m_confirmed;
    }
    /// Waits until \p more were confirmed after now.
    void waitFor(std::uint64_t more)
    {
        const std::uint64_t enough = m_count.load() + more;
        for (std::uint64_t now = m_count.load(); now < enough; now = m_count.load())
            m_count.wait(now);
    }
    [[nodiscard]] const std::set<int> &refusals() const { return m_refusals; }

private:
    void write(const std::string &url, const std::string &credential)
    {
        while (!m_isStopping) {
            const auto a = uuidV7(1);
            const auto b = uuidV7(1);
            const auto answer = test::http("POST", url + "/xapi/statements",
                                           ask(credential, "[" + statement(a) + "," + statement(b) + "]"));
            const std::lock_guard lock(m_mutex);
            if (answer.status != 200) {
                m_refusals.insert(static_cast<int>(answer.status));
                continue;
            }
            m_confirmed.insert({a, b});
            m_count += 2;
            m_count.notify_all();
        }
    }

    std::mutex m_mutex;
    std::set<std::string> m_confirmed;
    std::set<int> m_refusals;
    std::atomic<std::uint64_t> m_count = 0;
    std::atomic<bool> m_isStopping = false;
    std::vector<std::thread> m_writers;
};

TEST(PostgresServer, KeepsWhatItConfirmedWhenPostgresIsKilledAndGoesOnWithoutARestart)
{
    KAPOK_NEEDS_POSTGRES();
    test::PostgresServer postgres;
    const test::PostgresDatabase place(postgres.address());
    const auto server = startOn(place.address());
    const std::string credential = clientOf(*server);
    const char *wanted = std::getenv("KAPOK_TEST_KILLS"); // 200 for a release
    const int rounds = wanted ? std::atoi(wanted) : 3;
    Load load({server->url()}, credential);
    for (int round = 0; round < rounds; ++round) {
        load.waitFor(40);
        postgres.kill();
        postgres.startAgain();
    }
    load.waitFor(40);
    const auto confirmed = load.stop();
    for (const int status : load.refusals())
        EXPECT_EQ(status, 503);
    const auto kept = everything(server->url(), credential);
    const std::set<std::string> once(kept.begin(), kept.end());
    EXPECT_EQ(once.size(), kept.size());
    EXPECT_TRUE(std::includes(once.begin(), once.end(), confirmed.begin(), confirmed.end()));
}

TEST(PostgresServer, SaysWhyWhileTheDatabaseIsAwayAndAnswersAgainAfterwards)
{
    KAPOK_NEEDS_POSTGRES();
    test::PostgresServer postgres;
    const test::PostgresDatabase place(postgres.address());
    const auto server = startOn(place.address());
    const std::string credential = clientOf(*server);
    const std::string url = server->url() + "/xapi/statements";
    ASSERT_EQ(test::http("POST", url, ask(credential, statement(uuidV7(1)))).status, 200);
    postgres.kill();
    const auto refused = test::http("POST", url, ask(credential, statement(uuidV7(1))));
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(refused.body.find("it is away"), std::string::npos) << refused.body;
    EXPECT_EQ(refused.body.find("host"), std::string::npos) << refused.body; // its place is for the log only
    EXPECT_EQ(refused.body.find("/tmp"), std::string::npos) << refused.body;
    postgres.startAgain();
    EXPECT_EQ(test::http("POST", url, ask(credential, statement(uuidV7(1)))).status, 200);
    EXPECT_EQ(everything(server->url(), credential).size(), 2u);
}

TEST(PostgresServer, IsReadWhileTheDatabaseIsReadOnlyAndWrittenAgainAfterwards)
{
    KAPOK_NEEDS_POSTGRES();
    const test::PostgresDatabase place;
    const auto server = startOn(place.address());
    const std::string credential = clientOf(*server);
    const std::string url = server->url() + "/xapi/statements";
    ASSERT_EQ(test::http("POST", url, ask(credential, statement(uuidV7(1)))).status, 200);
    auto administrator = *store::openPostgres(place.address(), lrs::postgresMigrations());
    const auto setReadOnly = [&](const std::string &onOrOff) {
        ASSERT_TRUE(administrator
                        .run("DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only"
                             " = " +
                             onOrOff + "', current_database()); END$$")
                        .ok());
    };
    setReadOnly("on");
    place.dropConnections();
    EXPECT_EQ(everything(server->url(), credential).size(), 1u);
    EXPECT_EQ(test::http("GET", server->url() + "/readyz", {}).status, 200);
    EXPECT_EQ(test::http("POST", url, ask(credential, statement(uuidV7(1)))).status, 503);
    EXPECT_EQ(everything(server->url(), credential).size(), 1u);
    ASSERT_TRUE(administrator.run("SET default_transaction_read_only = off").ok());
    setReadOnly("off");
    EXPECT_EQ(test::http("POST", url, ask(credential, statement(uuidV7(1)))).status, 200);
    EXPECT_EQ(everything(server->url(), credential).size(), 2u);
}

TEST(PostgresServer, TellsHowLargeItsDatabaseIs)
{
    KAPOK_NEEDS_POSTGRES();
    const test::PostgresDatabase place;
    const auto server = startOn(place.address());
    const std::string text = test::http("GET", server->url() + "/metrics", {}).body;
    const std::string name = "\nkapok_database_bytes{part=\"database\"} ";
    const auto found = text.find(name);
    ASSERT_NE(found, std::string::npos) << text;
    EXPECT_GT(std::stod(text.substr(found + name.size())), 1'000'000);
}

TEST(PostgresServer, SeveralOnOneDatabaseLetAPullerMissNothing)
{
    KAPOK_NEEDS_POSTGRES();
    const test::PostgresDatabase place;
    const auto one = startOn(place.address());
    const auto two = startOn(place.address());
    const std::string credential = clientOf(*one);
    Load load({one->url(), two->url()}, credential);
    std::vector<std::string> pulled;
    std::string since;
    std::set<std::string> confirmed;
    for (int turn = 0; turn < 25; ++turn) { // the last one after the writers have stopped
        if (turn < 24)
            load.waitFor(8);
        else
            confirmed = load.stop();
        const auto &server = turn % 2 == 0 ? one : two;
        std::string path = "/xapi/statements?ascending=true&limit=500" + since;
        std::string next;
        while (!path.empty()) {
            const auto answer = test::http("GET", server->url() + path, ask(credential));
            ASSERT_EQ(answer.status, 200) << answer.body;
            const auto page = json::parse(answer.body);
            const std::string through = answer.headers.at("x-experience-api-consistent-through");
            next = next.empty() ? through : next;
            for (const auto &each : page.at("statements"))
                if (each.at("stored").get<std::string>() <= next)
                    pulled.push_back(each.at("id").get<std::string>());
            path = page.value("more", "");
        }
        since = "&since=" + test::encoded(next);
    }
    const std::set<std::string> once(pulled.begin(), pulled.end());
    EXPECT_EQ(once.size(), pulled.size()) << "nothing comes twice";
    EXPECT_TRUE(std::includes(once.begin(), once.end(), confirmed.begin(), confirmed.end()))
        << "nothing is missed";
}

} // namespace
} // namespace kapok
