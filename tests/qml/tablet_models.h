// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/app_model.h"
#include "app/viewmodels/course_model.h"
#include "app/viewmodels/home_model.h"
#include "app/viewmodels/lesson_session.h"
#include "app/viewmodels/people_model.h"
#include "app/viewmodels/review_model.h"
#include "app/viewmodels/settings_model.h"
#include "app/viewmodels/sync_model.h"
#include "tests/viewmodels/tablet.h"

#include <QObject>

#include <memory>

/// The view-models of a real tablet without a network, for tests of whole screens: two people, one of them
/// (Mai) also looks after a commune, and one installed course. Lives on the GUI thread.
class TabletModels : public QObject {
    Q_OBJECT
    Q_PROPERTY(kapok::viewmodels::AppModel *app READ app CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::PeopleModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::HomeModel *home READ home CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::CourseModel *course READ course CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::LessonSession *lesson READ lesson CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::SyncModel *sync READ sync CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::ReviewModel *review READ review CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::SettingsModel *settings READ settings CONSTANT FINAL)

public:
    explicit TabletModels(QObject *parent = nullptr);
    ~TabletModels() override;

    /// Signs Mai in; false when she does not come in.
    Q_INVOKABLE bool signIn();
    /// Opens a lesson and waits for its first page.
    Q_INVOKABLE bool openLesson();
    /// Adds the course that has a film, opens that lesson and waits for the film's page.
    Q_INVOKABLE bool openFilm();
    /// Answers every question of the open lesson right and goes on until the course is finished; false when
    /// it is not then.
    Q_INVOKABLE bool finishCourse();

    kapok::viewmodels::AppModel *app() { return &m_app; }
    kapok::viewmodels::PeopleModel *people() { return &m_people; }
    kapok::viewmodels::HomeModel *home() { return &m_home; }
    kapok::viewmodels::CourseModel *course() { return &m_course; }
    kapok::viewmodels::LessonSession *lesson() { return &m_lesson; }
    kapok::viewmodels::SyncModel *sync() { return &m_sync; }
    kapok::viewmodels::ReviewModel *review() { return &m_review; }
    kapok::viewmodels::SettingsModel *settings() { return &m_settings; }

private:
    void makeReviewer();
    bool answer();
    bool settle();

    kapok::viewmodels::Tablet m_tablet;
    std::unique_ptr<kapok::viewmodels::Device> m_device;
    kapok::viewmodels::SettingsModel m_settings;
    kapok::viewmodels::AppModel m_app;
    kapok::viewmodels::PeopleModel m_people;
    kapok::viewmodels::HomeModel m_home;
    kapok::viewmodels::CourseModel m_course;
    kapok::viewmodels::LessonSession m_lesson;
    kapok::viewmodels::SyncModel m_sync;
    kapok::viewmodels::ReviewModel m_review;
};
