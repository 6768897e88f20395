// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/people_model.h"

#include "app/viewmodels/device.h"
#include "app/viewmodels/enrolment.h"
#include "app/viewmodels/wording.h"

#include <QPointer>

namespace kapok::viewmodels {
namespace {

/// What people type: "kapok.example.edu" means https; a loopback address may be without.
std::string serverUrl(const QString &typed)
{
    QString address = typed.trimmed();
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    if (!address.contains(QLatin1String("://")))
        address.prepend(QLatin1String("https://"));
    return address.toStdString();
}

} // namespace

PeopleModel::PeopleModel(QObject *parent)
    : ListModel({"personId", "name", "note", "initials", "tint", "waiting", "waitingText", "nameLanguage",
                 "greeting", "hasPin", "account"},
                parent)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] { lockFor(m_lockedSeconds - 1); });
}

PeopleModel::~PeopleModel() = default;

void PeopleModel::start(Device *device)
{
    m_device = device;
    connect(device, &Device::peopleChanged, this, &PeopleModel::refresh);
    connect(device, &Device::statusChanged, this, &PeopleModel::refresh);
    connect(device, &Device::languageChanged, this, [this] {
        refresh();
        showState();
    });
    connect(device, &Device::personChanged, this, [this] {
        m_busy = false;
        if (m_device->person())
            emit unlocked(toQt(m_device->person()->id.value));
        showState();
    });
    connect(device, &Device::signInFailed, this, [this](const Error &error) {
        m_busy = false;
        m_problem = Wording::problem(Situation::OpenData, error.code).text();
        showState();
    });
    refresh();
}

void PeopleModel::refresh()
{
    std::vector<ListRow> rows;
    for (const learner::Person &person : m_device->people()) {
        int waiting = 0;
        for (const sync::PersonStatus &status : m_device->status().people) {
            if (status.person == person.id)
                waiting = status.waitingLessons;
        }
        const QString id = toQt(person.id.value);
        const QString language = toQt(person.nameLanguage);
        const QString waitingText = waiting > 0 ? tr("%n waiting to be sent", "", waiting) : QString();
        rows.push_back(
            {id,
             {id, toQt(person.name), toQt(person.note), Wording::initials(toQt(person.name), language),
              Wording::tint(person.id.value), waiting, waitingText, language, Wording::greeting(person),
              person.hasPin, toQt(person.account)}});
    }
    setRows(rows);
    showState();
}

void PeopleModel::showState()
{
    View view;
    view.busy = m_busy;
    view.problem = m_problem;
    if (m_lockedSeconds > 0) //: On the PIN page. %n is how many seconds to wait.
        view.lockedText = tr("Too many wrong PINs. Wait %n seconds.", "", m_lockedSeconds);
    if (m_device && !m_device->people().empty())
        view.lastServer = toQt(m_device->people().back().server);
    if (view == m_view)
        return;
    m_view = view;
    emit stateChanged();
}

void PeopleModel::clearProblem()
{
    m_problem.clear();
    m_lockedSeconds = 0;
    m_second.stop();
    showState();
}

void PeopleModel::unlock(const QString &personId, const QString &pin)
{
    if (m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    showState();
    const PersonId id{personId.toStdString()};
    m_device->worker().run(
        this, [id, digits = pin.toStdString()](Desk &desk) { return desk.people->check(id, digits); },
        [this, id](const Result<learner::PinCheck> &check) { checked(id, check); });
}

void PeopleModel::checked(const PersonId &id, const Result<learner::PinCheck> &check)
{
    using Outcome = learner::PinCheck::Outcome;
    if (check && check->outcome == Outcome::Unlocked) {
        m_device->signIn(id); // busy until her record is open
        return;
    }
    m_busy = false;
    if (!check) {
        m_problem = Wording::problem(Situation::SaveSetting, check.error().code).rest();
    } else if (check->outcome == Outcome::Wrong && check->triesLeft > 0) {
        //: After a wrong PIN. %n is how often one may still try before a pause.
        m_problem = tr("That was not the PIN. %n more tries.", "", check->triesLeft);
        emit wrongPin(check->triesLeft);
    } else {
        const int seconds = static_cast<int>(check->wait.count());
        lockFor(seconds > 0 ? seconds : static_cast<int>(learner::People::kPinPause.count()));
        emit wrongPin(0);
        emit locked(m_lockedSeconds);
    }
    showState();
}

void PeopleModel::lockFor(int seconds)
{
    m_lockedSeconds = std::max(0, seconds);
    if (m_lockedSeconds > 0)
        m_second.start();
    else
        m_second.stop();
    showState();
}

void PeopleModel::setPin(const QString &personId, const QString &pin)
{
    const PersonId id{personId.toStdString()};
    m_device->worker().run(
        this, [id, digits = pin.toStdString()](Desk &desk) { return desk.people->setPin(id, digits); },
        [this](const Status &status) {
            m_problem =
                status ? QString() : Wording::problem(Situation::SaveSetting, status.error().code).text();
            showState();
            if (status)
                emit pinChanged();
        });
}

void PeopleModel::addPerson(const QString &server, const QString &account, const QString &password,
                            const QString &pin)
{
    if (m_busy || !m_device->engine())
        return;
    if (pin.size() < static_cast<qsizetype>(learner::People::kPinMin)) {
        m_problem = tr("Choose a PIN of four digits.");
        showState();
        return;
    }
    m_busy = true;
    m_problem.clear();
    showState();
    const QString address = toQt(serverUrl(server));
    QPointer<PeopleModel> guard(this);
    m_device->engine()->signIn(
        address.toStdString(), account.trimmed().toStdString(), password.toStdString(),
        [guard, device = m_device, address, pin](const Result<sync::SignedIn> &answer) {
            QMetaObject::invokeMethod(
                device,
                [guard, address, pin, answer] {
                    if (guard)
                        guard->signedIn(address, pin, answer);
                },
                Qt::QueuedConnection);
        });
}

void PeopleModel::signedIn(const QString &server, const QString &pin, const Result<sync::SignedIn> &answer)
{
    if (!answer) {
        m_busy = false;
        m_problem = Wording::problem(Situation::SignIn, answer.error().code).text();
        showState();
        return;
    }
    const QString id = toQt(answer->person.id.value);
    m_device->worker().run(
        this,
        [answer = *answer, server = server.toStdString(), pin = pin.toStdString()](Desk &desk) {
            return keepSignedIn(desk, server, answer, pin, {});
        },
        [this, id](const Status &status) {
            m_busy = false;
            if (!status)
                m_problem = Wording::problem(Situation::SaveSetting, status.error().code).text();
            showState();
            if (!status)
                return;
            m_device->reloadPeople();
            emit personAdded(id);
        });
}

} // namespace kapok::viewmodels
