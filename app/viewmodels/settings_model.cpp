// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/settings_model.h"

#include "app/viewmodels/device.h"
#include "app/viewmodels/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>

#include <algorithm>

namespace kapok::viewmodels {
namespace {

const QStringList &languages()
{
    static const QStringList kLanguages{QStringLiteral("vi"), QStringLiteral("zh"), QStringLiteral("en")};
    return kLanguages;
}

const QStringList &themes()
{
    static const QStringList kThemes{QStringLiteral("light"), QStringLiteral("dark"),
                                     QStringLiteral("highContrast"), QStringLiteral("system")};
    return kThemes;
}

struct Settings {
    QMap<QString, QString> personal;
    QMap<QString, QString> ofDevice;
};

Settings readSettings(Desk &desk, const std::optional<PersonId> &person)
{
    Settings settings;
    for (const char *key : {keys::kLanguage, keys::kContentLanguage, keys::kSecondLanguage, keys::kTheme,
                            keys::kTextScale, keys::kReducedMotion, keys::kLrsEndpoint, keys::kLrsKey}) {
        const auto value = person ? desk.people->setting(*person, key) : desk.people->deviceSetting(key);
        if (value && *value)
            settings.personal.insert(QLatin1String(key), toQt(**value));
    }
    for (const char *key : {keys::kDeviceName, keys::kLargeFilesOnWifiOnly, keys::kLanguage}) {
        if (const auto value = desk.people->deviceSetting(key); value && *value)
            settings.ofDevice.insert(QLatin1String(key), toQt(**value));
    }
    return settings;
}

} // namespace

SettingsModel::SettingsModel(QObject *parent)
    : QObject(parent), m_storedCourses(new StoredCourseListModel(this)), m_signers(new SignerListModel(this))
{
    m_fixed.version = QCoreApplication::applicationVersion();
}

void SettingsModel::start(Device *device)
{
    m_device = device;
    connect(device, &Device::opened, this, &SettingsModel::load);
    connect(device, &Device::personChanged, this, &SettingsModel::load);
    connect(device, &Device::libraryChanged, this, &SettingsModel::readStorage);
    connect(device, &Device::languageChanged, this, &SettingsModel::readStorage);
    connect(device, &Device::readingChanged, this, &SettingsModel::readStorage);
    connect(device, &Device::readingAsked, this, [this](const QString &first, const QString &second) {
        setContentLanguage(first);
        setSecondLanguage(second);
    });
    const QString system = QLocale::system().name().left(2);
    const QString wanted = device->options().language.empty() ? system : toQt(device->options().language);
    if (languages().contains(wanted))
        m_language = wanted;
    tellReading();
}

void SettingsModel::load()
{
    std::optional<PersonId> person;
    if (m_device->person())
        person = m_device->person()->id;
    m_device->worker().run(
        this, [person](Desk &desk) { return readSettings(desk, person); },
        [this](const Settings &settings) { apply(settings.personal, settings.ofDevice); });
    readStorage();
}

void SettingsModel::apply(const Values &personal, const Values &ofDevice)
{
    const QString language = personal.value(QLatin1String(keys::kLanguage),
                                            ofDevice.value(QLatin1String(keys::kLanguage), m_language));
    if (languages().contains(language) && language != m_language) {
        m_language = language;
        emit languageChanged();
    }
    m_content = personal.value(QLatin1String(keys::kContentLanguage));
    m_second = personal.value(QLatin1String(keys::kSecondLanguage));
    m_theme = personal.value(QLatin1String(keys::kTheme), QStringLiteral("system"));
    m_textScale =
        std::clamp(personal.value(QLatin1String(keys::kTextScale), QStringLiteral("1")).toDouble(), 1.0, 2.0);
    m_reducedMotion = personal.value(QLatin1String(keys::kReducedMotion)) == QLatin1String("1");
    emit lookChanged();
    tellReading();

    m_wifiOnly =
        ofDevice.value(QLatin1String(keys::kLargeFilesOnWifiOnly), QStringLiteral("1")) != QLatin1String("0");
    if (m_device->engine())
        m_device->engine()->setLargeFilesOnWifiOnly(m_wifiOnly);
    emit largeFilesOnWifiOnlyChanged();
    m_fixed.deviceName = ofDevice.value(QLatin1String(keys::kDeviceName), QSysInfo::machineHostName());
    m_fixed.lrsEndpoint = personal.value(QLatin1String(keys::kLrsEndpoint));
    m_fixed.lrsKey = personal.value(QLatin1String(keys::kLrsKey));
    emit deviceChanged();
}

void SettingsModel::tellReading()
{
    m_device->setReading({contentLanguage().toStdString(), secondLanguage().toStdString()});
    emit readingChanged();
}

QString SettingsModel::contentLanguage() const
{
    return m_content.isEmpty() ? m_language : m_content;
}

QString SettingsModel::secondLanguage() const
{
    return m_second == contentLanguage() ? QString() : m_second;
}

void SettingsModel::setLanguage(const QString &language)
{
    if (language == m_language || !languages().contains(language))
        return;
    m_language = language;
    keep(keys::kLanguage, language);
    emit languageChanged();
    tellReading();
}

void SettingsModel::setContentLanguage(const QString &language)
{
    if (language == contentLanguage() || !languages().contains(language))
        return;
    m_content = language;
    keep(keys::kContentLanguage, language);
    tellReading();
}

void SettingsModel::setSecondLanguage(const QString &language)
{
    if (language == secondLanguage() || (!language.isEmpty() && !languages().contains(language)))
        return;
    m_second = language;
    keep(keys::kSecondLanguage, language);
    tellReading();
}

void SettingsModel::setTheme(const QString &theme)
{
    if (theme == m_theme || !themes().contains(theme))
        return;
    m_theme = theme;
    keep(keys::kTheme, theme);
    emit lookChanged();
}

void SettingsModel::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, 1.0, 2.0);
    if (qFuzzyCompare(bounded, m_textScale))
        return;
    m_textScale = bounded;
    keep(keys::kTextScale, QString::number(bounded));
    emit lookChanged();
}

