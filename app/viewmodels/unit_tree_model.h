// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/viewmodels/list_model.h"

namespace kapok::viewmodels {

/// The units a reviewer answers for, as the visible rows of a tree.
class UnitTreeModel : public kapok::viewmodels::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models that own it")

public:
    enum Role {
        UnitIdRole = Qt::UserRole + 1,
        NameRole,       ///< in the interface language
        NameSecondRole, ///< in another language; "" when the same
        KindTextRole,   ///< "School"
        DepthRole,      ///< from 0
        HasChildrenRole,
        IsExpandedRole,
        IsSelectedRole,
        PercentRole,     ///< 0..100 of assigned courses completed; -1 when there is no figure
        PercentTextRole, ///< "68 %" or "–"
        ShareRole,       ///< 0..1 for the bar
        LateCountRole,
        AccessibleTextRole,     ///< "Quảng Uyên, 74 percent, 3 late"
        NameLanguageRole,       ///< what the name is written in; choose the font by it
        NameSecondLanguageRole, ///< likewise
    };
    Q_ENUM(Role)

    explicit UnitTreeModel(QObject *parent = nullptr);

    /// The row that \p row hangs below, or -1 at the top.
    Q_INVOKABLE int parentRow(int row) const;
    /// The row of this unit, or -1.
    Q_INVOKABLE int rowOfUnit(const QString &unitId) const;
};

} // namespace kapok::viewmodels
