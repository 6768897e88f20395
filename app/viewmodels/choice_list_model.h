// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// A few things of which one is chosen: subjects, languages, courses to filter by, periods.
class ChoiceListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        ChoiceIdRole = Qt::UserRole + 1, ///< what to hand back
        LabelRole,
        ChosenRole,
    };
    Q_ENUM(Role)

    explicit ChoiceListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
