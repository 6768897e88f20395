// SPDX-License-Identifier: Apache-2.0
#include "app/viewmodels/unit_tree_model.h"

namespace kapok::viewmodels {

UnitTreeModel::UnitTreeModel(QObject *parent)
    : ListModel({"unitId", "name", "nameSecond", "kindText", "depth", "hasChildren", "isExpanded",
                 "isSelected", "percent", "percentText", "share", "lateCount", "accessibleText",
                 "nameLanguage", "nameSecondLanguage"},
                parent)
{}

int UnitTreeModel::parentRow(int row) const
{
    const int depth = value(row, DepthRole).toInt();
    for (int above = row - 1; above >= 0; --above) {
        if (value(above, DepthRole).toInt() < depth)
            return above;
    }
    return -1;
}

int UnitTreeModel::rowOfUnit(const QString &unitId) const
{
    return rowOf(unitId);
}

} // namespace kapok::viewmodels
