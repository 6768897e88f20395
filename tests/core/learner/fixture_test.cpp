// SPDX-License-Identifier: Apache-2.0
#include "core/learner/people.h"
#include "tests/core/learner/record_fixture.h"

namespace kapok::learner {
namespace {

/// Databases written by schema version 1, kept in tests/fixtures and never changed. Every later version of
/// Kapok must open them.
class FixtureTest : public RecordTest {
protected:
    void SetUp() override
    {
        std::filesystem::copy(std::filesystem::path(KAPOK_SOURCE_DIR) / "tests/fixtures/schema-1",
                              folder.path(), std::filesystem::copy_options::recursive);
    }
};

TEST_F(FixtureTest, OpensADeviceOfSchema1)
{
    auto people = People::open(folder.path(), clock);
    ASSERT_TRUE(people.ok()) << people.error().detail;
    const auto all = *people->all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].name, "Hoàng Thị Mai");
    EXPECT_EQ(people->check(all[0].id, "2580")->outcome, PinCheck::Outcome::Unlocked);
    EXPECT_EQ(*people->setting(all[0].id, "language"), "vi");
}

TEST_F(FixtureTest, OpensARecordOfSchema1)
{
    auto record = open();
    const auto standing = learning::standing(course, *record.progress(course.iri));
    EXPECT_EQ(standing.lessonsDone, 1);
    EXPECT_EQ(standing.mark, 10.0);
    const auto counts = *record.outbox().counts();
    EXPECT_EQ(counts.queued, 10);
    EXPECT_EQ(counts.sent, 1);
    EXPECT_EQ(counts.setAside, 1);
    EXPECT_EQ(*record.pullCursor(), "2026-11-22T08:00:00.000Z");
    const auto before = *record.allProgress();
    ASSERT_TRUE(record.rebuildProgress().ok());
    EXPECT_EQ(*record.allProgress(), before);
}

} // namespace
} // namespace kapok::learner
