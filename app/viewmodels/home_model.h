// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/choice_list_model.h"
#include "app/viewmodels/course_list_model.h"
#include "app/viewmodels/home_state.h"
#include "app/viewmodels/record_list_model.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace kapok::viewmodels {

class Device;

/// The home page: what to continue, hours, what is assigned, the library, and her record.
class HomeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool hasContinue READ hasContinue NOTIFY changed FINAL)
    Q_PROPERTY(QString continueCourseId READ continueCourseId NOTIFY changed FINAL)
    Q_PROPERTY(QString continueLessonId READ continueLessonId NOTIFY changed FINAL)
    Q_PROPERTY(QString continueTitle READ continueTitle NOTIFY changed FINAL)
    /// Language of the title.
    Q_PROPERTY(QString continueLanguage READ continueLanguage NOTIFY changed FINAL)
    /// "Lesson 3 of 5 · Add your class context"
    Q_PROPERTY(QString continueLessonText READ continueLessonText NOTIFY changed FINAL)
    /// "About 12 minutes left"
    Q_PROPERTY(QString continueLeftText READ continueLeftText NOTIFY changed FINAL)
    /// "Continue"
    Q_PROPERTY(QString continueButtonText READ continueButtonText NOTIFY changed FINAL)
    /// 0..1
    Q_PROPERTY(double continueProgress READ continueProgress NOTIFY changed FINAL)
    Q_PROPERTY(QUrl continueCover READ continueCover NOTIFY changed FINAL)
    Q_PROPERTY(QUrl continueCoverDark READ continueCoverDark NOTIFY changed FINAL)
    /// Something is assigned or was credited.
    Q_PROPERTY(bool hasHours READ hasHours NOTIFY changed FINAL)
    /// "Training hours"
    Q_PROPERTY(QString hoursCaption READ hoursCaption NOTIFY changed FINAL)
    /// "13.5"
    Q_PROPERTY(QString hoursEarnedText READ hoursEarnedText NOTIFY changed FINAL)
    /// "of 20 hours"
    Q_PROPERTY(QString hoursOutOfText READ hoursOutOfText NOTIFY changed FINAL)
    /// "6.5 hours to go"
    Q_PROPERTY(QString hoursLeftText READ hoursLeftText NOTIFY changed FINAL)
    /// "until 31 May 2026"; "" when nothing has a date.
    Q_PROPERTY(QString hoursUntilText READ hoursUntilText NOTIFY changed FINAL)
    /// 0..1
    Q_PROPERTY(double hoursShare READ hoursShare NOTIFY changed FINAL)
    /// False until the device was asked for the first time.
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
    /// Assigned courses, the most urgent first.
    Q_PROPERTY(kapok::viewmodels::CourseListModel *assigned READ assigned CONSTANT FINAL)
    /// Every course that is here or offered, by `subject` and `searchText`.
    Q_PROPERTY(kapok::viewmodels::CourseListModel *library READ library CONSTANT FINAL)
    /// Courses she started or finished, also when they are no longer offered.
    Q_PROPERTY(kapok::viewmodels::RecordListModel *record READ record CONSTANT FINAL)
    /// Subjects there are courses for, "all" first.
    Q_PROPERTY(kapok::viewmodels::ChoiceListModel *subjects READ subjects CONSTANT FINAL)
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString searchText READ searchText WRITE setSearchText NOTIFY filterChanged FINAL)

public:
    explicit HomeModel(QObject *parent = nullptr);
    void start(Device *device);

    [[nodiscard]] CourseListModel *assigned() const { return m_assigned; }
    [[nodiscard]] CourseListModel *library() const { return m_library; }
    [[nodiscard]] RecordListModel *record() const { return m_record; }
    [[nodiscard]] ChoiceListModel *subjects() const { return m_subjects; }
    [[nodiscard]] QString subject() const { return m_subject; }
    [[nodiscard]] QString searchText() const { return m_searchText; }
    void setSubject(const QString &subject);
    void setSearchText(const QString &text);

    [[nodiscard]] bool hasContinue() const { return m_view.hasContinue; }
    [[nodiscard]] QString continueCourseId() const { return m_view.continueCourseId; }
    [[nodiscard]] QString continueLessonId() const { return m_view.continueLessonId; }
    [[nodiscard]] QString continueTitle() const { return m_view.continueTitle; }
    [[nodiscard]] QString continueLanguage() const { return m_view.continueLanguage; }
    [[nodiscard]] QString continueLessonText() const { return m_view.continueLessonText; }
    [[nodiscard]] QString continueLeftText() const { return m_view.continueLeftText; }
    [[nodiscard]] QString continueButtonText() const { return m_view.continueButtonText; }
    [[nodiscard]] double continueProgress() const { return m_view.continueProgress; }
    [[nodiscard]] QUrl continueCover() const { return m_view.continueCover; }
    [[nodiscard]] QUrl continueCoverDark() const { return m_view.continueCoverDark; }
    [[nodiscard]] bool hasHours() const { return m_view.hasHours; }
    [[nodiscard]] QString hoursCaption() const { return m_view.hoursCaption; }
    [[nodiscard]] QString hoursEarnedText() const { return m_view.hoursEarnedText; }
    [[nodiscard]] QString hoursOutOfText() const { return m_view.hoursOutOfText; }
    [[nodiscard]] QString hoursLeftText() const { return m_view.hoursLeftText; }
    [[nodiscard]] QString hoursUntilText() const { return m_view.hoursUntilText; }
    [[nodiscard]] double hoursShare() const { return m_view.hoursShare; }
    [[nodiscard]] bool isLoaded() const { return m_view.isLoaded; }

signals:
    void changed();
    void filterChanged();

private:
    struct View {
        bool hasContinue = false;
        QString continueCourseId;
        QString continueLessonId;
        QString continueTitle;
        QString continueLanguage;
        QString continueLessonText;
        QString continueLeftText;
        QString continueButtonText;
        double continueProgress = 0;
        QUrl continueCover;
        QUrl continueCoverDark;
        bool hasHours = false;
        QString hoursCaption;
        QString hoursEarnedText;
        QString hoursOutOfText;
        QString hoursLeftText;
        QString hoursUntilText;
        double hoursShare = 0;
        bool isLoaded = false;
        bool operator==(const View &) const = default;
    };

    void refresh();
    void read();
    void show();
    void showContinue(View &view) const;
    void showHours(View &view) const;
    void showAssigned();
    void showLibrary();
    void showSubjects();
    void showRecord();
    [[nodiscard]] ListRow recordRow(const CourseState &course) const;
    [[nodiscard]] const CourseState *find(const std::string &id) const;

    Device *m_device = nullptr;
    CourseListModel *m_assigned;
    CourseListModel *m_library;
    RecordListModel *m_record;
    ChoiceListModel *m_subjects;
    QString m_subject = QStringLiteral("all");
    QString m_searchText;
    QTimer m_soon; ///< several changes become one reading
    HomeState m_state;
    bool m_loaded = false;
    View m_view;
};

} // namespace kapok::viewmodels
