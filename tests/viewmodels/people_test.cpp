// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/app_model.h"
#include "app/viewmodels/people_model.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

TEST(PeopleModel, ListsEverybodyOfTheTablet)
{
    Tablet tablet;
    PeopleModel people;
    const QAbstractItemModelTester tester(&people, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto device = tablet.start();
    people.start(device.get());
    ASSERT_TRUE(comes([&] { return people.count() == 2; }));
    EXPECT_EQ(people.value(0, PeopleModel::NameRole), QVariant("Hoàng Thị Mai"));
    EXPECT_EQ(people.value(0, PeopleModel::HasPinRole), QVariant(true));
    EXPECT_EQ(people.value(1, PeopleModel::InitialsRole), QVariant("韦"));
}

TEST(PeopleModel, LetsInWithTheRightPinOnly)
{
    Tablet tablet;
    const auto device = tablet.start();
    PeopleModel people;
    AppModel app;
    people.start(device.get());
    app.start(device.get());
    QSignalSpy wrong(&people, &PeopleModel::wrongPin);
    QSignalSpy unlocked(&people, &PeopleModel::unlocked);
    people.unlock(Tablet::kMai, "1111");
    EXPECT_TRUE(people.busy());
    ASSERT_TRUE(comes([&] { return wrong.count() == 1; }));
    EXPECT_FALSE(people.problem().isEmpty());
    EXPECT_TRUE(app.personId().isEmpty());
    people.unlock(Tablet::kMai, Tablet::kPin);
    ASSERT_TRUE(comes([&] { return unlocked.count() == 1; }));
    EXPECT_EQ(app.personId(), QString(Tablet::kMai));
    EXPECT_EQ(app.unitName(), QString("Trường Tiểu học Quảng Uyên"));
    app.signOut();
    EXPECT_TRUE(app.personId().isEmpty());
}

TEST(PeopleModel, AsksToWaitAfterTooManyWrongPins)
{
    Tablet tablet;
    const auto device = tablet.start();
    PeopleModel people;
    people.start(device.get());
    QSignalSpy locked(&people, &PeopleModel::locked);
    for (int i = 0; i <= learner::People::kPinTries && locked.isEmpty(); ++i) {
        people.unlock(Tablet::kMai, "1111");
        ASSERT_TRUE(comes([&] { return !people.busy(); }));
    }
    EXPECT_EQ(locked.count(), 1);
    EXPECT_FALSE(people.lockedText().isEmpty());
}

TEST(PeopleModel, SaysWhyNobodyCanBeAddedWithoutANetwork)
{
    Tablet tablet;
    const auto device = tablet.start();
    PeopleModel people;
    people.start(device.get());
    people.addPerson("kapok.example", "mai", "secret", "12");
    EXPECT_FALSE(people.problem().isEmpty());
    people.addPerson("kapok.example", "mai", "secret", "1234");
    EXPECT_TRUE(people.busy());
    ASSERT_TRUE(comes([&] { return !people.busy(); }));
    EXPECT_TRUE(people.problem().contains("no connection")) << people.problem().toStdString();
    EXPECT_EQ(people.count(), 2);
}

} // namespace
} // namespace kapok::viewmodels
