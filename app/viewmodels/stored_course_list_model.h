// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The courses on this device and the room they take, the largest first.
class StoredCourseListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        CourseIdRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole,     ///< "24 MB · 3 of 4 lessons"
        RemoveTextRole, ///< "Remove, 24 MB"
        KeptTextRole,   ///< asked before: what stays, and what it takes to get the course again
    };
    Q_ENUM(Role)

    explicit StoredCourseListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
