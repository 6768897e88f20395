// SPDX-License-Identifier: Apache-2.0
#include "core/sync/sync_engine.h"

#include "tests/core/sync/device.h"

#include <algorithm>
#include <condition_variable>
#include <gmock/gmock.h>
#include <mutex>

namespace kapok::sync {
namespace {

using testing::account;
using testing::Fault;
using testing::LoopbackServer;
using testing::LoopbackTransport;

/// Waits for what an engine tells; generous, since it only ends early when the test is broken.
class Told {
public:
    void status(const SyncStatus &now)
    {
        const std::lock_guard lock(m_mutex);
        m_status = now;
        m_changed.notify_all();
    }
    void change(const SyncChange &what)
    {
        const std::lock_guard lock(m_mutex);
        m_changes.push_back(what.kind);
        m_changed.notify_all();
    }
    bool waitFor(const std::function<bool(const SyncStatus &)> &fits)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kLongest, [&] { return fits(m_status); });
    }
    bool waitForChange(SyncChange::Kind kind)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kLongest, [&] {
            return std::find(m_changes.begin(), m_changes.end(), kind) != m_changes.end();
        });
    }

private:
    static constexpr std::chrono::seconds kLongest{60};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SyncStatus m_status;
    std::vector<SyncChange::Kind> m_changes;
};

/// Accepts a request and never answers, until it is cancelled.
class SilentTransport final : public Transport {
public:
    Result<Response> send(const Request &, const CancelToken &cancel, BodySink *) override
    {
        std::mutex mutex;
        std::condition_variable changed;
        bool stopped = false;
        const auto guard = cancel.onCancel([&] {
            const std::lock_guard lock(mutex);
            stopped = true;
            changed.notify_all();
        });
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stopped; });
        return Error{ErrorCode::Cancelled, "stopped"};
    }
};

/// Hands on statements only after somebody was told that they are on their way.
class AnnouncedTransport final : public Transport {
public:
    AnnouncedTransport(LoopbackServer &server, Told &told) : m_inner(server), m_told(told) {}
    Result<Response> send(const Request &request, const CancelToken &cancel, BodySink *sink) override
    {
        const auto isSending = [](const SyncStatus &status) { return status.state == SyncState::Sending; };
        EXPECT_TRUE(request.method != Method::Post || m_told.waitFor(isSending));
        return m_inner.send(request, cancel, sink);
    }

private:
    LoopbackTransport m_inner;
    Told &m_told;
};

class SyncEngineTest : public ::testing::Test {
protected:
    SyncEngineTest() : m_server(m_clock), m_course(testing::makeSmallCourse(m_sources.path()).course) {}

    EngineOptions options()
    {
        EngineOptions out;
        out.dataDir = m_folder.path();
        out.makeTransport = [this] { return std::make_unique<LoopbackTransport>(m_server); };
        out.seed = 1;
        out.device = {{uuidV5(kUuidNamespace, "tablet")}, "tablet", "test"};
        out.onStatus = [this](const SyncStatus &status) { m_told.status(status); };
        out.onChange = [this](const SyncChange &change) { m_told.change(change); };
        return out;
    }

    void study(const SyncAccount &account)
    {
        auto record = testing::openRecord(m_folder.path(), account, m_clock, "tablet");
        const auto visit = record.openLesson(m_course, {"one"}, "vi");
        KAPOK_ASSERT_OK(visit);
        KAPOK_ASSERT_OK(record.pageSeen(*visit, m_course, {"aim"}));
        KAPOK_ASSERT_OK(record.closeLesson(*visit));
    }

    testing::TemporaryFolder m_folder;
    testing::TemporaryFolder m_sources;
    SystemClock m_clock;
    LoopbackServer m_server;
    course::Course m_course;
    Told m_told;
    SyncAccount m_mai = account("mai", "k1");
    SyncAccount m_lan = account("lan", "k2");
};

TEST_F(SyncEngineTest, SendsWhatIsRecordedByItself)
{
    SyncEngine engine(options());
    engine.setAccounts({m_mai, m_lan});
    engine.setPresent(m_mai.person);
    ASSERT_TRUE(
        m_told.waitFor([](const SyncStatus &status) { return status.connection == Connection::Reachable; }));
    study(m_mai);
    engine.notify(m_mai.person);
    EXPECT_NE(engine.status().state, SyncState::UpToDate); // from this very moment on
    ASSERT_TRUE(
        m_told.waitFor([](const SyncStatus &status) { return status.lastSent && status.waiting == 0; }));
    EXPECT_EQ(engine.status().state, SyncState::UpToDate);
    EXPECT_EQ(engine.status().lastSentCount, 4);
    EXPECT_EQ(engine.status().people.size(), 2U);
    engine.setPresent(m_lan.person);
    EXPECT_FALSE(engine.status().lastSent);
}

