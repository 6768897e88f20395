// SPDX-License-Identifier: Apache-2.0
#include "tests/viewmodels/lesson_fixture.h"

#include <QAbstractItemModelTester>

namespace kapok::viewmodels {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

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
