// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"
#include "core/roster/credentials.h"
#include "core/roster/roster.h"
#include "tests/core/lrs/records.h"

namespace kapok {
namespace {

using namespace std::chrono_literals;

/// A province with two schools; "a" and "b" in the first, "c" in the second, "boss" a reviewer who does not
/// learn.
class Report : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(people.prepareNode({test::kHome, {}, "VN", 420}, true).ok());
        province = *people.addUnit({{}, "province", {}, {{{"vi", "P"}}}, {}, {}});
        one = *people.addUnit({{}, "school", province, {{{"vi", "1"}}}, {}, {}});
        two = *people.addUnit({{}, "school", province, {{{"vi", "2"}}}, {}, {}});
        for (const auto &[account, unit, role] : {std::tuple("a", one, "learner"),
                                                  {"b", one, "learner"},
                                                  {"c", two, "learner"},
                                                  {"boss", one, "reviewer"}})
            ASSERT_TRUE(
                people
                    .addPerson(
                        {account, std::string("Người ") + account, {}, {}, unit, {{role, {}}}, "password"})
                    .ok());
        ASSERT_TRUE(
            people
                .publish({"c99", "1.0.0", test::kCourse, 2, records.clock.now(), "{}", "aa", "m", "s"}, {},
                         true)
                .ok());
        ASSERT_TRUE(people.assign({"c99", province, {}, records.clock.now() - 1h, {}}).ok());
    }

    void complete(const std::string &account, Time when)
    {
        const auto context = records.context(account);
        ASSERT_TRUE(
            records
                .add(test::arrayOf(
                    {xapi::initialized(context, when - 1h), xapi::completed(context, 1min, when - 1min),
                     xapi::passed(context, 0.8, 1, 1min, when - 1min), xapi::satisfied(context, when)}))
                .ok());
    }

    test::Records records;
    roster::Roster people{records.pool, records.clock};
    roster::Credentials credentials{records.pool, records.clock};
    report::Report report{records.pool, records.clock};
    UnitId province, one, two;
};

TEST_F(Report, CountsEveryUnitWithItsBranch)
{
    complete("a", records.clock.now() - 24h);
    ASSERT_TRUE(records.add(xapi::initialized(records.context("c"), records.clock.now()).json).ok());
    const auto figures = report.figures({province, one, two}, {});
    ASSERT_TRUE(figures.ok()) << figures.error().detail;
    const auto due = records.clock.now() - 1h;
    EXPECT_EQ(figures->at(0), (report::UnitFigures{province, 3, 3, 2, 1, 2, 1, 2, due}));
    EXPECT_EQ(figures->at(1), (report::UnitFigures{one, 2, 2, 1, 1, 1, 1, 1, due}));
    EXPECT_EQ(figures->at(2), (report::UnitFigures{two, 1, 1, 1, 0, 1, 0, 1, due}));
}

TEST_F(Report, CountsCompletionsOfTheTimeAskedForOnly)
{
    complete("a", records.clock.now() - 24h);
    complete("b", records.clock.now() - 24h * 10);
    report::Question question;
    question.from = records.clock.now() - 48h;
    EXPECT_EQ(report.figures({province}, question)->at(0).completed, 1);
    question.from.reset();
    question.to = records.clock.now() - 48h;
    EXPECT_EQ(report.figures({province}, question)->at(0).completed, 1);
    question.course = "other";
    EXPECT_EQ(report.figures({province}, question)->at(0).assigned, 0);
}

TEST_F(Report, CountsAPersonOncePerCourseHoweverOftenItWasAssigned)
{
    ASSERT_TRUE(people.assign({"c99", one, {}, records.clock.now() + 1h, {}}).ok());
    const auto a = people.personByAccount("a");
    ASSERT_TRUE(people.assign({"c99", {}, a->id, {}, {}}).ok());
    EXPECT_EQ(report.figures({province}, {})->at(0).assigned, 3);
    EXPECT_EQ(report.figures({province}, {})->at(0).late, 3); // the earliest due counts
}

