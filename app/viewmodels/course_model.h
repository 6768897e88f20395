// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/competency_list_model.h"
#include "app/viewmodels/home_state.h"
#include "app/viewmodels/lesson_list_model.h"
#include "app/viewmodels/wording.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>

namespace kapok::viewmodels {

class Device;

/// One course: what it is, where it is, its lessons, and its download.
class CourseModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString courseId READ courseId NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString titleSecond READ titleSecond NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    /// Language of title and summary.
    Q_PROPERTY(QString contentLanguage READ contentLanguage NOTIFY changed FINAL)
    Q_PROPERTY(QString secondLanguage READ secondLanguage NOTIFY changed FINAL)
    Q_PROPERTY(QString subjectText READ subjectText NOTIFY changed FINAL)
    /// "VI · 中文 · EN"
    Q_PROPERTY(QString languages READ languages NOTIFY changed FINAL)
    Q_PROPERTY(QUrl cover READ cover NOTIFY changed FINAL)
    Q_PROPERTY(QUrl coverDark READ coverDark NOTIFY changed FINAL)
    /// "35 min"
    Q_PROPERTY(QString minutesText READ minutesText NOTIFY changed FINAL)
    /// "5 lessons"
    Q_PROPERTY(QString lessonsText READ lessonsText NOTIFY changed FINAL)
    /// "1 hour"
    Q_PROPERTY(QString periodsText READ periodsText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList outcomes READ outcomes NOTIFY changed FINAL)
    /// Of UNESCO's five aspects, 0..3 each.
    Q_PROPERTY(QList<int> competencyLevels READ competencyLevels NOTIFY changed FINAL)
    /// "2 of 5 done"
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
    /// CourseListModel::CourseState
    Q_PROPERTY(int courseState READ courseState NOTIFY changed FINAL)
    /// It can be opened without a connection.
    Q_PROPERTY(bool isHere READ isHere NOTIFY changed FINAL)
    /// "On this device. Works without internet."
    Q_PROPERTY(QString placeTitle READ placeTitle NOTIFY changed FINAL)
    /// "Text, pictures and sound, 24 MB."
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed FINAL)
    /// 0..1
    Q_PROPERTY(double downloadProgress READ downloadProgress NOTIFY changed FINAL)
    /// "Download, 21 MB", "Update, 2.1 MB"; "" when there is nothing to fetch.
    Q_PROPERTY(QString downloadText READ downloadText NOTIFY changed FINAL)
    /// "Continue lesson 3"; "" when nothing can be opened.
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed FINAL)
    Q_PROPERTY(QString actionLessonId READ actionLessonId NOTIFY changed FINAL)
    /// "24 MB"
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed FINAL)
    /// "Remove, 24 MB"
    Q_PROPERTY(QString removeText READ removeText NOTIFY changed FINAL)
    /// Version, date, publisher, signature in one text.
    Q_PROPERTY(QString versionText READ versionText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSignatureValid READ isSignatureValid NOTIFY changed FINAL)
    /// What happened; empty when all is well.
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed FINAL)
    /// What is safe and what to do.
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed FINAL)
    Q_PROPERTY(kapok::viewmodels::LessonListModel *lessons READ lessons CONSTANT FINAL)
    Q_PROPERTY(kapok::viewmodels::CompetencyListModel *competencies READ competencies CONSTANT FINAL)

