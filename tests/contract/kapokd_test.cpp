// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/publish.h"
#include "app/kapokd/server.h"
#include "core/sync/curl_transport.h"
#include "core/xapi/equality.h"
#include "core/xapi/validate.h"
#include "tests/contract/teacher.h"
#include "tests/core/library/course_fixture.h"

#include <algorithm>

namespace kapok {
namespace {

using testing::Teacher;

/// The app's engine against the server that is shipped, in one process.
class KapokdTest : public ::testing::Test {
protected:
    KapokdTest() : m_key(testing::makeKey())
    {
        start();
        auto &roster = m_server->service().roster;
        m_unit = *roster.addUnit(
            {{}, "school", {}, testing::text("Trường Quảng Uyên", "广渊小学", "Quang Uyen"), "", ""});
        for (const char *account : {"mai.hoang", "lan.nong"})
            EXPECT_TRUE(
                roster
                    .addPerson(
                        {account, "Hoàng Thị Mai", "vi", "Cô", m_unit, {{"learner", m_unit}}, kPassword})
                    .ok());
        const auto &bytes = m_key.publicKey().bytes;
        EXPECT_TRUE(
            roster
                .trust({m_key.publicKey().id(),
                        toBase64({reinterpret_cast<const char *>(bytes.data()), bytes.size()}), "Test"})
                .ok());
        publish({});
        EXPECT_TRUE(roster.assign({m_course.value, m_unit, {}, {}, {}}).ok());
    }

    void start()
    {
        kapokd::ServerOptions options;
        options.service.database = "sqlite:" + (m_folder.path() / "server.db").string();
        options.service.homePage = "https://node.example";
        auto server = kapokd::Server::start(options, m_clock);
        ASSERT_TRUE(server.ok()) << server.error().detail;
        m_server = *std::move(server);
    }

    void publish(const testing::CourseWish &wish)
    {
        const auto published =
            kapokd::publishPackage(m_server->service(), testing::makePackage(m_folder.path(), m_key, wish));
        ASSERT_TRUE(published.ok()) << published.error().detail;
    }

    bool begin(Teacher &teacher, const std::string &account = "mai.hoang")
    {
        return teacher.signIn(m_server->url(), account, kPassword) && teacher.waitForCatalogue(m_course) &&
               teacher.download(m_course);
    }

    static constexpr const char *kPassword = "a good password";
    testing::TemporaryFolder m_folder;
    course::SecretKey m_key;
    SystemClock m_clock;
    std::unique_ptr<kapokd::Server> m_server;
    UnitId m_unit;
    CourseId m_course{"c01-test"};
};

TEST_F(KapokdTest, SignsInDownloadsStudiesSendsAndReadsBackTheSame)
{
    Teacher mai(m_folder.path() / "mai");
    ASSERT_TRUE(begin(mai));
    EXPECT_EQ(mai.openLibrary().assignments(mai.account().person)->list.at(0).course, m_course);
    EXPECT_FALSE(mai.openLibrary().entry(m_course)->coverFile.empty());
    const auto recorded = mai.study(m_course);
    ASSERT_GE(recorded.size(), 7U);
    ASSERT_TRUE(mai.waitUntilSent());
    for (const auto &[id, json] : recorded) {
        const auto back = mai.readBack(id);
        ASSERT_TRUE(back.ok()) << back.error().detail;
        EXPECT_TRUE(xapi::matchesText(json, *back)) << json << "\n" << *back;
    }
    EXPECT_EQ(mai.engine().status().state, sync::SyncState::UpToDate);
    EXPECT_TRUE(mai.engine().clockOffset());
    EXPECT_EQ(mai.engine().person(mai.account().person)->account, "mai.hoang");
}

/// libcurl, noting how statements were packed and what came back.
class NotingTransport final : public sync::Transport {
public:
    struct Notes {
        std::mutex mutex;
        std::vector<sync::Packing> packings;
    };
    explicit NotingTransport(Notes &notes) : m_notes(notes) {}

