// SPDX-License-Identifier: Apache-2.0
// Sums of branches against counting everybody, after random histories, on both databases.
#include "tests/core/report/branch_world.h"

#include <iostream>
#include <rapidcheck.h>

namespace kapok {
namespace {

using namespace std::chrono_literals;
using test::Backend;
using test::BranchWorld;
using test::Deed;

/// After each history: every row is as if everything were counted anew, and the figures are those of
/// everybody.
void checkHistory(Backend backend)
{
    const auto deeds = *rc::gen::container<std::vector<Deed>>(rc::gen::build<Deed>(
        rc::gen::set(&Deed::kind, rc::gen::inRange(0, 15)), rc::gen::set(&Deed::a, rc::gen::inRange(0, 100)),
        rc::gen::set(&Deed::b, rc::gen::inRange(0, 100)), rc::gen::set(&Deed::c, rc::gen::inRange(0, 100))));
    BranchWorld world(backend);
    for (const Deed &deed : deeds) {
        world.act(deed);
        RC_ASSERT(world.lowest() >= 0);
    }
    world.countMarked();
    const auto kept = world.rows();
    world.expectWhatIsCounted();
    world.recount();
    RC_ASSERT(kept == world.rows());
    RC_ASSERT(world.statements.rebuildFigures().ok());
    RC_ASSERT(kept == world.rows());
}

/// Learner 4 completes a course that was just assigned to her with a date that is past, and of which nobody
/// has counted anything yet.
void checkWhileBeingCounted(Backend backend)
{
    BranchWorld world(backend);
    const Time due = world.clock.now() - 48h;
    world.assignWithoutCounting("c0", world.units.at(0), due);
    const auto before = world.report.figures(world.units, {});
    ASSERT_TRUE(before.ok());
    EXPECT_EQ(before->at(0).assigned, 0);
    EXPECT_TRUE(*world.report.isCounting({world.units.at(0)}));

    world.send(world.accounts.at(4), "satisfied", 0, world.clock.now() - 24h);
    EXPECT_GE(world.lowest(), 0);
    const auto between = world.report.figures(world.units, {});
    ASSERT_TRUE(between.ok());
    EXPECT_EQ(between->at(4).assigned, 1); // her unit was counted first
    EXPECT_EQ(between->at(4).completed, 1);
    EXPECT_FALSE(*world.report.isCounting({world.units.at(4)}));
    EXPECT_TRUE(*world.report.isCounting({world.units.at(0)}));

    world.countMarked();
    EXPECT_FALSE(*world.report.isCounting({world.units.at(0)}));
    const auto after = world.report.figures(world.units, {});
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after->at(0).assigned, 7);
    EXPECT_EQ(after->at(0).late, 6);
}

/// So many random histories; each makes a database.
bool holds(Backend backend, int histories)
{
    auto params = rc::detail::configuration().testParams;
    params.maxSuccess = histories;
    params.maxSize = 60;
    const auto result =
        rc::detail::checkTestable([=] { checkHistory(backend); }, rc::detail::TestMetadata{}, params);
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << "\nseed " << params.seed << "\n";
    return result.is<rc::detail::SuccessResult>();
}

} // namespace

TEST(BranchFigures, AreWhatCountingEverybodyGivesAfterAnyHistory)
{
    EXPECT_TRUE(holds(Backend::Sqlite, 40));
}

TEST(BranchFigures, AreTheSameOnPostgres)
{
    KAPOK_NEEDS_POSTGRES();
    EXPECT_TRUE(holds(Backend::Postgres, 15));
}

TEST(BranchFigures, CountAUnitWhoseAssignmentIsNotCountedYetBeforeAnybodyInItChanges)
{
    checkWhileBeingCounted(Backend::Sqlite);
}

TEST(BranchFigures, DoSoOnPostgres)
{
    KAPOK_NEEDS_POSTGRES();
    checkWhileBeingCounted(Backend::Postgres);
}

} // namespace kapok