public:
    explicit CourseModel(QObject *parent = nullptr);
    void start(Device *device);

    /// Shows the course with this id; "" shows none.
    Q_INVOKABLE void load(const QString &courseId);
    /// Fetches it, or its newer version. What arrived before is used.
    Q_INVOKABLE void download();
    /// Stops fetching; what arrived is kept.
    Q_INVOKABLE void cancelDownload();
    /// Removes its files from this device; results stay. removed() or a problem follows.
    Q_INVOKABLE void remove();

    [[nodiscard]] LessonListModel *lessons() const { return m_lessons; }
    [[nodiscard]] CompetencyListModel *competencies() const { return m_competencies; }

    [[nodiscard]] QString courseId() const { return m_view.courseId; }
    [[nodiscard]] QString title() const { return m_view.title; }
    [[nodiscard]] QString titleSecond() const { return m_view.titleSecond; }
    [[nodiscard]] QString summary() const { return m_view.summary; }
    [[nodiscard]] QString contentLanguage() const { return m_view.contentLanguage; }
    [[nodiscard]] QString secondLanguage() const { return m_view.secondLanguage; }
    [[nodiscard]] QString subjectText() const { return m_view.subjectText; }
    [[nodiscard]] QString languages() const { return m_view.languages; }
    [[nodiscard]] QUrl cover() const { return m_view.cover; }
    [[nodiscard]] QUrl coverDark() const { return m_view.coverDark; }
    [[nodiscard]] QString minutesText() const { return m_view.minutesText; }
    [[nodiscard]] QString lessonsText() const { return m_view.lessonsText; }
    [[nodiscard]] QString periodsText() const { return m_view.periodsText; }
    [[nodiscard]] QStringList outcomes() const { return m_view.outcomes; }
    [[nodiscard]] QList<int> competencyLevels() const { return m_view.competencyLevels; }
    [[nodiscard]] QString doneText() const { return m_view.doneText; }
    [[nodiscard]] int courseState() const { return m_view.courseState; }
    [[nodiscard]] bool isHere() const { return m_view.isHere; }
    [[nodiscard]] QString placeTitle() const { return m_view.placeTitle; }
    [[nodiscard]] QString placeText() const { return m_view.placeText; }
    [[nodiscard]] double downloadProgress() const { return m_view.downloadProgress; }
    [[nodiscard]] QString downloadText() const { return m_view.downloadText; }
    [[nodiscard]] QString actionText() const { return m_view.actionText; }
    [[nodiscard]] QString actionLessonId() const { return m_view.actionLessonId; }
    [[nodiscard]] QString sizeText() const { return m_view.sizeText; }
    [[nodiscard]] QString removeText() const { return m_view.removeText; }
    [[nodiscard]] QString versionText() const { return m_view.versionText; }
    [[nodiscard]] bool isSignatureValid() const { return m_view.isSignatureValid; }
    [[nodiscard]] QString problemTitle() const { return m_view.problemTitle; }
    [[nodiscard]] QString problemText() const { return m_view.problemText; }

signals:
    void changed();
    void removed(const QString &courseId);

private:
    struct View {
        QString courseId;
        QString title;
        QString titleSecond;
        QString summary;
        QString contentLanguage = QStringLiteral("vi");
        QString secondLanguage;
        QString subjectText;
        QString languages;
        QUrl cover;
        QUrl coverDark;
        QString minutesText;
        QString lessonsText;
        QString periodsText;
        QStringList outcomes;
        QList<int> competencyLevels;
        QString doneText;
        int courseState = 0;
        bool isHere = false;
        QString placeTitle;
        QString placeText;
        double downloadProgress = 0;
        QString downloadText;
        QString actionText;
        QString actionLessonId;
        QString sizeText;
        QString removeText;
        QString versionText;
        bool isSignatureValid = false;
        QString problemTitle;
        QString problemText;
        bool operator==(const View &) const = default;
    };

    void read();
    void show();
    void showCourse(View &view) const;
    void showPlace(View &view) const;
    void showAction(View &view) const;
    void showVersion(View &view) const;
    void showLessons();
    void showCompetencies(View &view);

    Device *m_device = nullptr;
    LessonListModel *m_lessons;
    CompetencyListModel *m_competencies;
    QTimer m_soon;
    std::string m_courseId;
    std::optional<CourseDetail> m_detail;
    std::optional<Problem> m_problem;
    View m_view;
};

} // namespace kapok::viewmodels