TEST_F(SyncEngineTest, SaysThatStatementsAreOnTheirWayWhileTheyAre)
{
    study(m_mai);
    auto given = options();
    given.makeTransport = [this] { return std::make_unique<AnnouncedTransport>(m_server, m_told); };
    SyncEngine engine(given);
    engine.setAccounts({m_mai});
    engine.setPresent(m_mai.person);
    ASSERT_TRUE(
        m_told.waitFor([](const SyncStatus &status) { return status.lastSent && status.waiting == 0; }));
}

TEST_F(SyncEngineTest, DownloadsWhileItSends)
{
    const auto key = testing::makeKey();
    m_server.publish(testing::makeOffer(m_sources.path(), key));
    auto given = options();
    given.library.builtInKeys = {key.publicKey()};
    SyncEngine engine(given);
    engine.setAccounts({m_mai});
    engine.download(m_mai.person, {"c01-test"});
    ASSERT_TRUE(m_told.waitForChange(SyncChange::Kind::Course));
    auto library = library::Library::open(m_folder.path());
    EXPECT_EQ(library->entry({"c01-test"})->installedVersion, "1.0.0");
}

TEST_F(SyncEngineTest, ADownloadThatCannotWorkIsAProblem)
{
    SyncEngine engine(options());
    engine.setAccounts({m_mai});
    engine.download(m_mai.person, {"c99-none"});
    ASSERT_TRUE(m_told.waitFor([](const SyncStatus &status) { return status.state == SyncState::Problem; }));
    EXPECT_EQ(engine.status().problems.at(0).kind, SyncProblem::Kind::DownloadStopped);
    engine.cancelDownload({"c99-none"});
    ASSERT_TRUE(m_told.waitFor([](const SyncStatus &status) { return status.problems.empty(); }));
}

TEST_F(SyncEngineTest, SignsInAndAsksAtTheDesk)
{
    SyncEngine engine(options());
    engine.setAccounts({m_mai});
    std::mutex mutex;
    std::condition_variable answered;
    std::vector<std::string> got;
    const auto note = [&](const std::string &what) {
        const std::lock_guard lock(mutex);
        got.push_back(what);
        answered.notify_all();
    };
    engine.signIn("https://server.example", "mai", "wrong",
                  [&](const Result<SignedIn> &result) { note(toString(result.error().code)); });
    engine.signIn("https://server.example", "mai", "right", [&](const Result<SignedIn> &result) {
        note(result->person.name + " " + result->credential.key);
    });
    engine.ask(m_mai.person, [&](ServerApi *server) { note(server->me()->account); });
    engine.ask({"nobody"}, [&](ServerApi *server) { note(server ? "server" : "none"); });
    std::unique_lock lock(mutex);
    ASSERT_TRUE(answered.wait_for(lock, std::chrono::seconds(60), [&] { return got.size() == 4; }));
    EXPECT_EQ(got, (std::vector<std::string>{"unauthorized", "Hoàng Thị Mai k1", "mai", "none"}));
}

TEST_F(SyncEngineTest, StopsAtOnceWhileEveryTransferHangs)
{
    auto given = options();
    given.makeTransport = [] { return std::make_unique<SilentTransport>(); };
    study(m_mai);
    {
        SyncEngine engine(given);
        engine.setAccounts({m_mai});
        engine.download(m_mai.person, {"c01-test"});
        engine.ask(m_mai.person, [](ServerApi *server) { EXPECT_FALSE(server->about().ok()); });
        ASSERT_TRUE(m_told.waitFor([](const SyncStatus &status) { return status.sendingIndex == 1; }));
    } // would hang here
    auto record = testing::openRecord(m_folder.path(), m_mai, m_clock, "tablet");
    EXPECT_EQ(record.outbox().counts()->queued, 4);
}

TEST_F(SyncEngineTest, TakesCallsFromManyThreads)
{
    SyncEngine engine(options());
    engine.setAccounts({m_mai, m_lan});
    study(m_mai);
    study(m_lan);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n < 25; ++n) {
                engine.notify(i % 2 == 0 ? m_mai.person : m_lan.person);
                engine.setPresent(n % 2 == 0 ? std::optional(m_mai.person) : std::nullopt);
                engine.setNetwork(n % 3 == 0 ? NetworkHint::Metered : NetworkHint::Unmetered);
                engine.sendNow();
                static_cast<void>(engine.status());
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    engine.setPresent({});
    // Everybody's own line, since a status told for one person may still be on its way.
    ASSERT_TRUE(m_told.waitFor([](const SyncStatus &status) {
        return status.people.size() == 2 &&
               std::ranges::all_of(status.people, [](const PersonStatus &person) {
                   return person.waiting == 0 && person.lastSent;
               });
    }));
    EXPECT_EQ(m_server.statements.size(), 8U);
}

} // namespace
} // namespace kapok::sync
