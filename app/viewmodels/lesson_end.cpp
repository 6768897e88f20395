// SPDX-License-Identifier: Apache-2.0
// The end of a LessonSession: the result of the lesson, and of the course.
#include "app/viewmodels/competency_list_model.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/wording.h"

#include <algorithm>

namespace kapok::viewmodels {

void LessonSession::finishLesson()
{
    if (!m_device->person() || m_saved == Saving)
        return;
    setSaved(Saving);
    m_device->worker().run(
        this,
        [opened = *m_opened, person = m_device->person()->id](Desk &desk) {
            return viewmodels::finishLesson(desk, opened, person);
        },
        [this, generation = m_generation](const Result<LessonFinished> &result) {
            if (generation == m_generation && m_opened)
                finished(result);
        });
}

void LessonSession::finished(const Result<LessonFinished> &result)
{
    if (!result) {
        notSaved(result.error(), [this] {
            setSaved(Saved);
            finishLesson();
        });
        return;
    }
    setSaved(Saved);
    m_result = *result;
    m_opened->progress = result->progress;
    showPages();
    showEnd(*result);
    setStep(LessonEnd);
    m_device->recorded();
}

void LessonSession::showEnd(const LessonFinished &result)
{
    const course::Lesson *open = lesson();
    LessonEndView view;
    const QString needed = Wording::number(open->completion.lessonCheck);
    view.lessonPassed = result.lesson.done;
    if (result.lesson.mark) {
        view.lessonMarkText = Wording::mark(*result.lesson.mark);
        if (result.lesson.passed) //: Below a mark. %1 is the mark that is needed, such as 5.
            view.lessonNeededText = tr("Passed, %1 needed").arg(needed);
        else //: Below a mark. %1 is the mark that is needed, such as 5.
            view.lessonNeededText = tr("%1 needed to pass").arg(needed);
    }
    if (result.next) {
        view.hasNextLesson = true;
        if (const course::Lesson *next = m_opened->course->find(*result.next))
            view.nextLessonTitle = reading().in(next->title);
    }
    if (result.course.satisfied)
        showCourseEnd(result, view);
    showMissing(result);
    m_end = view;
    emit endChanged();
}

void LessonSession::showCourseEnd(const LessonFinished &result, LessonEndView &view) const
{
    const course::Course &course = *m_opened->course;
    //: On the page after a course was finished. Vietnamese: {You} is the form of address ("Cô đã hoàn
    //: thành!"), here and in every sentence to her.
    view.finishedGreeting = tr("You have finished!");
    if (result.course.mark) {
        view.finishedMarkText = Wording::mark(*result.course.mark);
        view.finishedMarkNote =
            tr("Passed, %1 needed").arg(Wording::number(lesson()->completion.lessonCheck));
    }
    view.competencyLevels = viewmodels::competencyLevels(course);
    const auto strongest = std::max_element(view.competencyLevels.cbegin(), view.competencyLevels.cend());
    if (*strongest > 0) {
        view.competencyName =
            Wording::competencyAspect(static_cast<int>(strongest - view.competencyLevels.cbegin()));
        view.competencyText = Wording::competencyLevel(*strongest);
    }
    //: Training hours that were just credited. %1 is "1.5 hours".
    view.periodsText = tr("+ %1").arg(Wording::hours(course.periods));
    view.periodsNote = Wording::line(
        {tr("%n lessons", "", static_cast<int>(course.lessons.size())), Wording::minutes(course.minutes)});
    view.finishedDateText = Wording::dateTime(result.satisfiedAt.value_or(m_device->clock().now()));
    const Hours &hours = result.hours;
    const double planned = std::max(hours.planned, hours.earned);
    const double before = std::max(0.0, hours.earned - course.periods);
    //: Title above the bar of training hours (giờ bồi dưỡng, 学时).
    view.hoursTitle = tr("Training hours");
    //: Hours earned of hours planned. %1 is a number, %2 is "20 hours".
    view.hoursText = tr("%1 of %2").arg(Wording::number(hours.earned), Wording::hours(planned));
    view.hoursBeforeShare = planned > 0 ? before / planned : 0;
    view.hoursAddedShare = planned > 0 ? (hours.earned - before) / planned : 0;
    //: Below the bar of hours. %1 is "13.5 hours".
    view.hoursBeforeText = tr("%1 before").arg(Wording::hours(before));
    //: Below the bar of hours. %1 is "1.5 hours".
    view.hoursAddedText = tr("%1 added now").arg(Wording::hours(hours.earned - before));
    if (hours.left() > 0) //: Below the bar of hours. %1 is "5 hours".
        view.hoursLeftText = tr("%1 to go").arg(Wording::hours(hours.left()));
    view.waitingCount = result.waiting;
    if (result.nextCourse) {
        view.nextCourseId = toQt(result.nextCourse->id.value);
        view.nextCourseTitle = reading().in(result.nextCourse->title);
    }
}

void LessonSession::showMissing(const LessonFinished &result)
{
    std::vector<ListRow> rows;
    const course::Lesson *open = lesson();
    for (std::size_t i = 0; !result.lesson.done && i < open->pages.size(); ++i) {
        const course::Page &each = open->pages[i];
        const auto standing = learning::questionStanding(result.progress, each.id, m_opened->visit.attempt);
        const bool asked = each.isQuestion() && !result.lesson.passed;
        QString reason;
        if (!result.progress.seen.contains(each.id))
            reason = tr("Not opened yet");
        else if (asked && standing.answers == 0)
            reason = tr("Not answered yet");
        else if (asked && !standing.right)
            reason = tr("Not right yet");
        else
            continue;
        rows.push_back({toQt(each.id.value), {reading().in(each.title), reason, static_cast<int>(i)}});
    }
    m_missing->setRows(rows);
}

void LessonSession::retryLesson()
{
    if (!m_opened)
        return;
    m_device->worker().run(
        this,
        [visit = m_opened->visit](Desk &desk) mutable -> Result<learner::LessonVisit> {
            if (!desk.record)
                return Error{ErrorCode::Unauthorized, "Nobody is signed in."};
            KAPOK_TRY(desk.record->retryLesson(visit));
            return visit;
        },
        [this, generation = m_generation](const Result<learner::LessonVisit> &visit) {
            if (generation != m_generation || !m_opened)
                return;
            if (!visit) {
                notSaved(visit.error(), [this] { retryLesson(); });
                return;
            }
            m_opened->visit = *visit;
            m_skipped.clear();
            setSaved(Saved);
            setStep(Page);
            enterPage(0);
            showPages();
        });
}

void LessonSession::nextLesson()
{
    if (!m_opened || !m_result)
        return;
    const QString course = m_head.courseId; // open() clears m_head
    if (m_result->next)
        open(course, toQt(m_result->next->value));
    else if (m_result->course.satisfied)
        setStep(Finished);
    else // nothing comes after it; what is missing she finds on the course's page
        close();
}

void LessonSession::showLanguages(const QString &first, const QString &second)
{
    if (m_device)
        m_device->askReading(first, second);
}

} // namespace kapok::viewmodels
