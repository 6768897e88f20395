// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

/// What QML reads of a lesson, as values that LessonSession fills: each part has its own signal there. What
/// the members mean stands at the properties of the same names.
namespace kapok::viewmodels {

/// Which lesson of which course, in which languages; or why it cannot be opened.
struct LessonHead {
    QString courseId;
    QString lessonId;
    QString courseTitle;
    QString lessonTitle;
    int lessonNumber = 0;
    int lessonCount = 0;
    int pageCount = 0;
    int questionCount = 0;
    QString language = QStringLiteral("vi");
    QString secondLanguage;
    QStringList languages;
    QString problemTitle;
    QString problemText;
};

/// The page, without its blocks, its steps and its medium.
struct LessonPageView {
    QString title;
    QString titleSecond;
    QUrl imageUrl;
    QString description;
    QString caption;
    QString captionSecond;
    bool aiGenerated = false;
    int stepCount = 0;
    int revealedCount = 0;
};

/// The question of the page and what became of the answer.
struct LessonQuestionView {
    QString question;
    QString questionSecond;
    int questionNumber = 0;
    bool canCheck = false;
    QString feedbackText;
    QString feedbackTextSecond;
    QString hint;
    QString hintSecond;
    int reviewPage = -1;
    QString reviewTitle;
    int triesLeft = -1;
};

/// The end of the lesson, and of the course when it was the last.
struct LessonEndView {
    QString lessonMarkText;
    QString lessonNeededText;
    bool lessonPassed = false;
    bool hasNextLesson = false;
    QString nextLessonTitle;
    QString finishedGreeting;
    QString finishedMarkText;
    QString finishedMarkNote;
    QList<int> competencyLevels = QList<int>(5, 0);
    QString competencyName;
    QString competencyText;
    QString periodsText;
    QString periodsNote;
    QString finishedDateText;
    QString hoursTitle;
    QString hoursText;
    double hoursBeforeShare = 0;
    double hoursAddedShare = 0;
    QString hoursBeforeText;
    QString hoursAddedText;
    QString hoursLeftText;
    int waitingCount = 0;
    QString nextCourseId;
    QString nextCourseTitle;
};

} // namespace kapok::viewmodels
