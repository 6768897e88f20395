// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Up and down: the way to order things without dragging. */
Grid {
    id: root

    required property string itemId
    /** The item's words, for a screen reader. */
    required property string itemText
    property bool canRise: true
    property bool canSink: true
    property bool stacked: false

    signal moved(int step)

    columns: root.stacked ? 1 : 2

    KIconButton {
        objectName: "orderUp-" + root.itemId
        iconName: "arrow-up"
        //: Button beside an item of an ordering question, read aloud. %1 the words of the item.
        name: qsTr("Move up: %1").arg(root.itemText)
        enabled: root.canRise
        onClicked: root.moved(-1)
    }

    KIconButton {
        objectName: "orderDown-" + root.itemId
        iconName: "arrow-down"
        //: Button beside an item of an ordering question, read aloud. %1 the words of the item.
        name: qsTr("Move down: %1").arg(root.itemText)
        enabled: root.canSink
        onClicked: root.moved(1)
    }
}
