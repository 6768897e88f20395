// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// Courses as tiles or rows: the assigned ones, the library, what a review can filter by.
/// QML reads it; HomeModel fills it.
class CourseListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    /// Where a course stands on this device.
    enum CourseState { NotHere, Downloading, Paused, OnDevice, Update, Done, NewerApp };
    Q_ENUM(CourseState)
    enum DueState { NoDue, DueLater, DueSoon, Late };
    Q_ENUM(DueState)

    enum Role {
        CourseIdRole = Qt::UserRole + 1,
        TitleRole,       ///< in the content language, else any
        TitleSecondRole, ///< in the second content language; "" when she reads one
        SummaryRole,
        LanguagesRole, ///< "VI · 中文 · EN"
        CoverRole,     ///< url of the picture by day
        CoverDarkRole, ///< url of the picture by night
        SubjectIdRole, ///< "maths"
        SubjectTextRole,
        MetaTextRole,    ///< "Maths · 25 min"
        LessonsTextRole, ///< "3 of 4 lessons" or "Not started"
        CourseStateRole, ///< CourseState
        ProgressRole,    ///< 0..1: of the download while it runs, else of learning
        StatusTextRole, ///< "On this tablet", "18 MB", "Downloading 62 %", "Update, 2.1 MB", "Done · 9 of 10"
        DueTextRole,    ///< "Due 28 November · 6 days left", "2 days late"; "" when nothing is due
        DueStateRole,   ///< DueState
        AccessibleTextRole, ///< the whole tile in one sentence for a screen reader
    };
    Q_ENUM(Role)

    explicit CourseListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
