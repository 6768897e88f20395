// SPDX-License-Identifier: Apache-2.0
#include "core/sync/download.h"

#include "core/sync/download_queue.h"
#include "core/sync/tuning.h"
#include "tests/core/sync/device.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace kapok::sync {
namespace {

using testing::Fault;
using testing::LoopbackServer;
using testing::LoopbackTransport;
using testing::ManualClock;
using testing::Offer;

class DownloadTest : public ::testing::Test {
protected:
    DownloadTest() : m_key(testing::makeKey()), m_server(m_clock), m_transport(m_server)
    {
        m_options.builtInKeys = {m_key.publicKey()};
        m_options.freeSpace = [this](const std::filesystem::path &) -> Result<std::uint64_t> {
            return m_free;
        };
        m_offer = testing::makeOffer(m_folder.path(), m_key, {.filmBytes = 50'000});
        m_server.publish(m_offer);
        for (const auto &[hash, bytes] : m_offer.blobs) {
            if (bytes.size() == 50'000)
                m_film = hash;
        }
    }

    library::Library open()
    {
        auto library = library::Library::open(m_folder.path() / "data", m_options);
        EXPECT_TRUE(library.ok()) << (library.ok() ? "" : library.error().detail);
        return *std::move(library);
    }

    Result<library::CourseEntry> download(library::Library &library, const DownloadProgress &progress = {})
    {
        ServerApi server(m_transport, "https://server.example/", Credential{"k", "s"}, m_cancel);
        return downloadCourse(server, library, m_id, progress);
    }

    /// Bytes of blobs that the server was asked for since the last call.
    std::uint64_t rangeOfLastFilmRequest() const
    {
        std::uint64_t from = 0;
        for (const auto &request : m_server.requests) {
            if (request.url.find(m_film) == std::string::npos)
                continue;
            from = 0;
            for (const auto &[name, value] : request.headers) {
                if (name == "Range")
                    from = std::stoull(value.substr(6));
            }
        }
        return from;
    }

    testing::TemporaryFolder m_folder;
    course::SecretKey m_key;
    ManualClock m_clock;
    LoopbackServer m_server;
    LoopbackTransport m_transport;
    library::LibraryOptions m_options;
    std::uint64_t m_free = 10ull << 30;
    Offer m_offer;
    std::string m_film;
    CancelToken m_cancel;
    CourseId m_id{"c01-test"};
};

TEST_F(DownloadTest, FetchesACoverWhileTheSameFileArrivesWithItsCourse)
{
    constexpr std::uint64_t kFilm = 400'000; // its progress is told several times on the way
    const auto offer = testing::makeOffer(m_folder.path(), m_key, {.filmBytes = kFilm});
    m_server.publish(offer);
    const auto film =
        std::ranges::find_if(offer.blobs, [](const auto &blob) { return blob.second.size() == kFilm; });
    ASSERT_NE(film, offer.blobs.end());
    auto library = open();
    auto other = open();
    const auto part = m_folder.path() / "data" / "blobs" / "incoming" / (film->first + ".part");
    int covers = 0;
    const auto inTheMiddle = [&](std::uint64_t, std::uint64_t) {
        if (covers > 0 || !std::filesystem::exists(part) || std::filesystem::file_size(part) == kFilm)
            return;
        ++covers;
        LoopbackTransport transport(m_server);
        ServerApi server(transport, "https://server.example/", Credential{"k", "s"}, m_cancel);
        KAPOK_ASSERT_OK(downloadCover(server, other, {film->first, kFilm, "video/webm"}));
    };
    KAPOK_ASSERT_OK(download(library, inTheMiddle));
    EXPECT_EQ(covers, 1);
    const auto fetched = std::ranges::count_if(m_server.requests, [&](const auto &request) {
        return request.url.find(film->first) != std::string::npos;
    });
    EXPECT_EQ(fetched, 2) << "the two spoiled each other's file, and one had to begin anew";
    EXPECT_EQ(*readFile(library.blobPath(film->first)), film->second);
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path() / "data" / "blobs" / "incoming"));
}

TEST_F(DownloadTest, RefusesACoverThatIsNotWhatTheCatalogueNames)
{
    auto library = open();
    ServerApi server(m_transport, "https://server.example/", Credential{"k", "s"}, m_cancel);
    EXPECT_EQ(downloadCover(server, library, {m_film, 49'999, "video/webm"}).error().code,
              ErrorCode::Corrupt);
    EXPECT_EQ(library.keepCover({m_film, 5, "video/webm"}, "other").error().code, ErrorCode::Corrupt);
    EXPECT_FALSE(library.hasBlob(m_film, 50'000));
}

TEST_F(DownloadTest, FetchesVerifiesAndInstallsACourse)
{
    auto library = open();
    std::uint64_t last = 0;
    std::uint64_t all = 0;
    const auto entry = download(library, [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_GE(done, last);
        EXPECT_LE(done, total);
        last = done;
        all = total;
    });
    KAPOK_ASSERT_OK(entry);
    EXPECT_EQ(entry->installedVersion, "1.0.0");
    EXPECT_EQ(last, m_offer.parsed.totalBytes());
    EXPECT_EQ(all, last);
    KAPOK_ASSERT_OK(library.course(m_id));
}

TEST_F(DownloadTest, GoesOnFromWhereverItWasCutAlsoAfterARestart)
{
    // Every request breaks after this many bytes, so the film needs many starts of the app.
    for (const std::int64_t cut : {1LL, 7LL, 4'096LL, 16'383LL, 16'385LL, 49'999LL}) {
        std::filesystem::remove_all(m_folder.path() / "data");
        m_server.cutBlobAfter = std::max<std::int64_t>(cut, 1'000); // small files pass sooner or later
        m_server.requests.clear();
        int starts = 0;
        for (;; ++starts) {
            auto library = open();
            const auto outcome = download(library);
            if (outcome.ok())
                break;
            ASSERT_EQ(outcome.error().code, ErrorCode::Network) << outcome.error().detail;
            ASSERT_LT(starts, 60);
        }
        EXPECT_GT(rangeOfLastFilmRequest(), 0U);
        // No byte came twice: as many requests as pieces.
        const auto piece = static_cast<std::uint64_t>(m_server.cutBlobAfter);
        EXPECT_EQ(static_cast<std::uint64_t>(m_server.count(m_film)), (50'000 + piece - 1) / piece);
        auto library = open();
        KAPOK_ASSERT_OK(library.course(m_id));
    }
}

TEST_F(DownloadTest, AFileThatChangedOnTheServerStartsFromItsFirstByte)
{
    auto library = open();
    m_server.cutBlobAfter = 10'000;
    m_server.blobs[m_film] = testing::noise(50'000, 99); // damaged on the server
    m_server.blobEtags[m_film] = "damaged";
    ASSERT_FALSE(download(library).ok());
    EXPECT_EQ(library.partial(m_film)->have, 30'000U);
    m_server.cutBlobAfter = -1;
    m_server.blobs[m_film] = m_offer.blobs.at(m_film);
    m_server.blobEtags[m_film] = "mended";
    m_server.requests.clear();
    KAPOK_ASSERT_OK(download(library));
    EXPECT_EQ(m_server.count(m_film), 1); // asked to go on, answered with the whole file
    EXPECT_EQ(*sha256OfFile(library.blobPath(m_film)), m_film);
}

TEST_F(DownloadTest, AFileThatArrivesWrongIsNeverInstalled)
{
    auto library = open();
    m_server.blobs[m_film] = testing::noise(50'000, 99);
    const auto outcome = download(library);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, ErrorCode::Corrupt);
    EXPECT_FALSE(library.entry(m_id)->isInstalled());
    EXPECT_LE(m_server.count(m_film), tuning::kBlobTries);
}

TEST_F(DownloadTest, AnUpdateFetchesOnlyWhatChanged)
{
    auto library = open();
    KAPOK_ASSERT_OK(download(library));
    m_server.publish(testing::makeOffer(m_folder.path(), m_key,
                                        {.version = "1.1.0", .english = "New.", .filmBytes = 50'000}));
    m_server.requests.clear();
    KAPOK_ASSERT_OK(download(library));
    EXPECT_EQ(m_server.count("/blobs/"), 1);
    EXPECT_EQ((*library.course(m_id))->version, "1.1.0");
}

TEST_F(DownloadTest, ADiskThatIsFullStopsItBeforeAByteIsWritten)
{
    m_free = library::kSpareBytes;
    auto library = open();
    const auto outcome = download(library);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(m_server.count("/blobs/"), 0);
    m_free = 10ull << 30;
    KAPOK_ASSERT_OK(download(library));
}

TEST_F(DownloadTest, AnUnknownSignerIsRefused)
{
    m_options.builtInKeys.clear();
    auto library = open();
    EXPECT_EQ(download(library).error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(m_server.count("/blobs/"), 0);
}

class DownloadQueueTest : public DownloadTest {
protected:
    DownloadQueueTest() { restart(); }

    void restart()
    {
        m_queue.reset();
        m_engine.dataDir = m_folder.path() / "data";
        m_engine.library = m_options;
        m_queue = std::make_unique<DownloadQueue>(
            m_engine, m_clock, m_transport,
            DownloadQueue::Hooks{[] {}, [this](const SyncChange &change) { m_changes.push_back(change); }},
            m_cancel, 1);
        m_queue->setAccounts({testing::account("mai", "k1")});
    }

    DownloadStatus only() const
    {
        EXPECT_EQ(m_queue->status().size(), 1U);
        return m_queue->status().at(0);
    }

    EngineOptions m_engine;
    std::vector<SyncChange> m_changes;
    std::unique_ptr<DownloadQueue> m_queue;
    PersonId m_mai = testing::account("mai", "k1").person;
};

TEST_F(DownloadQueueTest, FetchesWhatWasAskedForAndTellsIt)
{
    m_queue->add(m_mai, m_id);
    m_queue->add(m_mai, m_id);
    EXPECT_EQ(only().state, DownloadStatus::State::Queued);
    EXPECT_FALSE(m_queue->runDue());
    EXPECT_TRUE(m_queue->status().empty());
    ASSERT_EQ(m_changes.size(), 1U);
    EXPECT_EQ(m_changes[0].course, m_id);
    EXPECT_EQ(open().entry(m_id)->installedVersion, "1.0.0");
}

TEST_F(DownloadQueueTest, GoesOnAfterARestartOfTheApp)
{
    m_server.cutBlobAfter = 10'000;
    m_queue->add(m_mai, m_id);
    EXPECT_TRUE(m_queue->runDue());
    EXPECT_EQ(only().state, DownloadStatus::State::Queued);
    EXPECT_EQ(only().error->code, ErrorCode::Network);
    restart();
    m_server.cutBlobAfter = -1;
    m_queue->runDue();
    EXPECT_EQ(open().entry(m_id)->installedVersion, "1.0.0");
    EXPECT_GE(rangeOfLastFilmRequest(), 30'000U);
}

TEST_F(DownloadQueueTest, WaitsLongerAfterEachFailureUntilSomebodyHurriesIt)
{
    m_server.fault = [](const Request &) { return Fault{Fault::Kind::DropBefore, 0, {}}; };
    m_queue->add(m_mai, m_id);
    const auto first = m_queue->runDue();
    ASSERT_TRUE(first);
    const auto asked = m_server.requests.size();
    EXPECT_EQ(m_queue->runDue(), first); // not due yet
    m_clock.set(*first);
    const auto second = m_queue->runDue();
    EXPECT_GT(*second - m_clock.now(), std::chrono::seconds(7));
    m_server.fault = nullptr;
    m_queue->hurry();
    m_queue->runDue();
    EXPECT_TRUE(m_queue->status().empty());
    EXPECT_EQ(asked, 0U);
}

TEST_F(DownloadQueueTest, LargeCoursesWaitForWifiAndSmallOnesDoNot)
{
    m_server.publish(testing::makeOffer(m_folder.path(), m_key, {.id = "c02-large", .filmBytes = 900'000}));
    m_queue->setNetwork(NetworkHint::Metered);
    m_queue->add(m_mai, {"c02-large"});
    m_queue->add(m_mai, m_id);
    m_queue->runDue();
    EXPECT_EQ(open().entry(m_id)->installedVersion, "1.0.0");
    EXPECT_EQ(only().course.value, "c02-large");
    EXPECT_EQ(only().state, DownloadStatus::State::Paused);
    EXPECT_EQ(m_server.count("c02-large"), 1); // its manifest, which says how large it is
    EXPECT_LE(m_server.count("/blobs/"), static_cast<int>(m_offer.blobs.size()));
    m_queue->setNetwork(NetworkHint::Unmetered);
    m_queue->runDue();
    EXPECT_TRUE(m_queue->status().empty());
}

TEST_F(DownloadQueueTest, MobileDataMayBeAllowed)
{
    m_server.publish(testing::makeOffer(m_folder.path(), m_key, {.id = "c02-large", .filmBytes = 900'000}));
    m_queue->setNetwork(NetworkHint::Metered);
    m_queue->setLargeFilesOnWifiOnly(false);
    m_queue->add(m_mai, {"c02-large"});
    m_queue->runDue();
    EXPECT_TRUE(m_queue->status().empty());
}

TEST_F(DownloadQueueTest, StopsWithTheReasonWhenTryingAgainIsUseless)
{
    m_queue->add(m_mai, {"c99-none"});
    EXPECT_FALSE(m_queue->runDue());
    EXPECT_EQ(only().state, DownloadStatus::State::Stopped);
    EXPECT_EQ(only().error->code, ErrorCode::NotFound);
    EXPECT_EQ(only().error->detail, "No such course.");
    m_queue->add(m_mai, {"c99-none"}); // asked again: tried again
    EXPECT_EQ(only().state, DownloadStatus::State::Queued);
}

TEST_F(DownloadQueueTest, CancellingKeepsOrForgetsWhatArrived)
{
    m_server.cutBlobAfter = 10'000;
    m_queue->add(m_mai, m_id);
    m_queue->runDue();
    m_queue->cancel(m_id, false);
    m_queue->runDue();
    EXPECT_TRUE(m_queue->status().empty());
    EXPECT_TRUE(open().entry(m_id)->pending);
    EXPECT_TRUE(open().wishes()->empty());
    m_queue->cancel(m_id, true);
    m_queue->runDue();
    EXPECT_EQ(open().entry(m_id).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace kapok::sync
