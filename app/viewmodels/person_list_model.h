// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The teachers of one unit with their state in a course.
class PersonListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum WorkState { NotStarted, Started, Completed };
    Q_ENUM(WorkState)

    enum Role {
        PersonIdRole = Qt::UserRole + 1,
        NameRole,
        InitialsRole,
        TintRole, ///< 0..4
        NameLanguageRole,
        UnitNameRole,
        CourseTitleRole,
        WorkStateRole, ///< WorkState
        StateTextRole, ///< "Finished", "Started", "Not started", "19 days late"
        MarkTextRole,  ///< "9" or ""
        DateTextRole,  ///< when it was finished, or last seen
        DueTextRole,
        IsLateRole,
        AccessibleTextRole,
        AccountRole,
        StateNameRole, ///< "not_started", "started", "completed"
        IsMainRole,    ///< the furthest of this person's rows
        CourseIdRole,
    };
    Q_ENUM(Role)

    explicit PersonListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
