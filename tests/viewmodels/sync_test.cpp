// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/sync_model.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TEST(SyncModel, ListsWhatWaitsWithTheNameOfItsCourse)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    SyncModel sync;
    const QAbstractItemModelTester waiting(sync.waiting(), Mode::Fatal);
    const QAbstractItemModelTester problems(sync.problems(), Mode::Fatal);
    LessonSession session;
    sync.start(device.get());
    session.start(device.get());
    device->setReading({"en", ""});
    Tablet::signIn(*device);
    EXPECT_EQ(sync.waiting()->count(), 0);
    session.open(Tablet::kCourse, "");
    ASSERT_TRUE(comes([&] { return sync.waiting()->count() >= 2; }));
    const QString title = sync.waiting()->value(0, SyncItemListModel::TitleRole).toString();
    EXPECT_TRUE(title.contains("What must never be typed in")) << title.toStdString();
    EXPECT_FALSE(sync.label().isEmpty());
    EXPECT_FALSE(sync.connectionText().isEmpty());
}

TEST(SyncModel, SaysWhySigningInAgainDidNotWork)
{
    Tablet tablet;
    const auto device = tablet.start();
    SyncModel sync;
    sync.start(device.get());
    Tablet::signIn(*device);
    EXPECT_EQ(sync.account(), QString("Hoàng Thị Mai"));
    sync.signInAgain("mai", "secret");
    EXPECT_TRUE(sync.signingIn());
    ASSERT_TRUE(comes([&] { return !sync.signingIn(); }));
    EXPECT_FALSE(sync.signInProblem().isEmpty());
}

} // namespace
} // namespace kapok::viewmodels
