// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/home_model.h"

#include "app/viewmodels/course_words.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/wording.h"
#include "core/base/log.h"

#include <algorithm>

namespace kapok::viewmodels {
namespace {

/// Where in the lesson she stopped is asked for when it is opened; here only the lesson counts.
struct Continuing {
    const CourseState *course = nullptr;
    const course::Lesson *lesson = nullptr;
    int number = 0;
};

Continuing latestUnfinished(const std::vector<CourseState> &courses)
{
    Continuing found;
    for (const CourseState &course : courses) {
        if (!course.course || !course.isStarted() || course.isDone() || course.course->lessons.empty())
            continue;
        if (found.course && found.course->lastAt() >= course.lastAt())
            continue;
        const LessonId id = learning::nextLesson(*course.course, course.progress);
        found = {&course, course.course->find(id), 0};
        if (found.lesson)
            found.number = static_cast<int>(found.lesson - course.course->lessons.data()) + 1;
    }
    return found.lesson ? found : Continuing{};
}

/// Minutes left by the share of pages not seen yet.
int minutesLeft(const CourseState &state)
{
    int left = 0;
    for (const course::Lesson &lesson : state.course->lessons) {
        const auto standing = learning::standing(lesson, state.progress.lesson(lesson.id));
        if (standing.done || standing.pages == 0)
            continue;
        left += lesson.minutes * (standing.pages - standing.pagesSeen) / standing.pages;
    }
    return std::max(1, left);
}

} // namespace

HomeModel::HomeModel(QObject *parent)
    : QObject(parent),
      m_assigned(new CourseListModel(this)),
      m_library(new CourseListModel(this)),
      m_record(new RecordListModel(this)),
      m_subjects(new ChoiceListModel(this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &HomeModel::read);
}

void HomeModel::start(Device *device)
{
    m_device = device;
    connect(device, &Device::personChanged, this, &HomeModel::refresh);
    connect(device, &Device::libraryChanged, this, &HomeModel::refresh);
    connect(device, &Device::recordChanged, this, &HomeModel::refresh);
    connect(device, &Device::readingChanged, this, &HomeModel::show);
    connect(device, &Device::languageChanged, this, &HomeModel::show);
    connect(device, &Device::statusChanged, this, [this] {
        if (!m_device->status().downloads.empty() || m_library->count() > 0)
            showLibrary();
        showAssigned();
    });
}

void HomeModel::refresh()
{
    m_soon.start();
}

void HomeModel::read()
{
    if (!m_device->person()) {
        m_state = {};
        show();
        return;
    }
    m_device->worker().run(
        this,
        [person = m_device->person()->id, search = m_searchText.trimmed().toStdString()](Desk &desk) {
            return readHome(desk, person, search);
        },
        [this](Result<HomeState> state) {
            if (!state) {
                log::error("courses cannot be read: {}", state.error().detail);
                return;
            }
            m_state = std::move(*state);
            m_loaded = true;
            show();
            if (std::any_of(m_state.courses.begin(), m_state.courses.end(),
                            [](const CourseState &course) { return course.justSettled; }))
                m_device->recorded();
        });
}

void HomeModel::show()
{
    showAssigned();
    showLibrary();
    showSubjects();
    showRecord();
    View view;
    showContinue(view);
    showHours(view);
    view.isLoaded = m_loaded;
    if (view == m_view)
        return;
    m_view = view;
    emit changed();
}

void HomeModel::showContinue(View &view) const
{
    const Continuing found = latestUnfinished(m_state.courses);
    if (!found.course)
        return;
    const CourseState &state = *found.course;
    const Reading &reading = m_device->reading();
    view.hasContinue = true;
    view.continueCourseId = toQt(state.entry.id.value);
    view.continueLessonId = toQt(found.lesson->id.value);
    view.continueTitle = reading.in(state.entry.title);
    view.continueLanguage = toQt(reading.first);
    //: Which lesson comes next. %1 is its number, %n the number of lessons.
    const QString number =
        tr("Lesson %1 of %n", "", static_cast<int>(state.course->lessons.size())).arg(found.number);
    view.continueLessonText = Wording::line({number, reading.in(found.lesson->title)});
    //: How long the rest of a course takes.
    view.continueLeftText = tr("About %n minutes left", "", minutesLeft(state));
    view.continueButtonText = tr("Continue");
    view.continueProgress = state.standing.progress;
    view.continueCover = coverUrl(state.entry);
    view.continueCoverDark = coverDarkUrl(state.entry);
}

void HomeModel::showHours(View &view) const
{
    const Hours &hours = m_state.hours;
    view.hasHours = hours.planned > 0;
    //: Title above the training hours (giờ bồi dưỡng, 学时) of a teacher.
    view.hoursCaption = tr("Training hours");
    view.hoursEarnedText = Wording::number(hours.earned);
    //: Below the hours one has. %1 is how many hours are planned.
    view.hoursOutOfText = tr("of %1").arg(Wording::hours(hours.planned));
    //: %1 is a number of hours such as "6.5 hours".
    view.hoursLeftText =
        hours.left() > 0 ? tr("%1 to go").arg(Wording::hours(hours.left())) : tr("All hours done");
    if (hours.until && hours.left() > 0) //: Until when hours are wanted. %1 is a date.
        view.hoursUntilText = tr("until %1").arg(Wording::date(localDate(*hours.until)));
    view.hoursShare = hours.share();
}

void HomeModel::showAssigned()
{
    std::vector<const CourseState *> assigned;
    for (const CourseState &course : m_state.courses) {
        if (course.assignment)
            assigned.push_back(&course);
    }
    const auto urgency = [](const CourseState *course) {
        const Time late = Time::max();
        return std::pair(course->isDone(), course->assignment->due.value_or(late));
    };
    std::stable_sort(assigned.begin(), assigned.end(),
                     [&](const CourseState *a, const CourseState *b) { return urgency(a) < urgency(b); });
    std::vector<ListRow> rows;
    for (const CourseState *course : assigned)
        rows.push_back(courseRow(*course, m_device->reading(), m_device->status(), m_device->clock().now()));
    m_assigned->setRows(rows);
}

const CourseState *HomeModel::find(const std::string &id) const
{
    for (const CourseState &course : m_state.courses) {
        if (course.entry.id.value == id)
            return &course;
    }
    return nullptr;
}

void HomeModel::showLibrary()
{
    std::vector<const CourseState *> shown;
    if (m_searchText.trimmed().isEmpty()) {
        for (const CourseState &course : m_state.courses)
            shown.push_back(&course);
    } else {
        for (const std::string &id : m_state.found) {
            if (const CourseState *course = find(id))
                shown.push_back(course);
        }
    }
    std::vector<ListRow> rows;
    for (const CourseState *course : shown) {
        const QString subject = toQt(course->entry.subject);
        if (m_subject == QLatin1String("all") || subject == m_subject || subject == QLatin1String("all"))
            rows.push_back(
                courseRow(*course, m_device->reading(), m_device->status(), m_device->clock().now()));
    }
    m_library->setRows(rows);
}

void HomeModel::showSubjects()
{
    QStringList subjects{QStringLiteral("all")};
    for (const CourseState &course : m_state.courses) {
        const QString subject = toQt(course.entry.subject);
        if (!subjects.contains(subject))
            subjects.append(subject);
    }
    std::vector<ListRow> rows;
    for (const QString &subject : subjects)
        rows.push_back({subject, {subject, Wording::subject(subject), subject == m_subject}});
    m_subjects->setRows(rows);
}

ListRow HomeModel::recordRow(const CourseState &course) const
{
    const Reading &reading = m_device->reading();
    const QString id = toQt(course.entry.id.value);
    const bool canOpen = course.entry.isInstalled() || course.entry.offeredVersion;
    QString title = reading.in(course.entry.title);
    if (title.isEmpty() && !course.lessonName.empty())
        //: In "My record": a course whose own name is not known any more. %1 is the title of one of its
        //: lessons.
        title = tr("Course with the lesson “%1”").arg(reading.in(course.lessonName));
    if (title.isEmpty()) //: In "My record": a course whose name is not known any more.
        title = tr("A course that is no longer offered");
    //: State of a finished course. %1 is a date.
    QString state = course.isDone()
                        ? tr("Finished on %1").arg(Wording::date(localDate(*course.progress.satisfiedAt)))
                        : lessonsText(course);
    if (!canOpen &&
        course.isDone()) //: In "My record": a finished course that can no longer be opened or downloaded.
        state = Wording::line({state, tr("no longer offered")});
    else if (!canOpen)
        state = Wording::line(
            {tr("Not finished"), //: In "My record": what was done in a course that was begun and is gone.
             course.standing.lessonsDone > 0 ? tr("%n lessons done", "", course.standing.lessonsDone)
                                             : QString(),
             //: In "My record": a course that is not on the device any more and not offered either.
             tr("not on this device, no longer offered")});
    // A course under way has a mark as soon as a lesson is done.
    const bool marked = course.standing.mark && course.standing.lessonsDone > 0;
    const QString mark = marked ? Wording::mark(*course.standing.mark) : QString();
    const QString periods =
        course.isDone() && course.entry.periods > 0 ? Wording::hours(course.entry.periods) : QString();
    QStringList spoken{title, state, mark, periods};
    spoken.removeAll(QString());
    return {id,
            {id, title, reading.beside(course.entry.title), coverUrl(course.entry),
             coverDarkUrl(course.entry), course.isDone(), state, mark, periods, course.standing.progress,
             spoken.join(QStringLiteral(", ")), canOpen}};
}

void HomeModel::showRecord()
{
    std::vector<const CourseState *> mine;
    for (const CourseState &course : m_state.courses) {
        if (course.isStarted())
            mine.push_back(&course);
    }
    for (const CourseState &course : m_state.gone)
        mine.push_back(&course);
    std::stable_sort(mine.begin(), mine.end(),
                     [](const CourseState *a, const CourseState *b) { return a->lastAt() > b->lastAt(); });
    std::vector<ListRow> rows;
    for (const CourseState *course : mine)
        rows.push_back(recordRow(*course));
    m_record->setRows(rows);
}

void HomeModel::setSubject(const QString &subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject;
    showSubjects();
    showLibrary();
    emit filterChanged();
}

void HomeModel::setSearchText(const QString &text)
{
    if (text == m_searchText)
        return;
    m_searchText = text;
    emit filterChanged();
    refresh();
}

} // namespace kapok::viewmodels
