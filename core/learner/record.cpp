// SPDX-License-Identifier: Apache-2.0
#include "core/learner/record.h"

#include "core/learner/entry.h"
#include "core/learner/people.h"
#include "core/learner/sessions.h"
#include "kapok_sql/learner_record.h"

#include <algorithm>

namespace kapok::learner {
namespace {

Error noSuch(const char *what, const std::string &id)
{
    return {ErrorCode::InvalidInput, std::string("this course has no ") + what + " " + id};
}

/// The lesson of a visit in the course as it is installed now.
Result<const course::Lesson *> lessonOf(const LessonVisit &visit, const course::Course &course)
{
    const course::Lesson *lesson = course.find(visit.lesson);
    if (!lesson || course.iri != visit.courseIri)
        return noSuch("lesson", visit.lesson.value);
    return lesson;
}

struct Spot {
    const course::Lesson *lesson = nullptr;
    const course::Page *page = nullptr;
};

Result<Spot> spotOf(const LessonVisit &visit, const course::Course &course, const PageId &page)
{
    KAPOK_TRY_ASSIGN(const course::Lesson *const lesson, lessonOf(visit, course));
    const course::Page *found = lesson->find(page);
    if (!found)
        return noSuch("page", page.value);
    return Spot{lesson, found};
}

std::chrono::milliseconds since(Time start, Time now)
{
    return std::max(std::chrono::milliseconds{0}, now - start); // a clock may be turned back
}

} // namespace

Record::Record(Learner learner, const Clock &clock, std::unique_ptr<store::Database> database)
    : m_learner(std::move(learner)),
      m_clock(&clock),
      m_database(std::move(database)),
      m_progress(std::make_unique<ProgressCache>(*m_database)),
      m_outbox(std::make_unique<Outbox>(*m_database)),
      m_places(std::make_unique<Places>(*m_database, clock, m_learner.device))
{}
Record::~Record() = default;
Record::Record(Record &&) noexcept = default;
Record &Record::operator=(Record &&) noexcept = default;

Result<Record> Record::open(const std::filesystem::path &dataDir, const Learner &learner, const Clock &clock,
                            const store::OpenOptions &options)
{
    if (!isUuid(learner.id.value)) // it also names a folder
        return Error{ErrorCode::InvalidInput, "a person's id must be a UUID"};
    store::OpenOptions durable = options;
    durable.durability = store::Durability::Full;
    KAPOK_TRY_ASSIGN(auto database, store::Database::open(profileFolder(dataDir, learner.id) / "learner.db",
                                                          sql::kLearnerRecord, durable));
    return Record(learner, clock, std::make_unique<store::Database>(std::move(database)));
}

Result<Entry> Record::begin()
{
    return Entry::begin(*m_database, *m_progress);
}

Result<const learning::CourseProgress *> Record::folded(std::string_view courseIri)
{
    KAPOK_TRY(m_progress->refresh());
    return m_progress->get(std::string(courseIri));
}

RegistrationId Record::registration(std::string_view courseIri) const
{
    return xapi::registrationId(courseIri, m_learner.account);
}

xapi::SessionContext Record::context(const LessonVisit &visit, const course::Course &course,
                                     const course::Lesson &lesson) const
{
    return {m_learner.account,
            {course.activityId(), course.title},
            {course.activityId(lesson.id), lesson.title},
            visit.session,
            visit.language,
            m_clockOffset};
}

Result<LessonVisit> Record::openLesson(const course::Course &course, const LessonId &lessonId,
                                       std::string_view language)
{
    const course::Lesson *lesson = course.find(lessonId);
    if (!lesson)
        return noSuch("lesson", lessonId.value);
    const Time now = m_clock->now();
    LessonVisit visit;
    visit.session.value = uuidV7(now.time_since_epoch().count());
    visit.registration = registration(course.iri);
    visit.course = course.id;
    visit.lesson = lessonId;
    visit.courseIri = course.iri;
    visit.lessonActivity = course.activityId(lessonId);
    visit.language = language;
    visit.openedAt = now;

    const bool asks = lesson->questionCount() > 0;
    const auto shared = context(visit, course, *lesson);
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const int ended, endAllSessions(entry, false, m_learner.account, m_clockOffset, now));
    (void)ended; // its statements are all that matters
    KAPOK_TRY(entry.add(
        xapi::launched(shared, asks ? xapi::MoveOn::CompletedAndPassed : xapi::MoveOn::Completed,
                       asks ? std::optional(lesson->completion.lessonCheck / 10.0) : std::nullopt, now)));
    KAPOK_TRY(entry.add(xapi::initialized(shared, now)));
    KAPOK_TRY(saveSession(*m_database, shared, now));
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    KAPOK_TRY_ASSIGN(const int chosen, storedAttempt(course.iri, lessonId));
    visit.attempt = std::max(chosen, progress->lesson(lessonId).lastAttempt());
    KAPOK_TRY_ASSIGN(visit.page, m_places->page(visit.registration, visit.lessonActivity));
    if (visit.page && !lesson->find(*visit.page)) // the place is of another version of the course
        visit.page.reset();
    KAPOK_TRY(entry.commit());
    return visit;
}

