// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/sync_model.h"

#include "app/viewmodels/course_words.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/enrolment.h"
#include "app/viewmodels/wording.h"
#include "core/xapi/vocabulary.h"

#include <QPointer>

#include <array>

namespace kapok::viewmodels {
namespace {

/// More than this the sheet does not list; the number above it is exact.
constexpr std::size_t kListed = 100;

struct SyncReading {
    std::vector<learner::WaitingItem> items;
    std::vector<library::CourseEntry> courses;
    std::map<std::string, LocalizedText> titles;
};

SyncReading readSync(Desk &desk)
{
    SyncReading reading;
    if (desk.record) {
        if (auto items = desk.record->outbox().waiting(kListed))
            reading.items = std::move(*items);
    }
    if (auto courses = desk.library->courses())
        reading.courses = std::move(*courses);
    for (const learner::WaitingItem &item : reading.items) {
        for (const library::CourseEntry &course : reading.courses) {
            if (item.courseIri.ends_with("/" + course.id.value))
                reading.titles[item.courseIri] = course.title;
        }
    }
    return reading;
}

QString stateNameOf(SyncModel::State state)
{
    static const std::array<const char *, 6> kNames{"problem", "sending", "paused",
                                                    "offline", "waiting", "upToDate"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(state)));
}

} // namespace

