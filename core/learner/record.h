// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/learner/outbox.h"
#include "core/learner/places.h"
#include "core/learning/grading.h"
#include "core/learning/progress.h"
#include "core/learning/rules.h"
#include "core/store/database.h"
#include "core/xapi/builder.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kapok::learner {

class Entry;
class ProgressCache;

/// One opening of one lesson; from openLesson() until closeLesson().
struct LessonVisit {
    SessionId session;
    RegistrationId registration;
    CourseId course;
    LessonId lesson;
    std::string courseIri;
    std::string lessonActivity; ///< IRI
    std::string language;       ///< the language she reads in
    Time openedAt{};
    int attempt = 1;            ///< the current try, see learning/rules.h
    std::optional<PageId> page; ///< where she stopped last time
};

/// What became of something she did, after it is safely on the disk.
struct Recorded {
    std::vector<StatementId> statements; ///< all that were recorded, in order; empty when nothing was new
    learning::Due due;                   ///< what this brought about: passed, failed, completed, satisfied
};

/// The same at the end of a lesson, with where she stands now.
struct Finished : Recorded {
    learning::LessonStanding lesson;
    learning::CourseStanding course;
};

struct AnswerRecorded {
    learning::Grade grade;
    learning::QuestionStanding question; ///< `latest` is null here; ask progress()
    Recorded recorded;
};

/// What one person did and where she stopped: DATA/profiles/<id>/learner.db, with its outbox.
///
/// Every function that records is ONE durable transaction (synchronous=FULL): the statements, their place in
/// the outbox and the progress. When it returns ok, the answer is on the disk and survives a kill or a dead
/// battery; when it returns an error, nothing of it was recorded. Nothing here touches the network.
///
/// Thread-safety: none; one Record per thread. The app's worker and the sync engine each open their own on
/// the same folder. Folded progress is kept in memory between calls: only what is committed, and it is read
/// again when another connection wrote meanwhile, so that each call sees all that was committed before it.
/// Errors: those of store::Database; InvalidInput for pages, options or lessons a course does not have.
class Record {
public:
    struct Learner {
        PersonId id;
        xapi::Account account;
        DeviceId device;
    };

    /// Opens the record, making it when absent. \p clock must outlive this.
    static Result<Record> open(const std::filesystem::path &dataDir, const Learner &learner,
                               const Clock &clock, const store::OpenOptions &options = {});

    ~Record();
    Record(Record &&) noexcept;
    Record &operator=(Record &&) noexcept;

    /// Server minus device, as measured; noted in every statement from now on.
    void setClockOffset(std::optional<std::chrono::milliseconds> offset) { m_clockOffset = offset; }

    /// Records `abandoned` for every session that never ended (a kill, a dead battery). Once at the start of
    /// the app, before any lesson is opened; not by the sync engine. Returns how many.
    Result<int> closeAbandoned();

    /// She opens a lesson: launched, initialized; for Review when it is finished, until she does something
    /// new in it. Another visit of hers that is still open is ended first.
    Result<LessonVisit> openLesson(const course::Course &course, const LessonId &lesson,
                                   std::string_view language);
    /// A page is shown. The first time it is recorded; always it becomes the place to come back to.
    Result<Recorded> pageSeen(const LessonVisit &visit, const course::Course &course, const PageId &page);
    /// She answers a question. \p duration: how long the question was on screen.
    /// Conflict when the question is closed in this try (rules.h).
    Result<AnswerRecorded> answer(const LessonVisit &visit, const course::Course &course, const PageId &page,
                                  const std::vector<std::string> &response,
                                  std::chrono::milliseconds duration);
    /// She is at the end of the lesson and asks for the result.
    Result<Finished> finish(const LessonVisit &visit, const course::Course &course);
    /// She leaves the lesson: terminated. The place stays.
    Status closeLesson(const LessonVisit &visit);
    /// She repeats the lesson: \p visit moves to the next try, on this device also after a restart. The best
    /// mark and everything recorded stay; the session ends, the next try has its own. When the current try
    /// has no answer yet, nothing changes.
    Status retryLesson(LessonVisit &visit);