Result<Recorded> Record::pageSeen(const LessonVisit &visit, const course::Course &course, const PageId &page)
{
    KAPOK_TRY_ASSIGN(const Spot spot, spotOf(visit, course, page));
    KAPOK_TRY(m_places->savePage(visit.registration, visit.lessonActivity, page));
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    if (!progress->lesson(visit.lesson).seen.contains(page))
        KAPOK_TRY(entry.add(xapi::experienced(context(visit, course, *spot.lesson),
                                              {course.activityId(visit.lesson, page), spot.page->title},
                                              m_clock->now())));
    return settle(entry, visit, course, false);
}

Result<AnswerRecorded> Record::answer(const LessonVisit &visit, const course::Course &course,
                                      const PageId &page, const std::vector<std::string> &response,
                                      std::chrono::milliseconds duration)
{
    KAPOK_TRY_ASSIGN(const Spot spot, spotOf(visit, course, page));
    AnswerRecorded out;
    KAPOK_TRY_ASSIGN(out.grade, learning::grade(*spot.page, response));
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    const learning::LessonProgress &before = progress->lesson(visit.lesson);
    const int attempt = std::max(visit.attempt, before.lastAttempt());
    if (learning::questionStanding(before, page, attempt).closed)
        return Error{ErrorCode::Conflict, "page " + page.value + " takes no more answers in this try"};
    const xapi::AnswerResult result{response, out.grade.scaled, out.grade.right,
                                    std::max(std::chrono::milliseconds{0}, duration), attempt};
    KAPOK_TRY(entry.add(xapi::answered(context(visit, course, *spot.lesson),
                                       {course.activityId(visit.lesson, page), spot.page->title},
                                       learning::interactionOf(*spot.page), result, m_clock->now())));
    out.question = learning::questionStanding(progress->lesson(visit.lesson), page, attempt);
    out.question.latest = nullptr; // it would point into this Entry
    KAPOK_TRY_ASSIGN(out.recorded, settle(entry, visit, course, false));
    return out;
}

Result<Recorded> Record::finish(const LessonVisit &visit, const course::Course &course)
{
    if (auto lesson = lessonOf(visit, course); !lesson.ok())
        return lesson.error();
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    return settle(entry, visit, course, true);
}

Result<Recorded> Record::settle(Entry &entry, const LessonVisit &visit, const course::Course &course,
                                bool finishing)
{
    const course::Lesson &lesson = *course.find(visit.lesson);
    const auto shared = context(visit, course, lesson);
    const Time now = m_clock->now();
    const auto spent = since(visit.openedAt, now);
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    const int attempt = std::max(visit.attempt, progress->lesson(lesson.id).lastAttempt());
    Recorded out;
    out.due = learning::due(course, lesson.id, *progress, attempt, finishing);
    if (out.due.verdict)
        KAPOK_TRY(entry.add(*out.due.verdict ? xapi::passed(shared, out.due.scaled, attempt, spent, now)
                                             : xapi::failed(shared, out.due.scaled, attempt, spent, now)));
    if (out.due.completed)
        KAPOK_TRY(entry.add(xapi::completed(shared, spent, now)));
    if (out.due.satisfied)
        KAPOK_TRY(entry.add(xapi::satisfied(shared, now, course.periods)));
    out.statements = entry.added();
    out.lesson = learning::standing(lesson, progress->lesson(lesson.id), attempt);
    out.course = learning::standing(course, *progress);
    KAPOK_TRY(entry.commit());
    return out;
}

Status Record::closeLesson(const LessonVisit &visit)
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY(endSession(entry, visit.session, m_learner.account, m_clockOffset, m_clock->now()));
    return entry.commit();
}

Result<int> Record::storedAttempt(std::string_view courseIri, const LessonId &lesson)
{
    auto query = m_database->query("SELECT number FROM attempt WHERE course = ? AND lesson = ?",
                                   {courseIri, lesson.value});
    KAPOK_TRY_ASSIGN(const auto number, query.one([](const store::Query &row) { return row.integer(0); }));
    return static_cast<int>(number.value_or(1));
}

Result<int> Record::attempt(std::string_view courseIri, const LessonId &lesson)
{
    KAPOK_TRY_ASSIGN(const int chosen, storedAttempt(courseIri, lesson));
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, folded(courseIri));
    return std::max(chosen, progress->lesson(lesson).lastAttempt());
}

Status Record::retryLesson(LessonVisit &visit)
{
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, folded(visit.courseIri));
    const int last = progress->lesson(visit.lesson).lastAttempt();
    if (last < visit.attempt) // nothing was answered in this try yet
        return success();
    KAPOK_TRY(m_database->run("INSERT INTO attempt (course, lesson, number) VALUES (?, ?, ?)"
                              " ON CONFLICT (course, lesson) DO UPDATE SET number = excluded.number",
                              {visit.courseIri, visit.lesson.value, last + 1}));
    visit.attempt = last + 1;
    return success();
}

} // namespace kapok::learner