SyncModel::SyncModel(QObject *parent)
    : QObject(parent),
      m_problems(new SyncItemListModel(this)),
      m_waiting(new SyncItemListModel(this)),
      m_receiving(new SyncItemListModel(this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(50); // an answer is several changes
    connect(&m_soon, &QTimer::timeout, this, &SyncModel::read);
}

void SyncModel::start(Device *device)
{
    m_device = device;
    const auto again = [this] { m_soon.start(); };
    connect(device, &Device::opened, this, again);
    connect(device, &Device::personChanged, this, [this] {
        show();
        m_soon.start();
    });
    connect(device, &Device::recordChanged, this, again);
    connect(device, &Device::libraryChanged, this, again);
    connect(device, &Device::statusChanged, this, [this] {
        show();
        m_soon.start();
    });
    connect(device, &Device::readingChanged, this, &SyncModel::show);
    connect(device, &Device::languageChanged, this, &SyncModel::show);
    show();
}

void SyncModel::read()
{
    if (!m_device->isOpen())
        return;
    m_device->worker().run(
        this, [](Desk &desk) { return readSync(desk); },
        [this](SyncReading reading) {
            m_items = std::move(reading.items);
            m_courses = std::move(reading.courses);
            m_titles = std::move(reading.titles);
            show();
        });
}

void SyncModel::show()
{
    View view;
    const auto state = static_cast<State>(m_device->status().state);
    view.waitingCount = m_device->status().waiting;
    view.stateName = stateNameOf(state);
    view.signingIn = m_signingIn;
    view.signInProblem = m_signInProblem;
    if (m_device->person())
        view.account = toQt(m_device->person()->account);
    showProblems(view);
    showWaiting(view);
    showReceiving(view);
    showConnection(view);
    showLabel(view);
    if (view == m_view && state == m_state)
        return;
    m_view = view;
    m_state = state;
    emit changed();
}

void SyncModel::showLabel(View &view) const
{
    const sync::SyncStatus &status = m_device->status();
    //: In the sync indicator. %n results wait to be sent.
    const QString waiting = status.waiting > 0 ? tr("%n waiting", "", status.waiting) : QString();
    switch (status.state) {
    case sync::SyncState::Problem:
        view.label = tr("Needs you");
        view.detail = tr("nothing is lost");
        return;
    case sync::SyncState::Sending:
        //: In the sync indicator. %1 is the number of the result being sent, %2 how many there are.
        view.label = status.sendingTotal > 0
                         ? tr("Sending %1 of %2").arg(status.sendingIndex).arg(status.sendingTotal)
                         : tr("Sending");
        return;
    case sync::SyncState::Paused:
        view.label = tr("Paused");
        view.detail = tr("waiting for Wi-Fi");
        return;
    case sync::SyncState::Offline:
        view.label = tr("Offline");
        view.detail = status.waiting > 0 ? waiting : tr("everything is saved here");
        return;
    case sync::SyncState::Waiting:
        view.label = waiting;
        return;
    case sync::SyncState::UpToDate:
        view.label = tr("All sent");
        view.detail = status.lastSent ? Wording::clockTime(*status.lastSent) : QString();
        if (status.lastSent && localDate(*status.lastSent) != localDate(m_device->clock().now()))
            view.detail = Wording::shortDate(localDate(*status.lastSent));
        return;
    }
}

void SyncModel::showConnection(View &view) const
{
    const sync::SyncStatus &status = m_device->status();
    view.connected = status.connection == sync::Connection::Reachable;
    switch (status.connection) {
    case sync::Connection::Unknown:
        view.connectionText = tr("Not connected yet");
        break;
    case sync::Connection::None:
        view.connectionText = tr("No network");
        break;
    case sync::Connection::NoAnswer:
        view.connectionText = tr("No connection to the training centre");
        break;
    case sync::Connection::Reachable:
        view.connectionText = tr("Connected");
        break;
    }
    if (!status.lastSent)
        return;
    const QString when = Wording::dayAndTime(*status.lastSent, m_device->clock().now());
    //: In the sync sheet. %1 is a time such as "today at 07:58", %n is how many results were sent then.
    view.lastSentText = status.lastSentCount > 0
                            ? tr("Last sent %1, %n items", "", status.lastSentCount).arg(when)
                            : tr("Last sent %1").arg(when);
}

QString SyncModel::itemTitle(const learner::WaitingItem &item) const
{
    namespace verb = xapi::verb;
    const auto found = m_titles.find(item.courseIri);
    const QString course = found == m_titles.end() ? QString() : m_device->reading().in(found->second);
    if (item.verb == verb::kAnswered) //: What waits to be sent. %1 is the title of the course.
        return tr("Answer: %1").arg(course);
    if (item.verb == verb::kPassed || item.verb == verb::kFailed) //: What waits to be sent. %1 is the course.
        return tr("Result: %1").arg(course);
    if (item.verb == verb::kCompleted ||
        item.verb == verb::kSatisfied) //: What waits to be sent. %1 is the course.
        return tr("Finished: %1").arg(course);
    if (item.verb == verb::kExperienced) //: What waits to be sent. %1 is the course.
        return tr("Page read: %1").arg(course);
    //: What waits to be sent: a lesson was opened or left. %1 is the course.
    return tr("Visit: %1").arg(course);
}

namespace {

QString iconOf(const learner::WaitingItem &item)
{
    namespace verb = xapi::verb;
    if (item.verb == verb::kAnswered)
        return QStringLiteral("question");
    if (item.verb == verb::kPassed || item.verb == verb::kFailed || item.verb == verb::kCompleted ||
        item.verb == verb::kSatisfied)
        return QStringLiteral("record");
    return QStringLiteral("pages");
}

} // namespace

void SyncModel::showWaiting(View &view)
{
    std::vector<ListRow> rows;
    for (const learner::WaitingItem &item : m_items) {
        if (item.setAside)
            continue;
        const QString id = toQt(item.id.value);
        rows.push_back({id,
                        {id, itemTitle(item), Wording::dayAndTime(item.at, m_device->clock().now()),
                         iconOf(item), tr("waiting"), QString(), -1.0, QString()}});
    }
    m_waiting->setRows(rows);
    if (view.waitingCount > 0)
        view.waitingText = tr("%n items", "", view.waitingCount);
}

void SyncModel::showReceiving(View &view)
{
    std::vector<ListRow> rows;
    std::uint64_t bytes = 0;
    for (const library::CourseEntry &course : m_courses) {
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
        rows.push_back(
            {id,
             {id, m_device->reading().in(course.title), statusText(state, download),
              QStringLiteral("download"), size, QString(), running ? download->progress() : -1.0, id}});
    }
    m_receiving->setRows(rows);
    if (!rows.empty()) //: Above the list of courses to receive. %n courses of altogether %1, e.g. "20 MB".
        view.receivingText = tr("%n items, %1", "", static_cast<int>(rows.size())).arg(Wording::bytes(bytes));
}

SyncModel::ProblemWords SyncModel::wordsOf(const sync::SyncProblem &problem) const
{
    using Kind = sync::SyncProblem::Kind;
    const QString reason = toQt(problem.reason);
    switch (problem.kind) {
    case Kind::StatementSetAside:
        return {tr("One result needs you"),
                tr("The training centre did not take one result. It is safe on this device. The others were "
                   "sent."),
                //: Why a result was not taken. %1 is what the other side answered, in English.
                reason.isEmpty() ? reason : tr("The answer was: “%1” Show this to your school.").arg(reason)};
    case Kind::NotAllowed:
        return {
            tr("Results are not taken at the moment"),
            tr("The training centre knows you but does not accept results. They are safe on this device. Ask "
               "your school."),
            {}};
    case Kind::SignInAgain:
        return {tr("Please sign in once more"),
                tr("Everything you did is safe here and is sent after you sign in."),
                {}};
    case Kind::ServerTrouble:
        return {tr("The training centre answers strangely"),
                tr("Everything is safe on this device. It is tried again by itself; if this stays, tell your "
                   "school."),
                reason};
    case Kind::DownloadStopped:
    case Kind::StorageTrouble:
        break;
    }
    const bool download = problem.kind == Kind::DownloadStopped;
    const auto words =
        Wording::problem(download ? Situation::Download : Situation::SaveSetting, problem.code);
    return {words.happened, words.rest(), download ? reason : QString()};
}

ListRow SyncModel::problemRow(const sync::SyncProblem &problem, int number) const
{
    const ProblemWords words = wordsOf(problem);
    const QString id = toQt(problem.statement.value);
    const QString key = QStringLiteral("%1-%2")
                            .arg(static_cast<int>(problem.kind))
                            .arg(id.isEmpty() ? QString::number(number) : id);
    return {key,
            {id, words.title, words.detail, QStringLiteral("alert"), QString(), words.why, -1.0,
             toQt(problem.course.value)}};
}

void SyncModel::showProblems(View &view)
{
    std::vector<ListRow> rows;
    for (const sync::SyncProblem &problem : m_device->status().problems) {
        if (problem.kind == sync::SyncProblem::Kind::SignInAgain) {
            view.needsSignIn = true; // the sheet has a form for it
            continue;
        }
        rows.push_back(problemRow(problem, static_cast<int>(rows.size())));
    }
    m_problems->setRows(rows);
}

void SyncModel::sendNow()
{
    if (m_device->engine())
        m_device->engine()->sendNow();
}

void SyncModel::sendAgain(const QString &itemId)
{
    if (m_device->engine() && m_device->person())
        m_device->engine()->sendAgain(m_device->person()->id, StatementId{itemId.toStdString()});
}

void SyncModel::receive(const QString &courseId)
{
    if (m_device->engine() && m_device->person())
        m_device->engine()->download(m_device->person()->id, CourseId{courseId.toStdString()});
}

void SyncModel::signInAgain(const QString &account, const QString &password)
{
    if (m_signingIn || !m_device->person() || !m_device->engine())
        return;
    m_signingIn = true;
    m_signInProblem.clear();
    show();
    const std::string server = m_device->person()->server;
    QPointer<SyncModel> guard(this);
    m_device->engine()->signIn(server, account.trimmed().toStdString(), password.toStdString(),
                               [guard, device = m_device](const Result<sync::SignedIn> &answer) {
                                   QMetaObject::invokeMethod(
                                       device,
                                       [guard, answer] {
                                           if (guard)
                                               guard->signedInAgain(answer);
                                       },
                                       Qt::QueuedConnection);
                               });
}

void SyncModel::signedInAgain(const Result<sync::SignedIn> &answer)
{
    m_signingIn = false;
    if (!answer) {
        m_signInProblem = Wording::problem(Situation::SignIn, answer.error().code).text();
    } else if (!m_device->person() || answer->person.id != m_device->person()->id) {
        m_signInProblem = tr("This account belongs to somebody else. Sign in with your own.");
    } else {
        m_device->worker().run(
            this,
            [answer = *answer, server = m_device->person()->server](Desk &desk) {
                return keepSignedIn(desk, server, answer, {}, {});
            },
            [this](const Status &status) {
                if (!status)
                    m_signInProblem = Wording::problem(Situation::SaveSetting, status.error().code).text();
                m_device->reloadPeople();
                show();
            });
    }
    show();
}

} // namespace kapok::viewmodels
