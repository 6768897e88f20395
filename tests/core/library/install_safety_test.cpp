// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"
#include "tests/core/library/course_fixture.h"

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace kapok::library {
namespace {

using testing::makeKey;
using testing::makeOffer;
using testing::makePackage;
using testing::Offer;

class InstallSafetyTest : public ::testing::Test {
protected:
    InstallSafetyTest() : m_key(makeKey()) { m_options.builtInKeys = {m_key.publicKey()}; }

    std::filesystem::path data() const { return m_folder.path() / "data"; }

    Library open(std::function<Status(InstallStep)> beforeStep = {})
    {
        auto options = m_options;
        options.beforeStep = std::move(beforeStep);
        auto library = Library::open(data(), options);
        EXPECT_TRUE(library.ok()) << (library.ok() ? "" : library.error().detail);
        return *std::move(library);
    }

    /// Fails the \p n-th step (from 1).
    static std::function<Status(InstallStep)> failAt(int n)
    {
        return [n, step = 0](InstallStep) mutable -> Status {
            if (++step == n)
                return Error{ErrorCode::StorageBroken, "broken for the test"};
            return success();
        };
    }

    /// Writes all blobs that are lacking as a download would, whole.
    static void fetchAll(Library &library, const Offer &offer, const Incoming &incoming)
    {
        for (const auto &blob : incoming.lacking) {
            KAPOK_ASSERT_OK(library.notePartial(blob.sha256, "\"e\"", true));
            std::ofstream(library.partial(blob.sha256)->file, std::ios::binary)
                << offer.blobs.at(blob.sha256);
            KAPOK_ASSERT_OK(library.place(blob));
        }
    }

    void expectWhole(const std::string &version)
    {
        auto library = open();
        const auto course = library.course(m_id);
        ASSERT_TRUE(course.ok()) << course.error().detail;
        EXPECT_EQ((*course)->version, version);
        for (const auto &lesson : (*course)->lessons) {
            for (const auto &page : lesson.pages) {
                for (const auto &file : course::filesOf(page))
                    EXPECT_EQ(*sha256OfFile(library.blobPath(file.sha256)), file.sha256);
            }
        }
        EXPECT_TRUE(std::filesystem::is_empty(data() / "blobs" / "incoming"));
        EXPECT_EQ(library.storage()->downloadBytes, 0U);
    }

    testing::TemporaryFolder m_folder;
    course::SecretKey m_key;
    LibraryOptions m_options;
    CourseId m_id{"c01-test"};
};

TEST_F(InstallSafetyTest, AFailureAtAnyStepLeavesTheOldVersionOrTheNewOne)
{
    const auto old = makePackage(m_folder.path(), m_key);
    const auto next = makePackage(m_folder.path(), m_key, {.version = "1.1.0", .filmSeed = 2});
    for (int n = 1;; ++n) {
        std::filesystem::remove_all(data());
        KAPOK_ASSERT_OK(open().installFile(old));
        const auto outcome = open(failAt(n)).installFile(next);
        const auto version = open().entry(m_id)->installedVersion;
        expectWhole(*version);
        if (outcome.ok()) {
            EXPECT_EQ(version, "1.1.0");
            EXPECT_GT(n, 6); // every kind of step was met
            break;
        }
        ASSERT_LT(n, 100);
    }
}

TEST_F(InstallSafetyTest, AKillAtAnyStepLeavesTheOldVersionOrTheNewOne)
{
    const auto old = makePackage(m_folder.path(), m_key);
    const auto next = makePackage(m_folder.path(), m_key, {.version = "1.1.0", .filmSeed = 2});
    for (int n = 1;; ++n) {
        std::filesystem::remove_all(data());
        KAPOK_ASSERT_OK(open().installFile(old));
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            auto kill = [n, step = 0](InstallStep) mutable -> Status {
                if (++step == n)
                    ::_exit(9); // no destructors, no flushes
                return success();
            };
            ::_exit(open(kill).installFile(next).ok() ? 0 : 1);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFEXITED(status));
        const auto version = open().entry(m_id)->installedVersion;
        expectWhole(*version);
        if (WEXITSTATUS(status) == 0)
            break;
        ASSERT_EQ(WEXITSTATUS(status), 9);
        ASSERT_LT(n, 100);
    }
    expectWhole("1.1.0");
}

TEST_F(InstallSafetyTest, CancellingAnInstallationLeavesNothingBehind)
{
    auto library = open();
    const auto stopped =
        library.installFile(makePackage(m_folder.path(), m_key),
                            [](std::uint64_t done, std::uint64_t) { return done < 100'000; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(data() / "blobs" / "incoming"));
    EXPECT_TRUE(library.courses()->empty());
}

TEST_F(InstallSafetyTest, ADownloadBegunBeforeARestartGoesOn)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    std::string film;
    for (const auto &[hash, bytes] : offer.blobs) {
        if (bytes.size() > 100'000)
            film = hash;
    }
    {
        auto library = open();
        KAPOK_ASSERT_OK(library.wish(m_id, {"p1"}));
        const auto incoming = library.begin(m_id, offer.manifest, offer.signature);
        KAPOK_ASSERT_OK(incoming);
        EXPECT_EQ(incoming->lacking.size(), offer.blobs.size());
        KAPOK_ASSERT_OK(library.notePartial(film, "\"v1\"", true));
        std::ofstream(library.partial(film)->file, std::ios::binary)
            << offer.blobs.at(film).substr(0, 70'000);
    }
    auto library = open();
    EXPECT_EQ(*library.wishes(), (std::vector<Wish>{{m_id, {"p1"}}}));
    const auto part = library.partial(film);
    EXPECT_EQ(part->have, 70'000U);
    EXPECT_EQ(part->etag, "\"v1\"");
    EXPECT_EQ(library.entry(m_id)->pending->bytesDone, 70'000U);
    EXPECT_EQ(library.storage()->downloadBytes, 70'000U);
    EXPECT_EQ(*library.collectGarbage(), 0U);
    const auto incoming = library.begin(m_id, offer.manifest, offer.signature);
    KAPOK_ASSERT_OK(incoming);
    EXPECT_EQ(incoming->bytesTotal, offer.parsed.totalBytes());
    EXPECT_EQ(library.finish(m_id).error().code, ErrorCode::InvalidInput); // not all here yet
    fetchAll(library, offer, *incoming);
    KAPOK_ASSERT_OK(library.finish(m_id));
    EXPECT_TRUE(library.wishes()->empty());
    expectWhole("1.0.0");
}

TEST_F(InstallSafetyTest, AFileThatArrivedWrongIsThrownAway)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    auto library = open();
    const auto incoming = library.begin(m_id, offer.manifest, offer.signature);
    KAPOK_ASSERT_OK(incoming);
    const auto &blob = incoming->lacking.front();
    KAPOK_ASSERT_OK(library.notePartial(blob.sha256, "\"e\"", true));
    std::ofstream(library.partial(blob.sha256)->file, std::ios::binary) << std::string(blob.size, 'x');
    EXPECT_EQ(library.place(blob).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(library.partial(blob.sha256)->have, 0U);
    EXPECT_FALSE(library.hasBlob(blob.sha256, blob.size));
}

TEST_F(InstallSafetyTest, AbandoningADownloadRemovesItsParts)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    auto library = open();
    const auto incoming = library.begin(m_id, offer.manifest, offer.signature);
    KAPOK_ASSERT_OK(incoming);
    const auto &blob = incoming->lacking.front();
    KAPOK_ASSERT_OK(library.notePartial(blob.sha256, "\"e\"", true));
    std::ofstream(library.partial(blob.sha256)->file, std::ios::binary) << "abc";
    KAPOK_ASSERT_OK(library.abandon(m_id));
    EXPECT_TRUE(std::filesystem::is_empty(data() / "blobs" / "incoming"));
    EXPECT_TRUE(library.courses()->empty());
    KAPOK_ASSERT_OK(library.abandon(m_id));
}

TEST_F(InstallSafetyTest, RefusesAManifestOfAnotherCourseOrWithAnotherSignature)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    auto library = open();
    EXPECT_EQ(library.begin({"c99"}, offer.manifest, offer.signature).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(library.begin(m_id, offer.manifest + " ", offer.signature).error().code, ErrorCode::NotTrusted);
    const auto stranger = makeKey();
    EXPECT_EQ(library.begin(m_id, offer.manifest, stranger.sign(offer.manifest)).error().code,
              ErrorCode::NotTrusted);
}

TEST_F(InstallSafetyTest, RefusesNamesThatLeadOutOfItsFolder)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    auto library = open();
    for (const std::string name : {"../../../../tmp/evil", "/etc/passwd", "..", "ABC"}) {
        std::string manifest = offer.manifest;
        const std::string &hash = offer.parsed.blobs.front().sha256;
        for (auto at = manifest.find(hash); at != std::string::npos;
             at = manifest.find(hash, at + name.size()))
            manifest.replace(at, hash.size(), name);
        const auto begun = library.begin(m_id, manifest, m_key.sign(manifest));
        ASSERT_FALSE(begun.ok()) << name;
        EXPECT_EQ(begun.error().code, ErrorCode::InvalidInput) << begun.error().detail;
    }
}

TEST_F(InstallSafetyTest, AUsbStickFinishesWhatADownloadBegan)
{
    const Offer offer = makeOffer(m_folder.path(), m_key);
    auto library = open();
    KAPOK_ASSERT_OK(library.wish(m_id, {"p1"}));
    KAPOK_ASSERT_OK(library.begin(m_id, offer.manifest, offer.signature));
    KAPOK_ASSERT_OK(library.installFile(makePackage(m_folder.path(), m_key)));
    EXPECT_TRUE(library.wishes()->empty());
    EXPECT_FALSE(library.entry(m_id)->pending);
}

} // namespace
} // namespace kapok::library
