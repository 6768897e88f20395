// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/lesson_work.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/course/limits.h"

namespace kapok::viewmodels {
namespace {

std::filesystem::path pathOf(Desk &desk, const course::FileRef &file)
{
    return file.empty() ? std::filesystem::path() : desk.library->blobPath(file.sha256);
}

void readMedia(Desk &desk, const course::MediaBody &media, PageEntered &entered)
{
    entered.media = pathOf(desk, media.file);
    entered.poster = pathOf(desk, media.poster);
    for (const auto &[language, file] : media.captions) {
        const auto bytes = readFile(pathOf(desk, file), course::kMaxCaptionBytes);
        if (bytes)
            entered.captions[language] = course::readCaptions(*bytes).cues;
        else
            log::warn("captions {} cannot be read: {}", file.sha256, bytes.error().detail);
    }
}

int indexOf(const course::Lesson &lesson, const PageId &page)
{
    for (std::size_t i = 0; i < lesson.pages.size(); ++i) {
        if (lesson.pages[i].id == page)
            return static_cast<int>(i);
    }
    return 0;
}

} // namespace

Result<OpenedLesson> openLesson(Desk &desk, const CourseId &course, const LessonId &lesson,
                                const std::string &language)
{
    if (!desk.record)
        return Error{ErrorCode::Unauthorized, "Nobody is signed in."};
    OpenedLesson opened;
    KAPOK_TRY_ASSIGN(opened.course, desk.library->course(course));
    KAPOK_TRY_ASSIGN(const learning::CourseProgress progress, desk.record->progress(opened.course->iri));
    const LessonId chosen = lesson.empty() ? learning::nextLesson(*opened.course, progress) : lesson;
    const course::Lesson *found = opened.course->find(chosen);
    if (!found || found->pages.empty())
        return Error{ErrorCode::NotFound, "The course has no such lesson, or it has no pages."};
    KAPOK_TRY_ASSIGN(opened.visit, desk.record->openLesson(*opened.course, chosen, language));
    opened.progress = progress.lesson(chosen);
    const PageId page = opened.visit.page ? *opened.visit.page : learning::nextPage(*found, opened.progress);
    opened.page = indexOf(*found, page);
    return opened;
}

Result<PageEntered> enterPage(Desk &desk, const OpenedLesson &opened, const PageId &page)
{
    PageEntered entered;
    const course::Page *shown = opened.lesson()->find(page);
    if (!desk.record || !shown)
        return Error{ErrorCode::NotFound, "The page is not in this lesson."};
    const auto seen = desk.record->pageSeen(opened.visit, *opened.course, page);
    if (!seen)
        entered.saved = seen.error();
    if (const auto progress = desk.record->progress(opened.course->iri))
        entered.progress = progress->lesson(opened.visit.lesson);
    const auto place =
        desk.record->places().pagePlace(opened.visit.registration, opened.visit.lessonActivity, page);
    if (place)
        entered.place = *place;
    if (const auto *media = std::get_if<course::MediaBody>(&shown->body))
        readMedia(desk, *media, entered);
    if (const auto *image = std::get_if<course::ImageBody>(&shown->body))
        entered.image = pathOf(desk, image->image);
    return entered;
}

Result<AnswerSaved> saveAnswer(Desk &desk, const OpenedLesson &opened, const PageId &page,
                               const std::vector<std::string> &response, std::chrono::milliseconds duration)
{
    if (!desk.record)
        return Error{ErrorCode::Unauthorized, "Nobody is signed in."};
    AnswerSaved saved;
    KAPOK_TRY_ASSIGN(saved.recorded,
                     desk.record->answer(opened.visit, *opened.course, page, response, duration));
    KAPOK_TRY_ASSIGN(const learning::CourseProgress progress, desk.record->progress(opened.course->iri));
    saved.progress = progress.lesson(opened.visit.lesson);
    return saved;
}

int lessonsWaiting(Desk &desk)
{
    if (!desk.record)
        return 0;
    const auto waiting = desk.record->outbox().lessonsWaiting();
    return waiting.ok() ? *waiting : 0;
}

Result<LessonFinished> finishLesson(Desk &desk, const OpenedLesson &opened, const PersonId &person)
{
    if (!desk.record)
        return Error{ErrorCode::Unauthorized, "Nobody is signed in."};
    LessonFinished finished;
    KAPOK_TRY_ASSIGN(const learner::Finished recorded, desk.record->finish(opened.visit, *opened.course));
    finished.lesson = recorded.lesson;
    finished.course = recorded.course;
    KAPOK_TRY_ASSIGN(const learning::CourseProgress progress, desk.record->progress(opened.course->iri));
    finished.progress = progress.lesson(opened.visit.lesson);
    finished.satisfiedAt = progress.satisfiedAt;
    const LessonId next = learning::nextLesson(*opened.course, progress);
    if (!recorded.course.satisfied && next != opened.visit.lesson)
        finished.next = next;
    finished.waiting = lessonsWaiting(desk);
    if (const auto home = readHome(desk, person, {})) {
        finished.hours = home->hours;
        for (const CourseState &course : home->courses) {
            if (course.assignment && !course.isDone() && course.entry.id != opened.course->id)
                finished.nextCourse = course.entry;
        }
    }
    return finished;
}

} // namespace kapok::viewmodels