TEST_F(Report, CountsADeviceWhereItWasLastUsed)
{
    const auto devicesOf = [&](const UnitId &unit) {
        const auto devices = report.devices({unit, unit});
        return devices.ok() ? std::pair(devices->known, devices->silent) : std::pair(-1, -1);
    };
    const roster::Device shared{"tablet", "Tablet", "Linux"};
    const auto first = credentials.signIn("a", "password", shared, "192.0.2.1");
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(devicesOf(one), std::pair(1, 0));
    EXPECT_EQ(report.devices({province, one})->known, 1);
    records.clock.advance(24h * 20);
    EXPECT_EQ(devicesOf(province), std::pair(1, 1));
    ASSERT_TRUE(credentials.signIn("c", "password", shared, "192.0.2.1").ok());
    EXPECT_EQ(devicesOf(one), std::pair(0, 0));
    EXPECT_EQ(devicesOf(two), std::pair(1, 0));
    records.clock.advance(2h);
    ASSERT_TRUE(credentials.authenticate(first->issued.key, first->issued.secret).ok());
    EXPECT_EQ(devicesOf(one), std::pair(1, 0));
    ASSERT_TRUE(people.movePerson("a", two).ok());
    EXPECT_EQ(devicesOf(one), std::pair(0, 0));
    ASSERT_TRUE(credentials.revoke(first->issued.key).ok());
    EXPECT_EQ(devicesOf(two), std::pair(1, 0));
    ASSERT_TRUE(people.removePerson("c").ok());
    EXPECT_EQ(devicesOf(province), std::pair(0, 0));
}

TEST_F(Report, ListsWhereEverybodyStands)
{
    complete("a", records.clock.now() - 24h);
    ASSERT_TRUE(records.add(xapi::initialized(records.context("b"), records.clock.now()).json).ok());
    const auto list = report.progress(province, {});
    ASSERT_TRUE(list.ok()) << list.error().detail;
    ASSERT_EQ(list->rows.size(), 3u);
    EXPECT_EQ(list->rows.at(0).account, "a");
    EXPECT_EQ(list->rows.at(0).state, "completed");
    EXPECT_EQ(list->rows.at(0).mark, 8.0);
    EXPECT_EQ(list->rows.at(0).date, records.clock.now() - 24h);
    EXPECT_EQ(list->rows.at(1).state, "started");
    EXPECT_EQ(list->rows.at(1).progress, 0.0);
    EXPECT_EQ(list->rows.at(2).state, "not_started");
    EXPECT_FALSE(list->rows.at(2).lastSeen.has_value());
    EXPECT_EQ(list->rows.at(2).due, records.clock.now() - 1h);
    EXPECT_EQ(report.progress(two, {})->rows.size(), 1u);
}

TEST_F(Report, ListsEverybodyOnceInPages)
{
    complete("a", records.clock.now() - 24h);
    const auto whole = report.progress(province, {});
    ASSERT_TRUE(whole.ok());
    EXPECT_TRUE(whole->next.empty());
    std::vector<std::string> accounts;
    report::Page page{2, {}};
    do {
        const auto part = report.progress(province, {}, page);
        ASSERT_TRUE(part.ok()) << part.error().detail;
        EXPECT_LE(part->rows.size(), 2u);
        for (const auto &row : part->rows)
            accounts.push_back(row.account);
        page.after = part->next;
    } while (!page.after.empty());
    ASSERT_EQ(accounts.size(), whole->rows.size());
    for (std::size_t i = 0; i < accounts.size(); ++i)
        EXPECT_EQ(accounts[i], whole->rows[i].account);
    EXPECT_EQ(report.progress(province, {}, {2, "nowhere"}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(report.progress(province, {}, {2, "nobody/c99"}).error().code, ErrorCode::InvalidInput);
}

TEST_F(Report, ListsWhoComesAfterManyWithNothingToList)
{
    for (const char *account : {"0", "1", "z"})
        ASSERT_TRUE(
            people
                .addPerson(
                    {account, std::string("Người ") + account, {}, {}, one, {{"learner", {}}}, "password"})
                .ok());
    for (const char *account : {"1", "z"})
        ASSERT_TRUE(people.assign({"other", {}, people.personByAccount(account)->id, {}, {}}).ok());
    const report::Question question{"other", {}, {}};
    const auto first = report.progress(province, question, {1, {}});
    ASSERT_TRUE(first.ok()) << first.error().detail;
    ASSERT_EQ(first->rows.size(), 1u);
    EXPECT_EQ(first->rows.front().account, "1");
    ASSERT_FALSE(first->next.empty());
    const auto second = report.progress(province, question, {1, first->next});
    ASSERT_TRUE(second.ok()) << second.error().detail;
    ASSERT_EQ(second->rows.size(), 1u);
    EXPECT_EQ(second->rows.front().account, "z");
    EXPECT_TRUE(second->next.empty());
}

} // namespace
} // namespace kapok
