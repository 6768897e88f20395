// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/home_model.h"
#include "app/viewmodels/lesson_session.h"
#include "tests/viewmodels/tablet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// Mai with the short course open on her tablet.
class LessonTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_tablet.install();
        begin();
    }

    /// Starts the app as it is after a kill: nothing was closed.
    void begin()
    {
        if (m_session)
            m_left.push_back(std::move(m_session));
        m_before.push_back(std::move(m_device)); // still open, like the files of a killed process
        m_device = m_tablet.start();
        m_device->setReading({"en", "vi"});
        m_session = std::make_unique<LessonSession>();
        m_session->start(m_device.get());
        Tablet::signIn(*m_device);
    }

    void TearDown() override
    {
        m_session.reset();
        m_left.clear();
        m_device.reset();
    }

    void open()
    {
        m_session->open(Tablet::kCourse, "");
        ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::Page; }));
        settle();
    }

    /// Waits until the page has come back from the worker.
    void settle()
    {
        QSignalSpy shown(m_session.get(), &LessonSession::pageChanged);
        bool reached = false;
        m_device->worker().run(
            m_session.get(), [](Desk &) { return true; }, [&](bool) { reached = true; });
        ASSERT_TRUE(comes([&] { return reached; }));
    }

    void goTo(LessonSession::PageKind kind)
    {
        for (int i = 0; i < m_session->pageCount(); ++i) {
            m_session->goTo(i);
            settle();
            if (m_session->pageKind() == kind)
                return;
        }
        FAIL() << "the course has no such page";
    }

    const course::Page &page() const
    {
        return m_tablet.course().lessons.front().pages.at(static_cast<std::size_t>(m_session->pageIndex()));
    }

    void choose(bool right)
    {
        for (const course::Option &option : std::get<course::ChoiceBody>(page().body).options) {
            if (option.right == right) {
                m_session->choose(toQt(option.id));
                if (m_session->pageKind() == LessonSession::Choice)
                    return;
            }
        }
    }

    void putInOrder()
    {
        const auto &items = std::get<course::OrderBody>(page().body).items;
        for (int place = 0; place < static_cast<int>(items.size()); ++place)
            m_session->moveItem(m_session->options()->rowOf(toQt(items[static_cast<std::size_t>(place)].id)),
                                place);
    }

    void check()
    {
        ASSERT_TRUE(m_session->canCheck());
        m_session->check();
        ASSERT_TRUE(comes([&] { return m_session->savedState() != LessonSession::Saving; }));
    }

    int queued()
    {
        int count = -1;
        m_device->worker().run(
            m_session.get(), [](Desk &desk) { return desk.record->outbox().counts()->queued; },
            [&](int value) { count = value; });
        EXPECT_TRUE(comes([&] { return count >= 0; }));
        return count;
    }

    /// Answers every question right and goes to the end.
    void finish()
    {
        while (m_session->step() == LessonSession::Page) {
            settle();
            if (m_session->feedback() == LessonSession::NoFeedback) {
                if (std::holds_alternative<course::ChoiceBody>(page().body)) {
                    choose(true);
                    check();
                } else if (std::holds_alternative<course::OrderBody>(page().body)) {
                    putInOrder();
                    check();
                }
            }
            const int before = m_session->pageIndex();
            m_session->next();
            ASSERT_TRUE(comes([&] {
                return m_session->step() != LessonSession::Page || m_session->pageIndex() != before;
            }));
        }
    }

    Tablet m_tablet;
    std::vector<std::unique_ptr<Device>> m_before;
    std::vector<std::unique_ptr<LessonSession>> m_left;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<LessonSession> m_session;
};