void SettingsModel::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    keep(keys::kReducedMotion, reduced ? QStringLiteral("1") : QStringLiteral("0"));
    emit lookChanged();
}

void SettingsModel::setLargeFilesOnWifiOnly(bool only)
{
    if (only == m_wifiOnly)
        return;
    m_wifiOnly = only;
    keepOfDevice(keys::kLargeFilesOnWifiOnly, only ? QStringLiteral("1") : QStringLiteral("0"));
    if (m_device && m_device->engine())
        m_device->engine()->setLargeFilesOnWifiOnly(only);
    emit largeFilesOnWifiOnlyChanged();
}

void SettingsModel::setDeviceName(const QString &name)
{
    m_fixed.deviceName = name.trimmed();
    keepOfDevice(keys::kDeviceName, m_fixed.deviceName);
    emit deviceChanged();
}

void SettingsModel::setRecordStore(const QString &address, const QString &key, const QString &secret)
{
    if (!m_device->person())
        return;
    const PersonId person = m_device->person()->id;
    m_fixed.lrsEndpoint = address.trimmed();
    m_fixed.lrsKey = key.trimmed();
    emit deviceChanged();
    m_device->worker().run(
        this,
        [person, address = m_fixed.lrsEndpoint.toStdString(), key = m_fixed.lrsKey.toStdString(),
         secret = secret.toStdString()](Desk &desk) -> Status {
            KAPOK_TRY(desk.people->setSetting(person, keys::kLrsKey, key));
            if (!secret.empty() || address.empty())
                KAPOK_TRY(desk.people->setSetting(person, keys::kLrsSecret, secret));
            return desk.people->setSetting(person, keys::kLrsEndpoint, address);
        },
        [this](const Status &status) {
            failed(status);
            m_device->reloadPeople();
        });
}

/// Of the person who is in, else of the device.
void SettingsModel::keep(const char *key, const QString &value)
{
    if (!m_device || !m_device->person()) {
        keepOfDevice(key, value);
        return;
    }
    m_device->worker().run(
        this,
        [person = m_device->person()->id, key, value = value.toStdString()](Desk &desk) -> Status {
            return desk.people->setSetting(person, key, value);
        },
        [this](const Status &status) { failed(status); });
}

void SettingsModel::keepOfDevice(const char *key, const QString &value)
{
    if (!m_device || !m_device->isOpen())
        return;
    m_device->worker().run(
        this,
        [key, value = value.toStdString()](Desk &desk) -> Status {
            return desk.people->setDeviceSetting(key, value);
        },
        [this](const Status &status) { failed(status); });
}

void SettingsModel::failed(const Status &status)
{
    const QString words =
        status ? QString() : Wording::problem(Situation::SaveSetting, status.error().code).text();
    if (words == m_fixed.problem)
        return;
    m_fixed.problem = words;
    emit deviceChanged();
}

} // namespace kapok::viewmodels
