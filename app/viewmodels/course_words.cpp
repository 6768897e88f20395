// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/course_words.h"

#include "app/viewmodels/wording.h"

#include <QRegularExpression>

namespace kapok::viewmodels {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(kapok::viewmodels::CourseWords)
};

/// From this many days on a date is near.
constexpr qint64 kSoonDays = 7;

QString doneText(const CourseState &state)
{
    if (!state.standing.mark)
        return Words::tr("Finished");
    //: State of a finished course. %1 is a mark such as "9 of 10".
    return Words::tr("Finished · %1").arg(Wording::mark(*state.standing.mark));
}

} // namespace

const sync::DownloadStatus *downloadOf(const sync::SyncStatus &status, const CourseId &course)
{
    for (const sync::DownloadStatus &download : status.downloads) {
        if (download.course == course)
            return &download;
    }
    return nullptr;
}

CourseListModel::CourseState courseStateOf(const CourseState &state, const sync::DownloadStatus *download)
{
    using Running = sync::DownloadStatus::State;
    if (download && (download->state == Running::Running || download->state == Running::Queued))
        return CourseListModel::Downloading;
    if (download)
        return CourseListModel::Paused;
    if (state.entry.pending && !state.entry.isInstalled())
        return CourseListModel::Paused;
    if (state.entry.hasUpdate() && state.entry.needsNewerApp && !state.entry.isInstalled())
        return CourseListModel::NewerApp;
    if (!state.entry.isInstalled())
        return state.entry.needsNewerApp ? CourseListModel::NewerApp : CourseListModel::NotHere;
    if (state.entry.hasUpdate() && !state.entry.needsNewerApp)
        return CourseListModel::Update;
    return state.isDone() ? CourseListModel::Done : CourseListModel::OnDevice;
}

QString statusText(const CourseState &state, const sync::DownloadStatus *download)
{
    switch (courseStateOf(state, download)) {
    case CourseListModel::NotHere:
        return Wording::bytes(state.entry.downloadBytes);
    case CourseListModel::Downloading:
        //: State of a course tile. %1 is a share such as "62%".
        return Words::tr("Downloading %1").arg(Wording::percent(download ? download->progress() : 0));
    case CourseListModel::Paused:
        if (download && download->state == sync::DownloadStatus::State::Paused)
            return Words::tr("Waiting for Wi-Fi");
        return Words::tr("Download stopped");
    case CourseListModel::OnDevice:
        return Words::tr("On this device");
    case CourseListModel::Update:
        //: State of a course tile: a newer version can be fetched. %1 is its size.
        return Words::tr("Update, %1").arg(Wording::bytes(state.entry.downloadBytes));
    case CourseListModel::Done:
        return doneText(state);
    case CourseListModel::NewerApp:
        return Words::tr("Needs a newer Kapok");
    }
    return {};
}

QString lessonsText(const CourseState &state)
{
    if (!state.isStarted())
        return Words::tr("Not started");
    //: How far one is in a course. %1 lessons are done of %n.
    return Words::tr("%1 of %n lessons", "", state.standing.lessons).arg(state.standing.lessonsDone);
}

DueWords dueWords(const CourseState &state, Time now)
{
    if (!state.assignment || !state.assignment->due || state.isDone())
        return {};
    const QDate due = localDate(*state.assignment->due);
    const qint64 days = localDate(now).daysTo(due);
    if (days < 0)
        return {CourseListModel::Late, Words::tr("%n days late", "", static_cast<int>(-days))};
    //: When an assigned course is due. %1 is a date.
    const QString on = Words::tr("Due %1").arg(Wording::shortDate(due));
    if (days == 0)
        return {CourseListModel::DueSoon, Words::tr("Due today")};
    if (days > kSoonDays)
        return {CourseListModel::DueLater, on};
    return {CourseListModel::DueSoon,
            Wording::line({on, Words::tr("%n days left", "", static_cast<int>(days))})};
}

QUrl coverUrl(const library::CourseEntry &entry)
{
    return toUrl(entry.coverFile);
}

QUrl coverDarkUrl(const library::CourseEntry &entry)
{
    return toUrl(entry.coverDarkFile.empty() ? entry.coverFile : entry.coverDarkFile);
}

ListRow courseRow(const CourseState &state, const Reading &reading, const sync::SyncStatus &status, Time now)
{
    const sync::DownloadStatus *download = downloadOf(status, state.entry.id);
    const CourseListModel::CourseState where = courseStateOf(state, download);
    const DueWords due = dueWords(state, now);
    const QString title = reading.in(state.entry.title);
    const QString subject = Wording::subject(toQt(state.entry.subject));
    const QString lessons = lessonsText(state);
    const QString status_ = statusText(state, download);
    const double progress =
        where == CourseListModel::Downloading && download ? download->progress() : state.standing.progress;
    const QString id = toQt(state.entry.id.value);
    return {id,
            {id, title, reading.beside(state.entry.title), reading.in(state.entry.summary),
             Wording::languagesInOneLine(state.entry.languages), coverUrl(state.entry),
             coverDarkUrl(state.entry), toQt(state.entry.subject), subject,
             Wording::line({subject, Wording::minutes(state.entry.minutes)}), lessons,
             static_cast<int>(where), progress, status_, due.text, static_cast<int>(due.state),
             QStringList{title, lessons, due.text, status_}
                 .filter(QRegularExpression(QStringLiteral(".")))
                 .join(QStringLiteral(", "))}};
}

} // namespace kapok::viewmodels
