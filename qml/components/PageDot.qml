// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One dot of PageDots. */
Rectangle {
    id: root

    required property int index
    required property int modelData
    required property bool here

    readonly property bool done: root.modelData === PageDots.Done

    width: root.here ? 30 : 10
    height: 10
    radius: 5
    color: root.here ? Theme.colors.kapok : root.done ? Theme.colors.leaf : Theme.transparent
    border.width: root.here || root.done ? 0 : 1.5
    border.color: Theme.colors.lineStrong
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: 14
        height: 1.5
        rotation: -45
        color: Theme.colors.lineStrong
        visible: !root.here && root.modelData === PageDots.Skipped
    }

    Behavior on width {
        NumberAnimation {
            duration: Theme.base
        }
    }
}
