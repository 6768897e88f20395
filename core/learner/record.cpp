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

/// When the last lesson of \p course moved on, by the clocks of whatever devices it did on.
Time movedOnAt(const course::Course &course, const learning::CourseProgress &progress)
{
    Time at{};
    for (const auto &lesson : course.lessons) {
        const learning::LessonProgress &each = progress.lesson(lesson.id);
        at = std::max({at, each.completedAt.value_or(at), each.passedAt.value_or(at)});
    }
    return at;
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
            m_clockOffset,
            lesson.questionCount() > 0 ? std::optional(lesson.completion.lessonCheck / 10.0) : std::nullopt};
}

Time Record::now()
{
    m_latest = std::max(m_latest, m_clock->now());
    return m_latest;
}

Result<Record::Session> Record::session(Entry &entry, const LessonVisit &visit, const course::Course &course,
                                        const course::Lesson &lesson, bool forVerdict)
{
    Session out{context(visit, course, lesson), now()};
    KAPOK_TRY_ASSIGN(const std::optional<OpenSession> open, findSession(*m_database, visit.session));
    if (open && open->mode == xapi::LaunchMode::Normal && !(forVerdict && open->judged)) {
        out.context.session = open->current;
        out.openedAt = open->openedAt;
        return out;
    }
    KAPOK_TRY(endSession(entry, visit.session, m_learner.account, m_clockOffset, out.openedAt));
    out.context.session = newSessionId();
    KAPOK_TRY(beginSession(entry, visit.session, out.context, xapi::LaunchMode::Normal, out.openedAt));
    return out;
}

Result<LessonVisit> Record::openLesson(const course::Course &course, const LessonId &lessonId,
                                       std::string_view language)
{
    const course::Lesson *lesson = course.find(lessonId);
    if (!lesson)
        return noSuch("lesson", lessonId.value);
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const int ended, endAllSessions(entry, false, m_learner.account, m_clockOffset, now()));
    (void)ended;       // its statements are all that matters
    m_latest = Time{}; // each session goes by the clock as it is, and only forwards
    const Time opened = now();
    LessonVisit visit;
    visit.session = newSessionId();
    visit.registration = registration(course.iri);
    visit.course = course.id;
    visit.lesson = lessonId;
    visit.courseIri = course.iri;
    visit.lessonActivity = course.activityId(lessonId);
    visit.language = language;
    visit.openedAt = opened;

    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    KAPOK_TRY_ASSIGN(const int chosen, storedAttempt(course.iri, lessonId));
    const learning::LessonProgress &before = progress->lesson(lessonId);
    visit.attempt = std::max(chosen, before.lastAttempt());
    const bool done = learning::standing(*lesson, before, visit.attempt).done;
    KAPOK_TRY(beginSession(entry, visit.session, context(visit, course, *lesson),
                           done ? xapi::LaunchMode::Review : xapi::LaunchMode::Normal, opened));
    KAPOK_TRY_ASSIGN(visit.page, m_places->page(visit.registration, visit.lessonActivity));
    if (visit.page && !lesson->find(*visit.page)) // the place is of another version of the course
        visit.page.reset();
    entry.catchUp();
    KAPOK_TRY(entry.commit());
    return visit;
}

Result<Recorded> Record::pageSeen(const LessonVisit &visit, const course::Course &course, const PageId &page)
{
    KAPOK_TRY_ASSIGN(const Spot spot, spotOf(visit, course, page));
    KAPOK_TRY(m_places->savePage(visit.registration, visit.lessonActivity, page));
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    if (!progress->lesson(visit.lesson).seen.contains(page)) {
        KAPOK_TRY_ASSIGN(const Session open, session(entry, visit, course, *spot.lesson, false));
        KAPOK_TRY(entry.add(xapi::experienced(
            open.context, {course.activityId(visit.lesson, page), spot.page->title}, now())));
    }
    KAPOK_TRY_ASSIGN(auto recorded, settle(entry, visit, course, false));
    KAPOK_TRY(entry.commit());
    return recorded;
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
    KAPOK_TRY_ASSIGN(const Session open, session(entry, visit, course, *spot.lesson, false));
    KAPOK_TRY(
        entry.add(xapi::answered(open.context, {course.activityId(visit.lesson, page), spot.page->title},
                                 learning::interactionOf(*spot.page), result, now())));
    out.question = learning::questionStanding(progress->lesson(visit.lesson), page, attempt);
    out.question.latest = nullptr; // it would point into this Entry
    KAPOK_TRY_ASSIGN(out.recorded, settle(entry, visit, course, false));
    KAPOK_TRY(entry.commit());
    return out;
}

