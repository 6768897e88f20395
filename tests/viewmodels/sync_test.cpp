// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/sync_model.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// Mai with the short course, and one lesson of it opened and left waiting.
class SyncSheet : public ::testing::Test {
protected:
    void SetUp() override
    {
        tablet.install();
        {
            const SystemClock clock;
            auto people = learner::People::open(tablet.folder(), clock);
            ASSERT_TRUE(people.ok());
            ASSERT_TRUE(people->setCredential(PersonId{Tablet::kMai}, {"key", "secret"}).ok());
        }
        device = tablet.start();
        sync.start(device.get());
        session.start(device.get());
        device->setReading({"en", ""});
        Tablet::signIn(*device);
        session.open(Tablet::kCourse, "");
        ASSERT_TRUE(comes([&] { return sync.waiting()->count() == 1; }));
        session.close();
        ASSERT_TRUE(comes([&] { return queued() >= 3; }));
    }

    /// Runs \p work on the outbox of Mai, and tells everybody.
    void withOutbox(const std::function<void(learner::Outbox &)> &work)
    {
        bool done = false;
        device->worker().run(
            device.get(),
            [&work](Desk &desk) {
                work(desk.record->outbox());
                return true;
            },
            [&done](bool) { done = true; });
        ASSERT_TRUE(comes([&done] { return done; }));
        device->recorded();
    }

    int queued()
    {
        int count = 0;
        withOutbox([&count](learner::Outbox &outbox) { count = outbox.counts()->queued; });
        return count;
    }

    static QString text(const SyncItemListModel *list, int row, int role)
    {
        return list->value(row, role).toString();
    }

    Tablet tablet;
    std::unique_ptr<Device> device;
    SyncModel sync;
    LessonSession session;
};

TEST_F(SyncSheet, ListsALessonAsOneThingThatWaits)
{
    const QAbstractItemModelTester waiting(sync.waiting(), Mode::Fatal);
    EXPECT_EQ(sync.waiting()->count(), 1);
    EXPECT_EQ(sync.waitingCount(), 1);
    EXPECT_EQ(sync.waitingText(), QString("1 items")); // English plurals come from a file
    const QString title = text(sync.waiting(), 0, SyncItemListModel::TitleRole);
    EXPECT_TRUE(title.startsWith("Lesson 1 · ")) << title.toStdString();
    EXPECT_TRUE(text(sync.waiting(), 0, SyncItemListModel::DetailRole).contains("today at"));
    EXPECT_EQ(text(sync.waiting(), 0, SyncItemListModel::StatusTextRole), QString("waiting"));
    EXPECT_TRUE(text(sync.waiting(), 0, SyncItemListModel::SectionRole).isEmpty());
    EXPECT_TRUE(sync.waitingNote().startsWith("Saved on this device"));
    EXPECT_EQ(sync.sent()->count(), 0);
    EXPECT_FALSE(sync.connectionText().isEmpty());
}

TEST_F(SyncSheet, CallsALessonSentOnlyOnceAllOfItWasConfirmed)
{
    const QString title = text(sync.waiting(), 0, SyncItemListModel::TitleRole);
    withOutbox([&](learner::Outbox &outbox) {
        const std::vector<StatementId> first{outbox.oldest(1)->front().id};
        EXPECT_TRUE(outbox.markSent(first, device->clock().now()).ok());
    });
    EXPECT_GT(queued(), 0);
    QTest::qWait(0);
    EXPECT_EQ(sync.sent()->count(), 0);
    EXPECT_EQ(sync.waiting()->count(), 1);
    withOutbox([&](learner::Outbox &outbox) {
        std::vector<StatementId> rest;
        const auto statements = outbox.oldest(1000);
        for (const auto &statement : *statements)
            rest.push_back(statement.id);
        EXPECT_TRUE(outbox.markSent(rest, device->clock().now()).ok());
    });
    ASSERT_TRUE(comes([&] { return sync.sent()->count() == 1; }));
    EXPECT_EQ(sync.waiting()->count(), 0);
    EXPECT_EQ(text(sync.sent(), 0, SyncItemListModel::TitleRole), title);
    EXPECT_TRUE(text(sync.sent(), 0, SyncItemListModel::StatusTextRole).startsWith("sent "));
    device->setReading({"zh", ""}); // what was sent speaks another language at once, too
    ASSERT_TRUE(comes([&] { return text(sync.sent(), 0, SyncItemListModel::TitleRole) != title; }));
    EXPECT_TRUE(text(sync.sent(), 0, SyncItemListModel::TitleRole).startsWith("Lesson 1 · "));
    ASSERT_TRUE(comes([&] { return sync.waitingNote() == "Everything has been sent."; }));
}

TEST_F(SyncSheet, NamesEachResultThatWasNotTakenBelowItsLesson)
{
    StatementId refused;
    withOutbox([&](learner::Outbox &outbox) {
        refused = outbox.oldest(1)->front().id;
        EXPECT_TRUE(outbox.setAside(refused, "$.verb: too old").ok());
    });
    ASSERT_TRUE(comes([&] { return sync.problems()->count() == 1; }));
    EXPECT_EQ(text(sync.problems(), 0, SyncItemListModel::TitleRole), QString("1 results need you"));
    EXPECT_TRUE(text(sync.problems(), 0, SyncItemListModel::DetailRole).contains("“Lesson 1 · "));
    const QVariant value = sync.problems()->value(0, SyncItemListModel::PartsRole);
    const auto *parts = value.value<SyncItemListModel *>();
    ASSERT_NE(parts, nullptr);
    ASSERT_EQ(parts->count(), 1);
    EXPECT_TRUE(text(parts, 0, SyncItemListModel::DetailRole).contains("$.verb: too old"));
    EXPECT_EQ(sync.waiting()->count(), 1); // the others still wait
    sync.sendAgain(text(sync.problems(), 0, SyncItemListModel::ItemIdRole));
    ASSERT_TRUE(comes([&] {
        int aside = 1;
        withOutbox([&aside](learner::Outbox &outbox) { aside = outbox.counts()->setAside; });
        return aside == 0;
    }));
    ASSERT_TRUE(comes([&] { return sync.problems()->count() == 0; }));
    EXPECT_EQ(sync.sent()->count(), 0);
}

TEST(SyncModel, DoesNotCallWhatHasNoAccountSent)
{
    Tablet tablet;
    tablet.install();
    const auto device = tablet.start();
    SyncModel sync;
    LessonSession session;
    sync.start(device.get());
    session.start(device.get());
    Tablet::signIn(*device);
    session.open(Tablet::kCourse, "");
    ASSERT_TRUE(comes([&] { return sync.waitingCount() == 1; }));
    EXPECT_EQ(sync.state(), SyncModel::Waiting);
    EXPECT_TRUE(sync.needsSignIn());
}

TEST(SyncModel, SaysThatThereIsNothingToSendYet)
{
    Tablet tablet;
    const auto device = tablet.start();
    SyncModel sync;
    sync.start(device.get());
    Tablet::signIn(*device);
    EXPECT_EQ(sync.waiting()->count(), 0);
    EXPECT_EQ(sync.waitingCount(), 0);
    EXPECT_EQ(sync.waitingNote(), QString("There is nothing to send yet."));
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
