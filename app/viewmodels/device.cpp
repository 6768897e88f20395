// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/device.h"

#include "app/viewmodels/enrolment.h"
#include "core/base/log.h"
#include "core/sync/curl_transport.h"

#include <QNetworkInformation>
#include <QSysInfo>
#include <QTimer>

namespace kapok::viewmodels {
namespace {

/// Asking the system about the network can take long: the first page comes first.
constexpr std::chrono::milliseconds kAfterFirstPage{400};

sync::NetworkHint currentNetwork(const QNetworkInformation &network)
{
    using Reachability = QNetworkInformation::Reachability;
    if (network.reachability() == Reachability::Unknown)
        return sync::NetworkHint::Unknown;
    if (network.reachability() == Reachability::Disconnected)
        return sync::NetworkHint::None;
    return network.isMetered() ? sync::NetworkHint::Metered : sync::NetworkHint::Unmetered;
}

} // namespace

Device::Device(DeviceOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_worker(std::make_unique<Worker>())
{
    if (m_options.clock == nullptr)
        m_options.clock = &m_systemClock;
    if (!m_options.makeTransport)
        m_options.makeTransport = [] { return std::make_unique<sync::CurlTransport>(); };
}

Device::~Device()
{
    m_engine.reset(); // no callback comes afterwards
    m_worker.reset(); // finishes what was asked to be recorded
}

Result<Device::Everybody> Device::readPeople(Desk &desk)
{
    Everybody everybody;
    KAPOK_TRY_ASSIGN(everybody.people, desk.people->all());
    KAPOK_TRY_ASSIGN(everybody.accounts, syncAccounts(*desk.people));
    KAPOK_TRY_ASSIGN(const auto name, desk.people->deviceSetting(keys::kDeviceName));
    everybody.name = name.value_or(QSysInfo::machineHostName().toStdString());
    everybody.device = desk.people->deviceId();
    return everybody;
}

void Device::open()
{
    m_worker->run(
        this,
        [options = m_options](Desk &desk) -> Result<Everybody> {
            desk.dataDir = options.dataDir;
            desk.clock = options.clock;
            KAPOK_TRY_ASSIGN(learner::People people, learner::People::open(options.dataDir, *options.clock));
            library::LibraryOptions libraryOptions;
            libraryOptions.builtInKeys = options.builtInKeys;
            libraryOptions.clock = options.clock;
            KAPOK_TRY_ASSIGN(library::Library courses,
                             library::Library::open(options.dataDir, std::move(libraryOptions)));
            desk.people.emplace(std::move(people));
            desk.library.emplace(std::move(courses));
            if (!options.server.empty())
                KAPOK_TRY(moveToServer(desk, options.server, options.serverBefore));
            if (!options.language.empty())
                KAPOK_TRY(desk.people->setDeviceSetting(keys::kLanguage, options.language));
            return readPeople(desk);
        },
        [this](Result<Everybody> everybody) {
            if (!everybody) {
                log::error("cannot open the data folder: {}", everybody.error().detail);
                emit openFailed(everybody.error());
                return;
            }
            startEngine(std::move(*everybody));
            emit peopleChanged();
            emit opened();
        });
}

void Device::startEngine(Everybody everybody)
{
    sync::EngineOptions options;
    options.dataDir = m_options.dataDir;
    options.makeTransport = m_options.makeTransport;
    options.clock = m_options.clock;
    options.library.builtInKeys = m_options.builtInKeys;
    options.library.clock = m_options.clock;
    options.device = {everybody.device, everybody.name, QSysInfo::prettyProductName().toStdString()};
    options.onStatus = [this](const sync::SyncStatus &status) {
        QMetaObject::invokeMethod(
            this,
            [this, status] {
                m_status = status;
                emit statusChanged();
            },
            Qt::QueuedConnection);
    };
    options.onChange = [this](const sync::SyncChange &change) {
        QMetaObject::invokeMethod(
            this, [this, change] { arrived(change); }, Qt::QueuedConnection);
    };
    m_engine = std::make_unique<sync::SyncEngine>(std::move(options));
    m_people = std::move(everybody.people);
    m_engine->setAccounts(std::move(everybody.accounts));
    m_status = m_engine->status();
    QTimer::singleShot(kAfterFirstPage, this, &Device::watchNetwork);
}

void Device::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    const auto tell = [this, network] { m_engine->setNetwork(currentNetwork(*network)); };
    connect(network, &QNetworkInformation::reachabilityChanged, this, tell);
    connect(network, &QNetworkInformation::isMeteredChanged, this, tell);
    tell();
}

void Device::arrived(const sync::SyncChange &change)
{
    using Kind = sync::SyncChange::Kind;
    if (change.kind == Kind::Record) {
        if (m_person && m_person->id == change.person)
            emit recordChanged();
    } else if (change.kind == Kind::Person) {
        storePerson(*this, change.person);
        reloadPeople();
    } else {
        emit libraryChanged();
    }
}

Status Device::openRecord(Desk &desk, const learner::Person &person,
                          std::optional<std::chrono::milliseconds> clockOffset)
{
    KAPOK_TRY_ASSIGN(
        learner::Record record,
        learner::Record::open(desk.dataDir,
                              {person.id, {person.homePage, person.account}, desk.people->deviceId()},
                              *desk.clock));
    record.setClockOffset(clockOffset);
    // Visits that a kill or a dead battery cut short. A full disk must not keep her from reading.
    if (const auto closed = record.closeAbandoned(); !closed)
        log::warn("open visits were not closed: {}", closed.error().detail);
    desk.record.emplace(std::move(record));
    return success();
}

void Device::signIn(const PersonId &id)
{
    for (const learner::Person &person : m_people) {
        if (person.id != id)
            continue;
        m_worker->run(
            this,
            [person, offset = m_engine->clockOffset()](Desk &desk) -> Status {
                return openRecord(desk, person, offset);
            },
            [this, person](const Status &status) {
                if (!status) {
                    log::error("the record cannot be opened: {}", status.error().detail);
                    emit signInFailed(status.error());
                    return;
                }
                m_person = person;
                m_engine->setPresent(person.id);
                emit personChanged();
                emit libraryChanged();
                emit recordChanged();
            });
        return;
    }
}

void Device::signOut()
{
    if (!m_person)
        return;
    m_person.reset();
    m_engine->setPresent(std::nullopt);
    emit personChanged(); // a lesson that is open is left now, before the record is closed
    m_worker->post([](Desk &desk) { desk.record.reset(); });
}

void Device::reloadPeople()
{
    m_worker->run(
        this, [](Desk &desk) { return readPeople(desk); },
        [this](Result<Everybody> everybody) {
            if (everybody)
                peopleRead(std::move(*everybody));
            else
                log::error("people cannot be read: {}", everybody.error().detail);
        });
}

void Device::peopleRead(Everybody everybody)
{
    m_people = std::move(everybody.people);
    m_engine->setAccounts(std::move(everybody.accounts));
    emit peopleChanged();
    for (const learner::Person &person : m_people) {
        if (m_person && person.id == m_person->id && person != *m_person) {
            m_person = person;
            emit personChanged();
        }
    }
}

void Device::recorded()
{
    if (m_person && m_engine)
        m_engine->notify(m_person->id);
    emit recordChanged();
}

void Device::setReading(const Reading &reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    emit readingChanged();
}

} // namespace kapok::viewmodels
