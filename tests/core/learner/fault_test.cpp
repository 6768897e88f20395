// SPDX-License-Identifier: Apache-2.0
#include "tests/core/learner/record_fixture.h"
#include "tests/support/fault_vfs.h"

#include <array>

namespace kapok::learner {
namespace {

using Kind = test::FaultVfs::Kind;

store::OpenOptions faulty()
{
    store::OpenOptions options;
    options.vfs = test::FaultVfs::name();
    return options;
}

/// At every n-th call to the disk: an answer that was said to be saved is there after reopening, and one
/// that was refused left nothing half written.
class FaultTest : public RecordTest, public ::testing::WithParamInterface<Kind> {
protected:
    /// One answer with the disk failing at call \p n. Whether the fault came about.
    bool round(int n)
    {
        const test::TemporaryFolder place;
        std::optional<StatementId> saved;
        std::size_t before = 0;
        {
            auto record = *Record::open(place.path(), kMai, clock, faulty());
            const auto where = visit(record);
            before = record.outbox().oldest(100)->size();
            m_disk.failAt(GetParam(), n);
            const auto answered = record.answer(where, course, {"one"}, {"b"}, std::chrono::seconds{3});
            if (answered.ok())
                saved = answered->recorded.statements.front();
            else
                expectStorageError(answered.error());
        } // closing meets the fault too
        const bool hit = m_disk.hit();
        m_disk.heal();
        expectWhole(place, saved, before);
        return hit;
    }

    static void expectStorageError(const Error &error)
    {
        EXPECT_TRUE(error.code == ErrorCode::StorageFull || error.code == ErrorCode::StorageBroken)
            << toString(error.code) << " " << error.detail;
    }

    void expectWhole(const test::TemporaryFolder &place, const std::optional<StatementId> &saved,
                     std::size_t before)
    {
        auto reopened = Record::open(place.path(), kMai, clock, faulty());
        ASSERT_TRUE(reopened.ok()) << reopened.error().detail;
        if (saved) {
            EXPECT_TRUE(reopened->statement(*saved)->has_value());
        }
        const auto statements = *reopened->outbox().oldest(100);
        const auto progress = *reopened->progress(course.iri);
        const bool answered = statements.size() == before + 1;
        EXPECT_TRUE(answered || statements.size() == before) << statements.size();
        EXPECT_EQ(answeredPages(progress), answered ? 1U : 0U);
        ASSERT_TRUE(reopened->rebuildProgress().ok());
        EXPECT_EQ(*reopened->progress(course.iri), progress);
    }

    test::FaultVfs m_disk;
};

TEST_P(FaultTest, AnAnswerIsSavedOrRefusedNeverHalf)
{
    int n = 1;
    while (round(n) && n < 200 && !HasFailure())
        ++n;
    EXPECT_LT(n, 200) << "the fault never stopped coming about";
    if (GetParam() != Kind::Open) { // everything is open by then
        EXPECT_GT(n, 1) << "the fault never came about";
    }
}

TEST_P(FaultTest, OpeningSucceedsOrSaysWhyAndWorksTheNextTime)
{
    for (int n = 1; n < 200; ++n) {
        const test::TemporaryFolder place;
        m_disk.failAt(GetParam(), n);
        {
            auto record = Record::open(place.path(), kMai, clock, faulty());
            if (!record.ok())
                expectStorageError(record.error());
        }
        const bool hit = m_disk.hit();
        m_disk.heal();
        expectWhole(place, std::nullopt, 0);
        if (!hit || HasFailure())
            return;
    }
    FAIL() << "the fault never stopped coming about";
}

TEST_P(FaultTest, GoesOnWhenTheDiskIsWellAgain)
{
    auto record = open(kMai, faulty());
    const auto where = visit(record);
    m_disk.failAt(GetParam(), 1);
    const auto first = record.answer(where, course, {"one"}, {"a"}, std::chrono::seconds{3});
    m_disk.heal();
    const auto second = record.answer(where, course, {"several"}, {"a", "c"}, std::chrono::seconds{3});
    ASSERT_TRUE(second.ok()) << second.error().detail;
    EXPECT_EQ(answeredPages(*record.progress(course.iri)), first.ok() ? 2U : 1U);
}

std::string kindName(const ::testing::TestParamInfo<Kind> &tested)
{
    constexpr std::array<const char *, 5> kNames{"Write", "Sync", "Open", "DiskFull", "Broken"};
    return kNames[static_cast<std::size_t>(tested.param)];
}

INSTANTIATE_TEST_SUITE_P(EveryCall, FaultTest,
                         ::testing::Values(Kind::Write, Kind::Sync, Kind::Open, Kind::DiskFull, Kind::Broken),
                         kindName);

} // namespace
} // namespace kapok::learner