    /// Records that the course is satisfied when every lesson of it is done and nobody has said so: lessons
    /// that were finished on several devices, or a version with fewer of them. Returns whether it did.
    Result<bool> settleCourse(const course::Course &course);

    /// Progress in one course; empty when nothing was done.
    Result<learning::CourseProgress> progress(std::string_view courseIri);
    /// Of every course with any progress, by course IRI.
    Result<std::map<std::string, learning::CourseProgress>> allProgress();
    /// The try the lesson is in, for showing it without opening it.
    Result<int> attempt(std::string_view courseIri, const LessonId &lesson);
    /// Makes all progress anew from the statements.
    Status rebuildProgress();

    /// Statements of the same learner from the server, and the cursor to ask from next time, in one
    /// transaction. Known ids are ignored (and count as sent); a once-only statement that differs gives way
    /// to the server's, which came first there. Voiding is applied. Statements of somebody else or that
    /// cannot be read are skipped. Returns how many were new.
    Result<int> receive(std::span<const std::string> statements, std::string_view cursor);
    /// As last given to receive(); "" at the beginning.
    Result<std::string> pullCursor();

    /// The stored bytes of one statement; nothing when unknown.
    Result<std::optional<std::string>> statement(const StatementId &id);

    /// What the course, lesson or page \p activity was called when she finished or read it, also when the
    /// course is long gone from this device; empty when she did not.
    Result<LocalizedText> nameInRecord(std::string_view courseIri, std::string_view activity);
    /// The training periods her finishing of \p courseIri earned, as her record says; nothing when it does
    /// not.
    Result<std::optional<double>> periodsInRecord(std::string_view courseIri);

    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] Places &places() { return *m_places; }
    [[nodiscard]] RegistrationId registration(std::string_view courseIri) const;

private:
    Record(Learner learner, const Clock &clock, std::unique_ptr<store::Database> database);
    Result<Entry> begin();
    Result<const learning::CourseProgress *> folded(std::string_view courseIri);
    xapi::SessionContext context(const LessonVisit &visit, const course::Course &course,
                                 const course::Lesson &lesson) const;
    /// The clock's time, but never before what was recorded in this session: cmi5 orders by timestamp.
    Time now();
    /// What a statement's session is and when it began.
    struct Session {
        xapi::SessionContext context;
        Time openedAt{};
    };
    /// The session that the next statement of \p visit goes into. Begins another one when hers has ended, is
    /// for reading only or, \p forVerdict, has its verdict.
    Result<Session> session(Entry &entry, const LessonVisit &visit, const course::Course &course,
                            const course::Lesson &lesson, bool forVerdict);
    Status recordDue(Entry &entry, const LessonVisit &visit, const course::Course &course,
                     const course::Lesson &lesson, const learning::Due &due, int attempt);
    /// In \p context's session at \p at; when a lesson moved on later by its device's clock, then, and under
    /// a session id of its own.
    Status recordSatisfied(Entry &entry, xapi::SessionContext context, const course::Course &course, Time at);
    Result<Recorded> settle(Entry &entry, const LessonVisit &visit, const course::Course &course,
                            bool finishing);
    Result<int> storedAttempt(std::string_view courseIri, const LessonId &lesson);
    Status receiveOne(Entry &entry, const std::string &json);
    Status receiveKnown(Entry &entry, const xapi::Parsed &parsed, const std::string &json);

    Learner m_learner;
    const Clock *m_clock;
    std::unique_ptr<store::Database> m_database; ///< its address is stable: those below point to it
    std::unique_ptr<ProgressCache> m_progress;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Places> m_places;
    std::optional<std::chrono::milliseconds> m_clockOffset;
    Time m_latest{}; ///< of the session that is open
};

} // namespace kapok::learner