Result<Finished> Record::finish(const LessonVisit &visit, const course::Course &course)
{
    KAPOK_TRY_ASSIGN(const course::Lesson *const lesson, lessonOf(visit, course));
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    Finished out;
    KAPOK_TRY_ASSIGN(static_cast<Recorded &>(out), settle(entry, visit, course, true));
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    out.lesson = learning::standing(*lesson, progress->lesson(lesson->id), visit.attempt);
    out.course = learning::standing(course, *progress);
    KAPOK_TRY(entry.commit());
    return out;
}

Status Record::recordDue(Entry &entry, const LessonVisit &visit, const course::Course &course,
                         const course::Lesson &lesson, const learning::Due &due, int attempt)
{
    KAPOK_TRY_ASSIGN(const Session open, session(entry, visit, course, lesson, due.verdict.has_value()));
    const Time at = now();
    const auto spent = since(open.openedAt, at);
    if (due.verdict) {
        KAPOK_TRY(entry.add(*due.verdict ? xapi::passed(open.context, due.scaled, attempt, spent, at)
                                         : xapi::failed(open.context, due.scaled, attempt, spent, at)));
        KAPOK_TRY(markJudged(*m_database, visit.session));
    }
    if (due.completed)
        KAPOK_TRY(entry.add(xapi::completed(open.context, spent, at)));
    if (due.satisfied)
        KAPOK_TRY(recordSatisfied(entry, open.context, course, at));
    return success();
}

Status Record::recordSatisfied(Entry &entry, xapi::SessionContext context, const course::Course &course,
                               Time at)
{
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    const Time moved = movedOnAt(course, *progress);
    if (moved > at) { // cmi5 9.3.9; in this session it would come after the end
        context.session.value = uuidV7(moved.time_since_epoch().count());
        at = moved;
    }
    return entry.add(xapi::satisfied(context, at, course.periods));
}

Result<bool> Record::settleCourse(const course::Course &course)
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    const learning::CourseStanding standing = learning::standing(course, *progress);
    if (course.lessons.empty() || standing.satisfied || standing.lessonsDone < standing.lessons)
        return false;
    LessonVisit none; // cmi5 9.6.1: what no visit brought about has a session id of its own
    none.session = newSessionId();
    const auto shared = context(none, course, course.lessons.back());
    KAPOK_TRY(recordSatisfied(entry, shared, course, m_clock->now()));
    KAPOK_TRY(entry.commit());
    return true;
}

Result<Recorded> Record::settle(Entry &entry, const LessonVisit &visit, const course::Course &course,
                                bool finishing)
{
    const course::Lesson &lesson = *course.find(visit.lesson);
    KAPOK_TRY_ASSIGN(const learning::CourseProgress *const progress, entry.progress(course.iri));
    const int attempt = std::max(visit.attempt, progress->lesson(lesson.id).lastAttempt());
    Recorded out;
    out.due = learning::due(course, lesson.id, *progress, attempt, finishing);
    if (!out.due.none())
        KAPOK_TRY(recordDue(entry, visit, course, lesson, out.due, attempt));
    out.statements = entry.added();
    return out;
}

Status Record::closeLesson(const LessonVisit &visit)
{
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    KAPOK_TRY(endSession(entry, visit.session, m_learner.account, m_clockOffset, now()));
    entry.catchUp();
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
    KAPOK_TRY_ASSIGN(Entry entry, begin());
    // The next try is launched anew, with the first thing she does in it.
    KAPOK_TRY(endSession(entry, visit.session, m_learner.account, m_clockOffset, now()));
    KAPOK_TRY(m_database->run("INSERT INTO attempt (course, lesson, number) VALUES (?, ?, ?)"
                              " ON CONFLICT (course, lesson) DO UPDATE SET number = excluded.number",
                              {visit.courseIri, visit.lesson.value, last + 1}));
    KAPOK_TRY(entry.commit());
    visit.attempt = last + 1;
    return success();
}

} // namespace kapok::learner
