// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The steps of a worked example. Those not yet revealed are there with isRevealed false.
class StepListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        StepIdRole = Qt::UserRole + 1,
        NumberRole, ///< from 1
        TitleRole,
        TitleSecondRole,
        BodyRole, ///< styled text: paragraphs as in BlockListModel, joined by <br><br>
        BodySecondRole,
        IsRevealedRole,
    };
    Q_ENUM(Role)

    explicit StepListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
