// SPDX-License-Identifier: Apache-2.0
#include "core/xapi/equality.h"
#include "tests/contract/http_loopback.h"
#include "tests/contract/teacher.h"

#include <algorithm>
#include <random>

namespace kapok {
namespace {

using testing::HttpLoopback;
using testing::LoopbackServer;
using testing::Teacher;

class EngineOverHttpTest : public ::testing::Test {
protected:
    EngineOverHttpTest() : m_key(testing::makeKey()), m_server(m_clock), m_http(m_server)
    {
        const auto &bytes = m_key.publicKey().bytes;
        m_server.trustedKeys = {
            {{"id", m_key.publicKey().id()},
             {"public_key", toBase64({reinterpret_cast<const char *>(bytes.data()), bytes.size()})},
             {"name", "Test"}}};
        m_server.publish(testing::makeOffer(m_folder.path(), m_key, {.filmBytes = 200'000}));
    }

    testing::TemporaryFolder m_folder;
    course::SecretKey m_key;
    SystemClock m_clock;
    LoopbackServer m_server;
    HttpLoopback m_http;
    CourseId m_course{"c01-test"};
};

TEST_F(EngineOverHttpTest, SignsInDownloadsStudiesAndSends)
{
    Teacher mai(m_folder.path() / "data");
    ASSERT_TRUE(mai.signIn(m_http.url(), "mai", "right"));
    ASSERT_TRUE(mai.waitForCatalogue(m_course));
    ASSERT_TRUE(mai.download(m_course));
    const auto recorded = mai.study(m_course);
    ASSERT_GE(recorded.size(), 7U);
    ASSERT_TRUE(mai.waitUntilSent());
    for (const auto &[id, json] : recorded) {
        const auto back = mai.readBack(id);
        ASSERT_TRUE(back.ok()) << back.error().detail;
        EXPECT_TRUE(xapi::matchesText(json, *back)) << id;
    }
}

TEST_F(EngineOverHttpTest, ADownloadCutAtRandomBytesGoesOnUntilItIsWhole)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    Teacher mai(m_folder.path() / "data");
    ASSERT_TRUE(mai.signIn(m_http.url(), "mai", "right"));
    ASSERT_TRUE(mai.waitForCatalogue(m_course));
    m_http.cutBlobAfter = static_cast<std::int64_t>(10'000 + random() % 90'000);
    ASSERT_TRUE(mai.download(m_course));
    const auto library = mai.openLibrary();
    for (const auto &[hash, bytes] : m_server.blobs)
        EXPECT_EQ(*sha256OfFile(library.blobPath(hash)), hash);
}

TEST_F(EngineOverHttpTest, AServerThatDiesBeforeAnsweringGetsTheSameBytesAgain)
{
    Teacher mai(m_folder.path() / "data");
    ASSERT_TRUE(mai.signIn(m_http.url(), "mai", "right"));
    ASSERT_TRUE(mai.waitForCatalogue(m_course));
    ASSERT_TRUE(mai.download(m_course));
    m_http.resetNext = 3;
    const auto recorded = mai.study(m_course);
    ASSERT_TRUE(mai.waitUntilSent());
    EXPECT_EQ(m_server.statements.size(), recorded.size()); // each once
}

} // namespace
} // namespace kapok
