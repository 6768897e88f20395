// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// What is missing to pass a lesson: a page not opened, a question not answered right.
class MissingListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< of the page
        ReasonRole,                   ///< "Not opened yet", "Not answered", "Not right yet"
        PageIndexRole,
    };
    Q_ENUM(Role)

    explicit MissingListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