TEST_F(LessonTest, ShowsPagesInBothLanguagesSideBySide)
{
    const QAbstractItemModelTester blocks(m_session->blocks(), Mode::Fatal);
    const QAbstractItemModelTester pages(m_session->pages(), Mode::Fatal);
    const QAbstractItemModelTester steps(m_session->steps(), Mode::Fatal);
    open();
    EXPECT_EQ(m_session->pageIndex(), 0);
    EXPECT_EQ(m_session->title(), QString("Typed is sent"));
    EXPECT_EQ(m_session->titleSecond(), QString("Gõ vào là đã gửi đi"));
    ASSERT_GT(m_session->blocks()->count(), 2);
    EXPECT_TRUE(m_session->blocks()->value(0, BlockListModel::FirstRole).toString().contains("Mr Lâm"));
    EXPECT_TRUE(m_session->blocks()->value(0, BlockListModel::SecondRole).toString().contains("Thầy Lâm"));
    EXPECT_EQ(m_session->pages()->value(0, PageListModel::PageStateRole), QVariant(PageListModel::Seen));
    m_device->setReading({"zh", ""});
    EXPECT_EQ(m_session->title(), QString("输入，就等于交出去"));
    EXPECT_EQ(m_session->titleSecond(), QString());
}

TEST_F(LessonTest, ComesBackToTheSamePageAfterAKill)
{
    open();
    m_session->goTo(3);
    settle();
    begin();
    open();
    EXPECT_EQ(m_session->pageIndex(), 3);
}

TEST_F(LessonTest, KeepsTheStepsOfAnExampleOpen)
{
    open();
    goTo(LessonSession::Example);
    ASSERT_GT(m_session->stepCount(), 2);
    m_session->revealNext();
    m_session->revealNext();
    EXPECT_EQ(m_session->steps()->value(1, StepListModel::IsRevealedRole), QVariant(true));
    EXPECT_EQ(m_session->steps()->value(2, StepListModel::IsRevealedRole), QVariant(false));
    m_session->close();
    open();
    EXPECT_EQ(m_session->pageKind(), LessonSession::Example);
    EXPECT_EQ(m_session->revealedCount(), 2);
}

TEST_F(LessonTest, ExplainsAWrongAnswerAndGivesAnotherTry)
{
    const QAbstractItemModelTester options(m_session->options(), Mode::Fatal);
    open();
    goTo(LessonSession::Choice);
    EXPECT_FALSE(m_session->canCheck());
    choose(false);
    check();
    EXPECT_EQ(m_session->savedState(), LessonSession::Saved);
    EXPECT_EQ(m_session->feedback(), LessonSession::NotYet);
    EXPECT_EQ(m_session->triesLeft(), learning::kTriesPerQuestion - 1);
    EXPECT_FALSE(m_session->feedbackText().isEmpty());
    EXPECT_FALSE(m_session->feedbackTextSecond().isEmpty());
    m_session->tryAgain();
    EXPECT_EQ(m_session->feedback(), LessonSession::NoFeedback);
    choose(true);
    check();
    EXPECT_EQ(m_session->feedback(), LessonSession::RightAnswer);
}

TEST_F(LessonTest, ShowsTheAnswerWhenNoTryIsLeft)
{
    open();
    goTo(LessonSession::Choice);
    for (int i = 0; i < learning::kTriesPerQuestion; ++i) {
        choose(false);
        check();
        m_session->tryAgain();
    }
    EXPECT_EQ(m_session->feedback(), LessonSession::NoTriesLeft);
    int right = 0;
    for (int i = 0; i < m_session->options()->count(); ++i)
        right +=
            m_session->options()->value(i, OptionListModel::MarkRole) == QVariant(OptionListModel::Right);
    EXPECT_EQ(right, 1);
}

TEST_F(LessonTest, ShowsTheAnswerAgainAfterAKill)
{
    open();
    goTo(LessonSession::Choice);
    choose(true);
    check();
    begin();
    open();
    EXPECT_EQ(m_session->pageKind(), LessonSession::Choice);
    EXPECT_EQ(m_session->feedback(), LessonSession::RightAnswer);
}

TEST_F(LessonTest, NeverShowsAsSavedWhatTheDiskDidNotTake)
{
    open();
    goTo(LessonSession::Choice);
    choose(true);
    const int before = queued();
    m_tablet.breakRecord(true);
    check();
    EXPECT_EQ(m_session->savedState(), LessonSession::NotSaved);
    EXPECT_FALSE(m_session->savedMessage().isEmpty());
    EXPECT_EQ(m_session->feedback(), LessonSession::NoFeedback);
    EXPECT_EQ(queued(), before);
    m_tablet.breakRecord(false);
    m_session->saveAgain();
    ASSERT_TRUE(comes([&] { return m_session->savedState() == LessonSession::Saved; }));
    EXPECT_EQ(m_session->feedback(), LessonSession::RightAnswer);
    EXPECT_GT(queued(), before);
}

