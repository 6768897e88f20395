// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// Whose courses this device accepts.
class SignerListModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        KeyIdRole = Qt::UserRole + 1,
        NameRole,        ///< "Cao Bằng training centre"
        FingerprintRole, ///< "3f2a 91bc 0d44 77e1": to be compared with what the signer says
        SourceTextRole,  ///< why this device believes it
    };
    Q_ENUM(Role)

    explicit SignerListModel(QObject *parent = nullptr);
};

} // namespace kapok::viewmodels
