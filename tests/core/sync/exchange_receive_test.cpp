// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sync/exchange_test.h"

#include "core/sync/tuning.h"

namespace kapok::sync {
namespace {

using testing::account;
using testing::Device;
using testing::Fault;
using namespace std::chrono_literals;

/// Courses come from the server; statements go to a record store with this \p secret.
SyncAccount withStoreOfHerOwn(const std::string &secret)
{
    SyncAccount both = account("mai", "key-mai");
    both.xapiUrl = "https://lrs.example/xapi";
    both.xapiCredential = Credential{"store-key", secret};
    return both;
}

TEST_F(ExchangeTest, ReceivesAssignmentsCatalogueCoversAndKeys)
{
    const auto key = testing::makeKey();
    m_server.publish(testing::makeOffer(m_sources.path(), key, {.darkCover = true}));
    m_server.assignments = {{{"id", "a1"},
                             {"course", "c01-test"},
                             {"due", "2026-12-01T00:00:00Z"},
                             {"assigned", nullptr},
                             {"unit", "u1"},
                             {"programme", nullptr}}};
    m_server.trustedKeys = {
        {{"id", key.publicKey().id()},
         {"public_key", toBase64({reinterpret_cast<const char *>(key.publicKey().bytes.data()), 32})},
         {"name", "Test"}}};
    Device device(m_server, m_clock, m_mai);
    device.run();
    auto library = library::Library::open(device.folder());
    KAPOK_ASSERT_OK(library);
    EXPECT_EQ(library->assignments(m_mai[0].person)->list.at(0).course.value, "c01-test");
    const auto entry = library->entry({"c01-test"});
    KAPOK_ASSERT_OK(entry);
    EXPECT_EQ(entry->offeredVersion, "1.0.0");
    EXPECT_TRUE(std::filesystem::exists(entry->coverFile));
    EXPECT_TRUE(std::filesystem::exists(entry->coverDarkFile));
    EXPECT_NE(entry->coverDarkFile, entry->coverFile);
    EXPECT_NE(library->trustedKeys()->find(key.publicKey().id()), nullptr);
    const auto blobs = m_server.count("/blobs/");
    m_clock.advance(tuning::kPullEvery);
    device.run();
    EXPECT_EQ(m_server.count("/blobs/"), blobs); // the covers are here
    EXPECT_EQ(m_server.count("/catalogue"), 2);
}

TEST_F(ExchangeTest, TwoDevicesOfOnePersonLearnFromEachOther)
{
    Device tablet(m_server, m_clock, m_mai, "tablet");
    Device phone(m_server, m_clock, m_mai, "phone");
    phone.run();
    m_server.pageSize = 2; // several pages
    tablet.study(m_course);
    tablet.run();
    m_clock.advance(tuning::kPullEvery + 1min);
    phone.run();
    auto record = phone.record();
    const auto progress = record.progress(m_course.activityId());
    KAPOK_ASSERT_OK(progress);
    EXPECT_EQ(*progress, *tablet.record().progress(m_course.activityId()));
    EXPECT_FALSE(phone.changes.empty());
    const auto registration = record.registration(m_course.activityId());
    EXPECT_EQ(record.places().page(registration, m_course.activityId({"one"}))->value().value,
              "aim");              // the bookmark
    EXPECT_EQ(phone.waiting(), 0); // what was received is not sent back
    const auto posts = m_server.batchSizes.size();
    m_clock.advance(tuning::kPullEvery + 1min);
    phone.run();
    tablet.run();
    EXPECT_EQ(m_server.batchSizes.size(), posts);
}

TEST_F(ExchangeTest, MeasuresTheServersClock)
{
    Device device(m_server, m_clock, m_mai);
    device.run();
    ASSERT_TRUE(device.clockOffset);
    EXPECT_LE(std::chrono::abs(*device.clockOffset), 1s);
}

TEST_F(ExchangeTest, AnXapiEndpointAloneIsEnough)
{
    SyncAccount other = m_mai[0];
    other.serverUrl.clear();
    other.xapiUrl = "https://lrs.example/xapi/";
    Device device(m_server, m_clock, {other});
    device.study(m_course);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_EQ(m_server.count("/api/v1"), 0);
    EXPECT_TRUE(device.status.problems.empty());
}

TEST_F(ExchangeTest, CoursesComeFromTheServerWhileStatementsGoToARecordStoreOfHerOwn)
{
    Device device(m_server, m_clock, {withStoreOfHerOwn("store-secret")});
    device.study(m_course);
    device.run();
    EXPECT_EQ(device.waiting(), 0);
    EXPECT_GT(m_server.count("https://server.example/api/v1/catalogue"), 0);
    EXPECT_EQ(m_server.count("https://server.example/xapi"), 0);
    EXPECT_GT(m_server.count("https://lrs.example/xapi/statements"), 0);
    for (const Request &request : m_server.requests) {
        const bool toStore = request.url.starts_with("https://lrs.example");
        if (request.credential) {
            EXPECT_EQ(request.credential->key == "store-key", toStore) << request.url;
        }
    }
}

TEST_F(ExchangeTest, CoursesStillComeWhenTheRecordStoreOfHerOwnRefusesTheKey)
{
    Device device(m_server, m_clock, {withStoreOfHerOwn("wrong")});
    device.study(m_course);
    const int recorded = device.waiting();
    m_server.fault = [](const Request &request) {
        return request.url.starts_with("https://lrs.example") ? failing(401) : Fault{};
    };
    device.run();
    EXPECT_EQ(device.waiting(), recorded);
    EXPECT_TRUE(has(device.status, SyncProblem::Kind::RecordStore));
    EXPECT_FALSE(has(device.status, SyncProblem::Kind::SignInAgain));
    EXPECT_GT(m_server.count("https://server.example/api/v1/catalogue"), 0);
    m_server.fault = nullptr;
    expectAllSentWhenAsked(device);
}

} // namespace
} // namespace kapok::sync