TEST_F(LessonTest, KeepsWhatSheChoseWhileThePageIsSavedAgain)
{
    open();
    m_tablet.breakRecord(true);
    goTo(LessonSession::Choice);
    ASSERT_TRUE(comes([&] { return m_session->savedState() == LessonSession::NotSaved; }));
    choose(true);
    EXPECT_TRUE(m_session->canCheck());
    m_tablet.breakRecord(false);
    m_session->saveAgain();
    ASSERT_TRUE(comes([&] { return m_session->savedState() == LessonSession::Saved; }));
    EXPECT_TRUE(m_session->canCheck());
    check();
    EXPECT_EQ(m_session->feedback(), LessonSession::RightAnswer);
}

TEST_F(LessonTest, GoesFromLessonToLessonWithoutClosing)
{
    open();
    finish();
    QSignalSpy closed(m_session.get(), &LessonSession::closed);
    const QString course = m_session->courseId();
    m_session->open(m_session->courseId(), "");
    ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::Page; }));
    EXPECT_EQ(m_session->courseId(), course);
    EXPECT_EQ(closed.count(), 0);
    m_device->signOut();
    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(m_session->isOpen());
}

TEST_F(LessonTest, NeverShowsAnOrderThatIsRightAlready)
{
    const QAbstractItemModelTester options(m_session->options(), Mode::Fatal);
    open();
    goTo(LessonSession::Order);
    const auto &items = std::get<course::OrderBody>(page().body).items;
    bool same = true;
    for (std::size_t i = 0; i < items.size(); ++i)
        same = same && m_session->options()->keyOf(static_cast<int>(i)) == toQt(items[i].id);
    EXPECT_FALSE(same);
    putInOrder();
    check();
    EXPECT_EQ(m_session->feedback(), LessonSession::RightAnswer);
}

TEST_F(LessonTest, FinishesTheCourseWithItsHours)
{
    HomeModel home;
    home.start(m_device.get());
    open();
    finish();
    ASSERT_EQ(m_session->step(), LessonSession::LessonEnd);
    EXPECT_TRUE(m_session->lessonPassed());
    EXPECT_EQ(m_session->missing()->count(), 0);
    EXPECT_EQ(m_session->lessonMarkText(), QString("10\u00a0/\u00a010"));
    EXPECT_FALSE(m_session->hasNextLesson());
    m_session->nextLesson();
    EXPECT_EQ(m_session->step(), LessonSession::Finished);
    EXPECT_GT(m_session->waitingCount(), 0);
    EXPECT_FALSE(m_session->periodsText().isEmpty());
    EXPECT_EQ(m_session->competencyLevels().at(1), 1);
    EXPECT_FALSE(m_session->competencyName().isEmpty());
    EXPECT_DOUBLE_EQ(m_session->hoursBeforeShare() + m_session->hoursAddedShare(), 1.0);
    m_session->close();
    ASSERT_TRUE(comes([&] { return home.record()->count() == 1; }));
    EXPECT_TRUE(comes([&] { return home.record()->value(0, RecordListModel::IsDoneRole).toBool(); }));
}

