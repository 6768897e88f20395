// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/sync_model.h"

#include "app/viewmodels/device.h"
#include "app/viewmodels/enrolment.h"
#include "app/viewmodels/wording.h"

#include <QPointer>

#include <algorithm>
#include <array>

namespace kapok::viewmodels {
namespace {

/// The sheet shows this many lessons that were sent.
constexpr std::size_t kSentShown = 5;
/// A sending takes its time; what was sent within this of its end belongs to it.
constexpr std::chrono::minutes kOneSending{1};

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
      m_sentRows(new SyncItemListModel(this)),
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
        forgetPerson();
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
    const PersonId person = m_device->person() ? m_device->person()->id : PersonId{};
    m_device->worker().run(
        this, [](Desk &desk) { return readSync(desk); },
        [this, person](SyncReading reading) {
            const PersonId now = m_device->person() ? m_device->person()->id : PersonId{};
            if (person == now)
                keep(std::move(reading));
        });
}

/// What left the outbox since the last reading is on the server: nothing else takes it out.
void SyncModel::keep(SyncReading reading)
{
    const Time at = m_device->status().lastSent.value_or(m_device->clock().now());
    for (const learner::WaitingLesson &lesson : sentBetween(m_reading, reading))
        m_sent.push_front({++m_sentNumber, lesson, namesOf(m_reading, lesson), at});
    if (m_sent.size() > kSentShown)
        m_sent.resize(kSentShown);
    m_reading = std::move(reading);
    show();
}

void SyncModel::forgetPerson()
{
    m_reading = {};
    m_sent.clear();
    m_sendTotal = 0;
}

void SyncModel::show()
{
    View view;
    countWaiting(view);
    const State state = stateNow(view);
    view.stateName = stateNameOf(state);
    view.signingIn = m_signingIn;
    view.signInProblem = m_signInProblem;
    if (m_device->person())
        view.account = toQt(m_device->person()->account);
    view.needsSignIn = view.waitingCount > 0 && !hasAccount();
    showProblems(view);
    showWaiting(view);
    showSent();
    showReceiving(view);
    showConnection(view);
    showLabel(view, state);
    if (view == m_view && state == m_state)
        return;
    m_view = view;
    m_state = state;
    emit changed();
}

/// Of the person who is in, what was read from her record is the truth; the exchange may be busy.
void SyncModel::countWaiting(View &view)
{
    const sync::SyncStatus &status = m_device->status();
    const int lessons = m_device->person() ? m_reading.waitingCount() : status.waitingLessons;
    view.waitingCount = status.waiting > 0 ? std::max(1, lessons) : hasAccount() ? 0 : lessons;
    m_sendTotal = status.state == sync::SyncState::Sending ? std::max(m_sendTotal, lessons) : 0;
}

/// False for a person the exchange cannot send for: she has to sign in first.
bool SyncModel::hasAccount() const
{
    if (!m_device->person())
        return true;
    const auto &people = m_device->status().people;
    return std::any_of(people.begin(), people.end(), [this](const sync::PersonStatus &status) {
        return status.person == m_device->person()->id;
    });
}

SyncModel::State SyncModel::stateNow(const View &view) const
{
    const auto state = static_cast<State>(m_device->status().state);
    return state == UpToDate && view.waitingCount > 0 ? Waiting : state;
}

QString SyncModel::sendingLabel() const
{
    if (m_sendTotal < 2)
        return tr("Sending");
    const int left = std::max(1, m_device->person() ? m_reading.waitingCount() : m_sendTotal);
    //: In the sync indicator. %1 is the number of the lesson being sent, %2 how many there are.
    return tr("Sending %1 of %2").arg(m_sendTotal - left + 1).arg(m_sendTotal);
}

void SyncModel::showLabel(View &view, State state) const
{
    const sync::SyncStatus &status = m_device->status();
    //: In the sync indicator. %n lessons wait to be sent.
    const QString waiting = view.waitingCount > 0 ? tr("%n waiting", "", view.waitingCount) : QString();
    switch (state) {
    case Problem:
        view.label = tr("Needs you");
        view.detail = tr("nothing is lost");
        return;
    case Sending:
        view.label = sendingLabel();
        return;
    case Paused:
        view.label = tr("Paused");
        view.detail = tr("waiting for Wi-Fi");
        return;
    case Offline:
        view.label = tr("Offline");
        view.detail = view.waitingCount > 0 ? waiting : tr("everything is saved here");
        return;
    case Waiting:
        view.label = waiting;
        return;
    case UpToDate:
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
    const auto count = std::count_if(m_sent.begin(), m_sent.end(), [&](const SentLesson &sent) {
        return sent.at + kOneSending >= *status.lastSent;
    });
    //: In the sync sheet. %1 is a time such as "today at 07:58", %n is how many lessons were sent then.
    view.lastSentText = count > 0 ? tr("Last sent %1, %n items", "", static_cast<int>(count)).arg(when)
                                  : tr("Last sent %1").arg(when);
}

void SyncModel::sendNow()
{
    if (m_device->engine())
        m_device->engine()->sendNow();
}

void SyncModel::sendAgain(const QString &itemId)
{
    if (!m_device->engine() || !m_device->person())
        return;
    QStringList ids{itemId};
    if (const SyncItemListModel *parts = m_parts.value(itemId)) {
        ids.clear();
        for (int row = 0; row < parts->count(); ++row)
            ids.append(parts->keyOf(row));
    }
    for (const QString &id : ids)
        m_device->engine()->sendAgain(m_device->person()->id, StatementId{id.toStdString()});
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
