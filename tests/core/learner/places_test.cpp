// SPDX-License-Identifier: Apache-2.0
#include "tests/core/learner/record_fixture.h"

namespace kapok::learner {
namespace {

constexpr const char *kLesson = "https://kapok.example/courses/c99-sample/lessons/ask";

class PlacesTest : public RecordTest {
protected:
    RegistrationId registration{"0190a000-0000-7000-8000-0000000000aa"};
};

TEST_F(PlacesTest, RemembersMediaPositionAndRevealedSteps)
{
    const PagePlace place{std::chrono::milliseconds{83'500}, 2};
    {
        auto record = open();
        ASSERT_TRUE(record.places().savePagePlace(registration, kLesson, {"film"}, place).ok());
    }
    auto record = open();
    EXPECT_EQ(*record.places().pagePlace(registration, kLesson, {"film"}), place);
    EXPECT_EQ(*record.places().pagePlace(registration, kLesson, {"other"}), PagePlace{});
    EXPECT_EQ(*record.places().page(registration, kLesson), std::nullopt);
}

TEST_F(PlacesTest, SendsAPlaceOnceItChanged)
{
    auto record = open();
    auto &places = record.places();
    ASSERT_TRUE(places.savePage(registration, kLesson, {"intro"}).ok());
    const auto changed = *places.changed();
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].etag, "");
    EXPECT_NE(changed[0].json.find(R"("page":"intro")"), std::string::npos);
    ASSERT_TRUE(places.markSent(changed[0], "\"e1\"").ok());
    EXPECT_TRUE(places.changed()->empty());
}

TEST_F(PlacesTest, KeepsAPlaceChangedThatMovedWhileItWasSent)
{
    auto record = open();
    auto &places = record.places();
    ASSERT_TRUE(places.savePage(registration, kLesson, {"intro"}).ok());
    const auto sending = places.changed()->front();
    ASSERT_TRUE(places.savePage(registration, kLesson, {"one"}).ok()); // in the same millisecond
    ASSERT_TRUE(places.markSent(sending, "\"e1\"").ok());
    const auto changed = *places.changed();
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].etag, "\"e1\"");
}

TEST_F(PlacesTest, TakesTheLaterPlace)
{
    auto record = open();
    auto &places = record.places();
    ASSERT_TRUE(places.savePage(registration, kLesson, {"intro"}).ok());
    ASSERT_TRUE(places
                    .mergeFromServer(
                        kLesson, registration,
                        R"({"page":"old","position_ms":0,"updated":"2026-11-21T00:00:00Z","device":"d"})",
                        "\"e1\"")
                    .ok());
    EXPECT_EQ(*places.page(registration, kLesson), PageId{"intro"});
    EXPECT_EQ(places.changed()->front().etag, "\"e1\""); // ours is to replace it
    ASSERT_TRUE(places
                    .mergeFromServer(
                        kLesson, registration,
                        R"({"page":"new","position_ms":7000,"updated":"2026-11-23T00:00:00Z","device":"d"})",
                        "\"e2\"")
                    .ok());
    EXPECT_EQ(*places.page(registration, kLesson), PageId{"new"});
    EXPECT_EQ(places.pagePlace(registration, kLesson, {"new"})->position, std::chrono::milliseconds{7000});
    EXPECT_TRUE(places.changed()->empty());
}

TEST_F(PlacesTest, RefusesADocumentThatIsNone)
{
    auto record = open();
    for (const char *text : {"", "[]", "{}", R"({"page":1,"updated":"2026-11-21T00:00:00Z"})",
                             R"({"page":"a","updated":"yesterday"})"})
        EXPECT_EQ(record.places().mergeFromServer(kLesson, registration, text, "").error().code,
                  ErrorCode::InvalidInput)
            << text;
}

} // namespace
} // namespace kapok::learner
