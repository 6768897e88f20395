// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/sync_items.h"

#include "app/viewmodels/wording.h"
#include "core/xapi/vocabulary.h"

#include <algorithm>
#include <set>

namespace kapok::viewmodels {
namespace {

/// More set-aside statements than this are not named one by one; those that are sent again make room.
constexpr std::size_t kNamed = 100;

class Words {
    Q_DECLARE_TR_FUNCTIONS(kapok::viewmodels::SyncWords)
};

bool isSameLesson(const learner::WaitingLesson &a, const learner::WaitingLesson &b)
{
    return a.courseIri == b.courseIri && a.lesson == b.lesson;
}

const library::CourseEntry *entryOf(const std::vector<library::CourseEntry> &courses, const std::string &iri)
{
    for (const library::CourseEntry &course : courses) {
        if (iri.ends_with("/" + course.id.value))
            return &course;
    }
    return nullptr;
}

/// The installed course with this IRI, or null.
std::shared_ptr<const course::Course> installed(Desk &desk, const SyncReading &reading,
                                                const std::string &iri)
{
    const library::CourseEntry *entry = entryOf(reading.courses, iri);
    if (!entry || !entry->isInstalled())
        return nullptr;
    auto course = desk.library->course(entry->id);
    return course.ok() && (*course)->iri == iri ? *course : nullptr;
}

LocalizedText nameInRecord(Desk &desk, const std::string &course, const std::string &activity)
{
    auto name = desk.record->nameInRecord(course, activity);
    return name.ok() ? std::move(*name) : LocalizedText();
}

/// The words before the page's id in an activity of a page.
constexpr std::string_view kPages = "/pages/";

void readCourseName(Desk &desk, SyncReading &reading, const std::string &iri)
{
    if (reading.courseTitles.contains(iri))
        return;
    const library::CourseEntry *entry = entryOf(reading.courses, iri);
    reading.courseTitles[iri] = entry ? entry->title : nameInRecord(desk, iri, iri);
}

void readLessonName(Desk &desk, SyncReading &reading, const learner::WaitingLesson &waiting)
{
    readCourseName(desk, reading, waiting.courseIri);
    const auto key = std::pair(waiting.courseIri, waiting.lesson.value);
    if (waiting.lesson.empty() || reading.lessonNames.contains(key))
        return;
    LessonName name;
    const auto course = installed(desk, reading, waiting.courseIri);
    if (const course::Lesson *lesson = course ? course->find(waiting.lesson) : nullptr) {
        name.number = static_cast<int>(lesson - course->lessons.data()) + 1;
        name.title = lesson->title;
    } else {
        name.title =
            nameInRecord(desk, waiting.courseIri, waiting.courseIri + "/lessons/" + waiting.lesson.value);
    }
    reading.lessonNames[key] = std::move(name);
}

void readPageTitle(Desk &desk, SyncReading &reading, const learner::WaitingItem &item)
{
    const auto at = item.activityId.rfind(kPages);
    if (at == std::string::npos || reading.pageTitles.contains(item.activityId))
        return;
    const auto course = installed(desk, reading, item.courseIri);
    if (!course) {
        reading.pageTitles[item.activityId] = nameInRecord(desk, item.courseIri, item.activityId);
        return;
    }
    const PageId wanted{item.activityId.substr(at + kPages.size())};
    for (const course::Lesson &lesson : course->lessons) {
        const course::Page *page = lesson.find(wanted);
        if (page && course->activityId(lesson.id, wanted) == item.activityId)
            reading.pageTitles[item.activityId] = page->title;
    }
}

} // namespace

int SyncReading::waitingCount() const
{
    return static_cast<int>(
        std::count_if(lessons.begin(), lessons.end(), [](const auto &lesson) { return !lesson.setAside; }));
}

const learner::WaitingLesson *SyncReading::find(const learner::WaitingLesson &lesson) const
{
    for (const learner::WaitingLesson &one : lessons) {
        if (isSameLesson(one, lesson))
            return &one;
    }
    return nullptr;
}

SyncReading readSync(Desk &desk)
{
    SyncReading reading;
    if (auto courses = desk.library->courses())
        reading.courses = std::move(*courses);
    if (!desk.record)
        return reading;
    if (auto lessons = desk.record->outbox().lessons())
        reading.lessons = std::move(*lessons);
    for (const learner::WaitingLesson &lesson : reading.lessons)
        readLessonName(desk, reading, lesson);
    const bool anyAside = std::any_of(reading.lessons.begin(), reading.lessons.end(),
                                      [](const auto &lesson) { return lesson.setAside; });
    if (!anyAside)
        return reading;
    if (auto items = desk.record->outbox().waiting(kNamed)) { // set aside ones come first
        std::erase_if(*items, [](const learner::WaitingItem &item) { return !item.setAside; });
        reading.refused = std::move(*items);
    }
    for (const learner::WaitingItem &item : reading.refused)
        readPageTitle(desk, reading, item);
    return reading;
}

SyncReading namesOf(const SyncReading &reading, const learner::WaitingLesson &lesson)
{
    SyncReading names;
    if (const auto course = reading.courseTitles.find(lesson.courseIri); course != reading.courseTitles.end())
        names.courseTitles.insert(*course);
    const auto name = reading.lessonNames.find({lesson.courseIri, lesson.lesson.value});
    if (name != reading.lessonNames.end())
        names.lessonNames.insert(*name);
    return names;
}

std::vector<learner::WaitingLesson> sentBetween(const SyncReading &before, const SyncReading &after)
{
    std::vector<learner::WaitingLesson> sent;
    for (const learner::WaitingLesson &lesson : before.lessons) {
        if (!lesson.setAside && !after.find(lesson))
            sent.push_back(lesson);
    }
    return sent;
}

QString SyncWords::title(const learner::WaitingLesson &lesson) const
{
    const auto course = m_reading->courseTitles.find(lesson.courseIri);
    QString courseTitle =
        course == m_reading->courseTitles.end() ? QString() : m_languages.in(course->second);
    if (courseTitle.isEmpty()) //: In the sync sheet: results of a course whose name is not known any more.
        courseTitle = Words::tr("A course that is no longer on this device");
    const auto found = m_reading->lessonNames.find({lesson.courseIri, lesson.lesson.value});
    if (lesson.lesson.empty() || found == m_reading->lessonNames.end() || found->second.title.empty())
        return courseTitle;
    const QString title = m_languages.in(found->second.title);
    if (found->second.number == 0)
        return title;
    //: A lesson that waits to be sent. %1 is its number.
    return Wording::line({Words::tr("Lesson %1").arg(found->second.number), title});
}

QString SyncWords::course(const learner::WaitingLesson &lesson) const
{
    std::set<std::string> courses;
    for (const learner::WaitingLesson &one : m_reading->lessons)
        courses.insert(one.courseIri);
    const auto found = m_reading->courseTitles.find(lesson.courseIri);
    if (courses.size() < 2 || lesson.lesson.empty() || found == m_reading->courseTitles.end())
        return {};
    const QString name = m_languages.in(found->second);
    return name == title(lesson) ? QString() : name;
}

QString SyncWords::facts(const learner::WaitingLesson &lesson) const
{
    QString what;
    if (lesson.lesson.empty())
        what = Words::tr("course finished");
    else if (lesson.answers > 0 && lesson.finished)
        //: What waits of a lesson. %n is how many answers.
        what = Words::tr("%n answers, finished", "", lesson.answers);
    else if (lesson.answers > 0)
        what = Words::tr("%n answers", "", lesson.answers);
    else if (lesson.finished)
        what = Words::tr("finished");
    else if (lesson.pages > 0) //: What waits of a lesson. %n is how many pages were read.
        what = Words::tr("%n pages read", "", lesson.pages);
    else
        what = Words::tr("opened");
    return Wording::line({what, Wording::dayAndTime(lesson.latest, m_now)});
}

QString SyncWords::refusedTitle(const learner::WaitingItem &item) const
{
    namespace verb = xapi::verb;
    const auto found = m_reading->pageTitles.find(item.activityId);
    const QString page = found == m_reading->pageTitles.end() ? QString() : m_languages.in(found->second);
    if (item.verb == verb::kAnswered) //: A result that was not taken. %1 is the title of the question.
        return page.isEmpty() ? Words::tr("An answer") : Words::tr("Answer: %1").arg(page);
    if (item.verb == verb::kExperienced) //: A result that was not taken. %1 is the title of the page.
        return page.isEmpty() ? Words::tr("A page that was read") : Words::tr("Page read: %1").arg(page);
    if (item.verb == verb::kPassed || item.verb == verb::kFailed)
        return Words::tr("The result of the lesson");
    if (item.verb == verb::kCompleted)
        return Words::tr("The lesson is finished");
    if (item.verb == verb::kSatisfied)
        return Words::tr("The course is finished");
    //: A result that was not taken: the note that a lesson was opened or left.
    return Words::tr("The lesson was opened or left");
}

QString SyncWords::refusedDetail(const learner::WaitingItem &item) const
{
    const QString when = Wording::dayAndTime(item.at, m_now);
    if (item.reason.empty())
        return when;
    //: Why a result was not taken. %1 is when it was done, %2 what the other side answered, in English.
    return Words::tr("%1. The answer was: “%2”").arg(when, toQt(item.reason));
}

} // namespace kapok::viewmodels
