// SPDX-License-Identifier: Apache-2.0
// What a LessonSession keeps while she reads: her place, and whether what she did is saved.
#include "app/viewmodels/device.h"
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/wording.h"
#include "core/base/log.h"

namespace kapok::viewmodels {

void LessonSession::savePlace()
{
    m_placeTimer.stop();
    const course::Page *shown = page();
    if (!shown || !m_device || m_step != Page)
        return;
    const bool media = std::holds_alternative<course::MediaBody>(shown->body);
    const bool example = std::holds_alternative<course::ExampleBody>(shown->body);
    if (!media && !example)
        return;
    m_device->worker().post([visit = m_opened->visit, page = shown->id,
                             place = learner::PagePlace{std::chrono::milliseconds(m_media->place()),
                                                        m_page.revealedCount}](Desk &desk) {
        if (!desk.record)
            return;
        const Status status =
            desk.record->places().savePagePlace(visit.registration, visit.lessonActivity, page, place);
        if (!status)
            log::warn("the place was not saved: {}", status.error().detail);
    });
}

void LessonSession::mediaMoved(int milliseconds)
{
    m_media->moveTo(milliseconds);
    if (!m_placeTimer.isActive())
        m_placeTimer.start();
}

void LessonSession::revealNext()
{
    if (m_page.revealedCount >= m_page.stepCount)
        return;
    ++m_page.revealedCount;
    showSteps();
    emit pageChanged();
    savePlace();
}

void LessonSession::setCaptionMode(const QString &mode)
{
    if (mode == m_media->mode())
        return;
    m_media->setChosenMode(mode);
    if (m_device && m_device->person())
        m_device->worker().post([id = m_device->person()->id, mode = mode.toStdString()](Desk &desk) {
            (void)desk.people->setSetting(id, keys::kCaptionMode, mode).ok();
        });
}

void LessonSession::setMediaRate(double rate)
{
    m_media->setRate(rate);
    if (m_device && m_device->person())
        m_device->worker().post([id = m_device->person()->id, rate = m_media->rate()](Desk &desk) {
            (void)desk.people->setSetting(id, keys::kMediaRate, QString::number(rate).toStdString()).ok();
        });
}

void LessonSession::setSaved(SavedState saved, const QString &message)
{
    if (saved == Saved)
        m_again = nullptr;
    if (saved == m_saved && message == m_savedMessage)
        return;
    m_saved = saved;
    m_savedMessage = message;
    emit savedChanged();
}

void LessonSession::notSaved(const Error &error, std::function<void()> again)
{
    log::error("not saved: {}", error.detail);
    m_again = std::move(again);
    setSaved(NotSaved, Wording::problem(Situation::SaveAnswer, error.code).text());
}

void LessonSession::saveAgain()
{
    if (!m_again)
        return;
    const std::function<void()> again = std::move(m_again);
    m_again = nullptr;
    setSaved(Saving);
    again();
}

/// The page is still shown; only that she saw it is recorded once more.
void LessonSession::seeAgain(int index)
{
    const course::Page *shown = page();
    if (!shown || index != m_index)
        return setSaved(Saved); // she is elsewhere; coming back records it
    m_device->worker().run(
        this,
        [opened = *m_opened, page = shown->id](Desk &desk) -> Status {
            if (!desk.record)
                return Error{ErrorCode::Unauthorized, "Nobody is signed in."};
            const auto seen = desk.record->pageSeen(opened.visit, *opened.course, page);
            return seen ? success() : Status(seen.error());
        },
        [this, index, generation = m_generation](const Status &saved) {
            if (generation != m_generation)
                return;
            if (!saved) {
                notSaved(saved.error(), [this, index] { seeAgain(index); });
                return;
            }
            setSaved(Saved);
            m_device->recorded();
        });
}

} // namespace kapok::viewmodels
