// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The lessons of one course, for the course page.
class LessonListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum LessonState { NotStarted, Started, NotPassed, Done };
    Q_ENUM(LessonState)

    enum Role {
        LessonIdRole = Qt::UserRole + 1,
        NumberRole, ///< from 1
        TitleRole,
        TitleSecondRole,
        KindTextRole,    ///< "Reading and questions"
        IconNameRole,    ///< of icons/: "text", "question", "video", "audio", "pages"
        MetaTextRole,    ///< "Reading and questions · 8 min"
        LessonStateRole, ///< LessonState
        StateTextRole,   ///< "Done · 8 of 10", "Page 4 of 8", "Not passed yet · 4 of 10", ""
        AccessibleTextRole,
    };
    Q_ENUM(Role)

    explicit LessonListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