TEST_F(LessonTest, KeepsAFinishedCourseInTheRecordWhenItIsGone)
{
    HomeModel home;
    home.start(m_device.get());
    open();
    finish();
    m_session->nextLesson();
    m_session->close();
    ASSERT_TRUE(comes([&] { return home.record()->value(0, RecordListModel::IsDoneRole).toBool(); }));
    const auto text = [&](int role) { return home.record()->value(0, role).toString(); };
    const QString title = text(RecordListModel::TitleRole);
    const QString mark = text(RecordListModel::MarkTextRole);
    const QString hours = text(RecordListModel::PeriodsTextRole);
    const QString earned = home.hoursEarnedText();
    EXPECT_TRUE(home.record()->value(0, RecordListModel::CanOpenRole).toBool());
    m_device->worker().post(
        [](Desk &desk) { ASSERT_TRUE(desk.library->remove(CourseId{Tablet::kCourse}).ok()); });
    m_device->libraryTouched();
    ASSERT_TRUE(comes([&] { return home.library()->count() == 0; }));
    ASSERT_EQ(home.record()->count(), 1);
    EXPECT_FALSE(home.record()->value(0, RecordListModel::CanOpenRole).toBool());
    EXPECT_EQ(text(RecordListModel::TitleRole), title);
    EXPECT_EQ(text(RecordListModel::MarkTextRole), mark);
    EXPECT_EQ(text(RecordListModel::PeriodsTextRole), hours);
    EXPECT_EQ(home.hoursEarnedText(), earned);
}

TEST_F(LessonTest, KeepsACourseInTheRecordThatWasBegunAndIsGone)
{
    HomeModel home;
    home.start(m_device.get());
    open();
    goTo(LessonSession::Choice);
    m_session->close();
    ASSERT_TRUE(comes([&] { return home.record()->count() == 1; }));
    m_device->worker().post(
        [](Desk &desk) { ASSERT_TRUE(desk.library->remove(CourseId{Tablet::kCourse}).ok()); });
    m_device->libraryTouched();
    ASSERT_TRUE(comes([&] { return home.library()->count() == 0; }));
    ASSERT_EQ(home.record()->count(), 1);
    const auto value = [&](int role) { return home.record()->value(0, role); };
    EXPECT_FALSE(value(RecordListModel::IsDoneRole).toBool());
    EXPECT_FALSE(value(RecordListModel::CanOpenRole).toBool());
    EXPECT_FALSE(value(RecordListModel::TitleRole).toString().isEmpty());
    EXPECT_EQ(value(RecordListModel::StateTextRole).toString(),
              QString("Not finished · not on this device, no longer offered"));
    EXPECT_EQ(value(RecordListModel::MarkTextRole).toString(), QString());
    EXPECT_EQ(value(RecordListModel::PeriodsTextRole).toString(), QString());
}

TEST_F(LessonTest, SaysWhatIsMissingWhenPagesWereLeftOut)
{
    open();
    m_session->goTo(m_session->pageCount() - 1);
    settle();
    m_session->next();
    ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::LessonEnd; }));
    EXPECT_FALSE(m_session->lessonPassed());
    EXPECT_GT(m_session->missing()->count(), 2);
    m_session->back();
    EXPECT_EQ(m_session->step(), LessonSession::Page);
}

TEST_F(LessonTest, KeepsTheBestMarkWhenTheLessonIsDoneAgain)
{
    open();
    finish();
    m_session->retryLesson();
    ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::Page; }));
    settle();
    goTo(LessonSession::Choice);
    EXPECT_EQ(m_session->feedback(), LessonSession::NoFeedback) << "a new try begins with open questions";
    choose(false);
    check();
    m_session->goTo(m_session->pageCount() - 1);
    settle();
    m_session->next();
    ASSERT_TRUE(comes([&] { return m_session->step() == LessonSession::LessonEnd; }));
    EXPECT_EQ(m_session->lessonMarkText(), QString("10\u00a0/\u00a010"));
}

TEST_F(LessonTest, SaysWhyALessonCannotBeOpened)
{
    m_session->open("no-such-course", "");
    ASSERT_TRUE(comes([&] { return !m_session->problemTitle().isEmpty(); }));
    EXPECT_TRUE(m_session->isOpen());
    m_session->close();
    EXPECT_FALSE(m_session->isOpen());
}

TEST(LessonSession, IsHarmlessWithoutADevice)
{
    LessonSession session;
    session.open("a", "b");
    session.next();
    session.back();
    session.goTo(2);
    session.choose("x");
    session.check();
    session.mediaMoved(100);
    session.revealNext();
    session.skip();
    session.close();
    EXPECT_FALSE(session.isOpen());
}

} // namespace
} // namespace kapok::viewmodels
