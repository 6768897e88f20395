// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/app_model.h"
#include "app/viewmodels/course_model.h"
#include "app/viewmodels/device.h"
#include "app/viewmodels/home_model.h"
#include "app/viewmodels/language_switch.h"
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/people_model.h"
#include "app/viewmodels/review_model.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/sync_model.h"

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace kapok {

/// The app without its command line: the device, its view-models and the window. Tests build it, too.
/// Needs a QGuiApplication; lives on the GUI thread.
class Application : public QObject {
    Q_OBJECT

public:
    explicit Application(viewmodels::DeviceOptions options, QObject *parent = nullptr);
    ~Application() override;

    /// Looks and fonts that have to be set before the first window of the program.
    static void prepare();

    /// Opens the data folder and shows the window. False when the window cannot be made.
    [[nodiscard]] bool start();
    /// The window; null before start().
    [[nodiscard]] QQuickWindow *window() const;

    [[nodiscard]] viewmodels::Device &device() { return m_device; }
    [[nodiscard]] QQmlApplicationEngine &engine() { return m_engine; }
    [[nodiscard]] viewmodels::AppModel &app() { return m_app; }
    [[nodiscard]] viewmodels::PeopleModel &people() { return m_people; }
    [[nodiscard]] viewmodels::HomeModel &home() { return m_home; }
    [[nodiscard]] viewmodels::CourseModel &course() { return m_course; }
    [[nodiscard]] viewmodels::LessonSession &lesson() { return m_lesson; }
    [[nodiscard]] viewmodels::SyncModel &sync() { return m_sync; }
    [[nodiscard]] viewmodels::ReviewModel &review() { return m_review; }
    [[nodiscard]] viewmodels::SettingsModel &settings() { return m_settings; }

private:
    viewmodels::Device m_device;
    viewmodels::LanguageSwitch m_language;
    viewmodels::SettingsModel m_settings;
    viewmodels::AppModel m_app;
    viewmodels::PeopleModel m_people;
    viewmodels::HomeModel m_home;
    viewmodels::CourseModel m_course;
    viewmodels::LessonSession m_lesson;
    viewmodels::SyncModel m_sync;
    viewmodels::ReviewModel m_review;
    QQmlApplicationEngine m_engine; ///< last: QML goes before what it shows
};

} // namespace kapok