    Result<sync::Response> send(const sync::Request &request, const sync::CancelToken &cancel,
                                sync::BodySink *sink) override
    {
        return m_curl.send(request, cancel, sink);
    }
    std::unique_ptr<sync::Pending> begin(const sync::Request &request,
                                         const sync::CancelToken &cancel) override
    {
        const std::lock_guard lock(m_notes.mutex);
        m_notes.packings.push_back(request.packing);
        return m_curl.begin(request, cancel);
    }

private:
    Notes &m_notes;
    sync::CurlTransport m_curl;
};

TEST_F(KapokdTest, TakesStatementsPackedWithTheDictionaryThatItNamed)
{
    NotingTransport::Notes notes;
    Teacher mai(m_folder.path() / "mai", [&] { return std::make_unique<NotingTransport>(notes); });
    ASSERT_TRUE(begin(mai));
    mai.study(m_course);
    ASSERT_TRUE(mai.waitUntilSent());
    {
        auto record = mai.openRecord();
        const auto course = *mai.openLibrary().course(m_course);
        const auto visit = record.openLesson(*course, course->lessons.front().id, "vi");
        ASSERT_TRUE(visit.ok()) << visit.error().detail;
        ASSERT_TRUE(record.closeLesson(*visit).ok());
    }
    mai.engine().notify(mai.account().person);
    ASSERT_TRUE(mai.waitUntilSent());
    const std::lock_guard lock(notes.mutex);
    ASSERT_GE(notes.packings.size(), 2U);
    EXPECT_EQ(notes.packings.front(), sync::Packing::Gzip) << "nobody had named a dictionary yet";
    EXPECT_EQ(notes.packings.back(), sync::Packing::Dcz);
}

TEST_F(KapokdTest, AnUpdateIsSeenAndFetchesOnlyWhatChanged)
{
    Teacher mai(m_folder.path() / "mai");
    ASSERT_TRUE(begin(mai));
    publish({.version = "1.1.0", .english = "Six parts."});
    mai.engine().sendNow();
    ASSERT_TRUE(mai.waitFor([&] {
        const auto entry = mai.openLibrary().entry(m_course);
        return entry.ok() && entry->hasUpdate() && entry->downloadBytes < 2'000;
    }));
    mai.engine().download(mai.account().person, m_course);
    ASSERT_TRUE(mai.waitFor([&] { return mai.openLibrary().entry(m_course)->installedVersion == "1.1.0"; }));
}

TEST_F(KapokdTest, AWrongPasswordIsRefusedWithASentence)
{
    sync::CurlTransport transport;
    sync::ServerApi server(transport, m_server->url(), {}, {});
    const auto refused = server.signIn("mai.hoang", "wrong", {{uuidV5(kUuidNamespace, "d")}, "d", "test"});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Unauthorized);
    EXPECT_FALSE(refused.error().detail.empty());
}

TEST_F(KapokdTest, ARevokedCredentialAsksToSignInAgainAndThenEverythingIsSent)
{
    Teacher mai(m_folder.path() / "mai");
    ASSERT_TRUE(begin(mai));
    sync::CurlTransport transport;
    sync::ServerApi server(transport, m_server->url(), mai.account().credential, {});
    KAPOK_ASSERT_OK(server.revoke(mai.account().credential.key));
    const auto recorded = mai.study(m_course);
    ASSERT_TRUE(mai.waitFor([&] { return mai.engine().status().state == sync::SyncState::Problem; }));
    EXPECT_EQ(mai.engine().status().problems.front().kind, sync::SyncProblem::Kind::SignInAgain);
    EXPECT_EQ(mai.openRecord().outbox().counts()->queued, static_cast<int>(recorded.size()));
    ASSERT_TRUE(mai.signIn(m_server->url(), "mai.hoang", kPassword));
    ASSERT_TRUE(mai.waitUntilSent());
}

TEST_F(KapokdTest, AServerThatStoppedAndCameBackGetsEverythingOnce)
{
    Teacher mai(m_folder.path() / "mai");
    ASSERT_TRUE(begin(mai));
    m_server->stop();
    m_server.reset();
    const auto recorded = mai.study(m_course);
    mai.engine().sendNow();
    ASSERT_TRUE(mai.waitFor([&] { return mai.engine().status().state == sync::SyncState::Offline; }));
    EXPECT_EQ(mai.engine().status().waiting, static_cast<int>(recorded.size()));
    start();
    mai.moveTo(m_server->url());
    ASSERT_TRUE(mai.waitUntilSent());
    for (const auto &[id, json] : recorded)
        EXPECT_TRUE(mai.readBack(id).ok());
}

TEST_F(KapokdTest, TwoDevicesOfOnePersonEndWithTheSameProgress)
{
    Teacher tablet(m_folder.path() / "tablet");
    Teacher phone(m_folder.path() / "phone");
    ASSERT_TRUE(begin(tablet));
    ASSERT_TRUE(begin(phone));
    tablet.study(m_course);
    phone.study(m_course); // both offline to each other; the once-only statements collide
    ASSERT_TRUE(tablet.waitUntilSent());
    ASSERT_TRUE(phone.waitUntilSent());
    const auto progress = [&](Teacher &teacher) {
        return *teacher.openRecord().progress("https://kapok.example/courses/" + m_course.value);
    };
    tablet.engine().sendNow();
    phone.engine().sendNow();
    EXPECT_TRUE(tablet.waitFor([&] { return progress(tablet) == progress(phone); }));
    EXPECT_EQ(tablet.engine().status().state, sync::SyncState::UpToDate);
}

TEST_F(KapokdTest, EverybodyOfASharedTabletSendsAsThemselves)
{
    Teacher mai(m_folder.path() / "mai");
    Teacher lan(m_folder.path() / "lan");
    ASSERT_TRUE(begin(mai));
    ASSERT_TRUE(begin(lan, "lan.nong"));
    const auto hers = mai.study(m_course);
    ASSERT_TRUE(mai.waitUntilSent());
    sync::CurlTransport transport;
    sync::XapiClient other(transport, m_server->url() + "/xapi", lan.account().credential,
                           "https://node.example", "lan.nong", {});
    EXPECT_FALSE(other.statement({hers.begin()->first}).ok()); // nobody reads somebody else's record
}

} // namespace
} // namespace kapok
