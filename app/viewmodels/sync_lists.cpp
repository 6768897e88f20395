// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/course_words.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/sync_model.h"
#include "app/viewmodels/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace kapok::viewmodels {

SyncWords SyncModel::words() const
{
    return {m_reading, m_device->reading(), m_device->clock().now()};
}

namespace {

QString iconOf(const learner::WaitingLesson &lesson)
{
    if (lesson.finished)
        return QStringLiteral("record");
    return lesson.answers > 0 ? QStringLiteral("question") : QStringLiteral("pages");
}

QString keyOf(const learner::WaitingLesson &lesson)
{
    return toQt(lesson.courseIri + "\n" + lesson.lesson.value);
}

QVariant noParts()
{
    return QVariant::fromValue<SyncItemListModel *>(nullptr);
}

} // namespace

void SyncModel::showWaiting(View &view)
{
    const sync::SyncStatus &status = m_device->status();
    const learner::WaitingLesson *next = nullptr; // what goes first is what was recorded first
    for (const learner::WaitingLesson &lesson : m_reading.lessons) {
        if (!lesson.setAside && (!next || lesson.first < next->first))
            next = &lesson;
    }
    const SyncWords words = this->words();
    std::vector<ListRow> rows;
    for (const learner::WaitingLesson &lesson : m_reading.lessons) {
        if (lesson.setAside)
            continue;
        const bool going = &lesson == next && status.state == sync::SyncState::Sending;
        rows.push_back({keyOf(lesson),
                        {keyOf(lesson), words.title(lesson), words.facts(lesson), iconOf(lesson),
                         going ? tr("sending") : tr("waiting"), QString(), -1.0, QString(),
                         words.course(lesson), going, noParts()}});
    }
    m_waiting->setRows(rows);
    const bool anyRefused = m_reading.waitingCount() < static_cast<int>(m_reading.lessons.size());
    if (!rows.empty()) {
        view.waitingText = tr("%n items", "", static_cast<int>(rows.size()));
        view.waitingNote = tr("Saved on this device. It goes by itself when there is a connection.");
    } else if (status.waiting == 0 && anyRefused) {
        view.waitingNote = tr("Everything else has been sent.");
    } else if (status.waiting == 0) {
        view.waitingNote =
            status.lastSent ? tr("Everything has been sent.") : tr("There is nothing to send yet.");
    }
}

void SyncModel::showSent()
{
    std::vector<ListRow> rows;
    for (const SentLesson &sent : m_sent) {
        const SyncWords words(sent.names, m_device->reading(), m_device->clock().now());
        //: State of a lesson in the sync sheet. %1 is a time such as 08:05.
        const QString state = tr("sent %1").arg(Wording::clockTime(sent.at));
        const QString key = QString::number(sent.number);
        rows.push_back(
            {key,
             {key, words.title(sent.lesson), words.facts(sent.lesson), QStringLiteral("check-circle"), state,
              QString(), -1.0, QString(), QString(), false, noParts()}});
    }
    m_sentRows->setRows(rows);
}

void SyncModel::showReceiving(View &view)
{
    std::vector<ListRow> rows;
    std::uint64_t bytes = 0;
    for (const library::CourseEntry &course : m_reading.courses) {
        const sync::DownloadStatus *download = downloadOf(m_device->status(), course.id);
        const bool update = course.hasUpdate() && !course.needsNewerApp;
        if (!download && !update && !course.pending)
            continue;
        CourseState state;
        state.entry = course;
        const QString id = toQt(course.id.value);
        const bool running = download && download->state == sync::DownloadStatus::State::Running;
        const QString size = Wording::bytes(course.downloadBytes);
        bytes += course.downloadBytes;
        rows.push_back({id,
                        {id, m_device->reading().in(course.title), statusText(state, download),
                         QStringLiteral("download"), size, QString(), running ? download->progress() : -1.0,
                         id, QString(), false, noParts()}});
    }
    m_receiving->setRows(rows);
    if (!rows.empty()) //: Above the list of courses to receive. %n courses of altogether %1, e.g. "20 MB".
        view.receivingText = tr("%n items, %1", "", static_cast<int>(rows.size())).arg(Wording::bytes(bytes));
}

