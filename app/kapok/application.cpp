// SPDX-License-Identifier: Apache-2.0
#include "app/kapok/application.h"

#include "app/viewmodels/wording.h"

#include <QFont>
#include <QFontDatabase>
#include <QQuickWindow>
#include <QThreadPool>

namespace kapok {

Application::Application(viewmodels::DeviceOptions options, QObject *parent)
    : QObject(parent), m_device(std::move(options))
{
    using viewmodels::LanguageSwitch;
    using viewmodels::SettingsModel;
    connect(&m_settings, &SettingsModel::languageChanged, this,
            [this] { m_language.setLanguage(m_settings.language()); });
    connect(&m_device, &viewmodels::Device::personChanged, this,
            [this] { m_language.setAddress(viewmodels::Wording::formOfAddress(m_device.person())); });
    connect(&m_language, &LanguageSwitch::switched, this, [this] {
        m_device.retranslate();
        m_engine.retranslate();
    });
    m_settings.start(&m_device);
    m_language.setLanguage(m_settings.language());
    m_app.start(&m_device);
    m_people.start(&m_device);
    m_home.start(&m_device);
    m_course.start(&m_device);
    m_lesson.start(&m_device);
    m_sync.start(&m_device);
    m_review.start(&m_device);
    connect(&m_app, &viewmodels::AppModel::courseAdded, &m_course,
            [this](const QString &courseId) { m_course.load(courseId); });
}

Application::~Application()
{
    m_lesson.close(); // the place is kept and the visit ended before the worker stops
}

void Application::prepare()
{
    // Our small pictures are icons: a texture atlas for a whole desktop would stand empty.
    if (!qEnvironmentVariableIsSet("QSG_ATLAS_WIDTH")) {
        qputenv("QSG_ATLAS_WIDTH", "512");
        qputenv("QSG_ATLAS_HEIGHT", "512");
    }
    // The first text waits for the list of the system's fonts: it is read while the window is made.
    QThreadPool::globalInstance()->start([] { QFontDatabase::families(); });
    QFont::insertSubstitution(QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"));
}

bool Application::start()
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)},
                                   {QStringLiteral("people"), QVariant::fromValue(&m_people)},
                                   {QStringLiteral("home"), QVariant::fromValue(&m_home)},
                                   {QStringLiteral("course"), QVariant::fromValue(&m_course)},
                                   {QStringLiteral("lesson"), QVariant::fromValue(&m_lesson)},
                                   {QStringLiteral("sync"), QVariant::fromValue(&m_sync)},
                                   {QStringLiteral("review"), QVariant::fromValue(&m_review)},
                                   {QStringLiteral("settings"), QVariant::fromValue(&m_settings)}});
    m_device.open();
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Kapok/Ui/Main.qml")));
    return window() != nullptr;
}

QQuickWindow *Application::window() const
{
    const QList<QObject *> roots = m_engine.rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.first());
}

} // namespace kapok
