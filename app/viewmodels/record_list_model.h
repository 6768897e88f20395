// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The courses a teacher has started or finished, for "My record".
class RecordListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        CourseIdRole = Qt::UserRole + 1,
        TitleRole,
        TitleSecondRole,
        CoverRole,
        CoverDarkRole,
        IsDoneRole,
        StateTextRole,   ///< "Finished 22 November 2025", "2 of 4 lessons"
        MarkTextRole,    ///< "9 of 10"; "" when there is none yet
        PeriodsTextRole, ///< "1.5 hours"; "" until credited
        ProgressRole,    ///< 0..1
        AccessibleTextRole,
        CanOpenRole, ///< false: neither on this device nor offered any more; only the record knows it
    };
    Q_ENUM(Role)

    explicit RecordListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
