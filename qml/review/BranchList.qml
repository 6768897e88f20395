// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** The units below the chosen one, where there is no room for the tree: each leads one step down. */
KCard {
    id: root

    required property UnitTreeModel units
    signal chosen(string unitId)

    implicitHeight: column.implicitHeight + Theme.s2

    Column {
        id: column

        y: Theme.s1
        width: parent.width

        Repeater {
            model: root.units
            delegate: Item {
                id: entry

                required property int index
                required property string unitId
                required property string name
                required property string nameSecond
                required property string nameLanguage
                required property string nameSecondLanguage
                required property string percentText
                required property real share
                required property int lateCount
                required property string accessibleText

                width: column.width
                height: row.implicitHeight + Theme.s1

                Divider {
                    x: Theme.s4
                    width: parent.width - 2 * x
                    visible: entry.index > 0
                }

                UnitTreeRow {
                    id: row

                    x: Theme.s1
                    y: 2
                    width: parent.width - 2 * x
                    drill: true
                    index: entry.index
                    unitId: entry.unitId
                    name: entry.name
                    nameSecond: entry.nameSecond
                    nameLanguage: entry.nameLanguage
                    nameSecondLanguage: entry.nameSecondLanguage
                    depth: 0
                    hasChildren: false
                    isExpanded: false
                    isSelected: false
                    percentText: entry.percentText
                    share: entry.share
                    lateCount: entry.lateCount
                    accessibleText: entry.accessibleText
                    onClicked: root.chosen(entry.unitId)
                }
            }
        }
    }
}
