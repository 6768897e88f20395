// SPDX-License-Identifier: Apache-2.0
// What is missing or earned at the end of a lesson, and what home shows of it.
#include "app/viewmodels/home_model.h"
#include "tests/viewmodels/lesson_fixture.h"

#include <variant>

namespace kapok::viewmodels {
namespace {

class LessonEndTest : public LessonTest {
protected:
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
};

TEST_F(LessonEndTest, GoesFromLessonToLessonWithoutClosing)
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

TEST_F(LessonEndTest, FinishesTheCourseWithItsHours)
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

TEST_F(LessonEndTest, KeepsAFinishedCourseInTheRecordWhenItIsGone)
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

TEST_F(LessonEndTest, KeepsACourseInTheRecordThatWasBegunAndIsGone)
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

TEST_F(LessonEndTest, SaysWhatIsMissingWhenPagesWereLeftOut)
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

TEST_F(LessonEndTest, KeepsTheBestMarkWhenTheLessonIsDoneAgain)
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

} // namespace
} // namespace kapok::viewmodels