namespace {

struct ProblemWords {
    QString title;
    QString detail;
    QString why;
};

class Words {
    Q_DECLARE_TR_FUNCTIONS(kapok::viewmodels::SyncModel)
};

ProblemWords wordsOf(const sync::SyncProblem &problem)
{
    using Kind = sync::SyncProblem::Kind;
    const QString reason = toQt(problem.reason);
    switch (problem.kind) {
    case Kind::NotAllowed:
        return {Words::tr("Results are not taken at the moment"),
                Words::tr("The training centre knows you but does not accept results. They are safe on this "
                          "device. Ask your school."),
                {}};
    case Kind::ServerTrouble:
        return {
            Words::tr("The training centre answers strangely"),
            Words::tr("Everything is safe on this device. It is tried again by itself; if this stays, tell "
                      "your school."),
            reason};
    case Kind::RecordStore:
        return {
            Words::tr("Your record store does not accept this key"),
            Words::tr("Everything is safe on this device. Check the address, the key and the secret in the "
                      "settings."),
            reason};
    case Kind::SignInAgain:       // the sheet has a form for it
    case Kind::StatementSetAside: // shown by lesson
    case Kind::DownloadStopped:
    case Kind::StorageTrouble:
        break;
    }
    const bool download = problem.kind == Kind::DownloadStopped;
    const auto words =
        Wording::problem(download ? Situation::Download : Situation::SaveSetting, problem.code);
    return {words.happened, words.rest(), download ? reason : QString()};
}

ListRow problemRow(const sync::SyncProblem &problem, std::size_t number)
{
    const ProblemWords words = wordsOf(problem);
    const QString key = QStringLiteral("%1-%2").arg(static_cast<int>(problem.kind)).arg(number);
    return {key,
            {QString(), words.title, words.detail, QStringLiteral("alert"), QString(), words.why, -1.0,
             toQt(problem.course.value), QString(), false, noParts()}};
}

} // namespace

SyncItemListModel *SyncModel::partsOf(const QString &key, const learner::WaitingLesson &lesson)
{
    SyncItemListModel *&parts = m_parts[key];
    if (!parts)
        parts = new SyncItemListModel(this);
    const SyncWords words = this->words();
    const std::string activity = lesson.courseIri + "/lessons/" + lesson.lesson.value;
    std::vector<ListRow> rows;
    for (const learner::WaitingItem &item : m_reading.refused) {
        const bool ofLesson = item.activityId == activity || item.activityId.starts_with(activity + "/");
        const bool ofCourse = !item.activityId.starts_with(lesson.courseIri + "/lessons/");
        if (item.courseIri != lesson.courseIri || !(lesson.lesson.empty() ? ofCourse : ofLesson))
            continue;
        const QString id = toQt(item.id.value);
        rows.push_back({id,
                        {id, words.refusedTitle(item), words.refusedDetail(item), QStringLiteral("alert"),
                         QString(), QString(), -1.0, QString(), QString(), false, noParts()}});
    }
    parts->setRows(rows);
    return parts;
}

ListRow SyncModel::refusedRow(const learner::WaitingLesson &lesson)
{
    const QString key = keyOf(lesson);
    //: Title of a problem in the sync sheet. %n results of a lesson were not taken.
    const QString title = tr("%n results need you", "", lesson.statements);
    //: A problem in the sync sheet. %1 is a lesson, %2 a date, %n how many results.
    const QString detail = tr("The training centre did not take %n results of “%1” (%2). They are safe on "
                              "this device and hold up "
                              "nothing else.",
                              "", lesson.statements)
                               .arg(words().title(lesson), Wording::shortDate(localDate(lesson.latest)));
    return {key,
            {key, title, detail, QStringLiteral("alert"), QString(),
             tr("Show this to your school. You can also send it again."), -1.0, QString(), QString(), false,
             QVariant::fromValue(partsOf(key, lesson))}};
}

void SyncModel::showProblems(View &view)
{
    using Kind = sync::SyncProblem::Kind;
    std::vector<ListRow> rows;
    for (const sync::SyncProblem &problem : m_device->status().problems) {
        if (problem.kind == Kind::SignInAgain)
            view.needsSignIn = true;
        else if (problem.kind != Kind::StatementSetAside)
            rows.push_back(problemRow(problem, rows.size()));
    }
    for (const learner::WaitingLesson &lesson : m_reading.lessons) {
        if (lesson.setAside)
            rows.push_back(refusedRow(lesson));
    }
    m_problems->setRows(rows);
}

} // namespace kapok::viewmodels
