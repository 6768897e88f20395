// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One course of an AssignedList; in a list it has no frame of its own but a line above. */
AssignedCard {
    id: root

    required property int index
    property int shown: 0

    visible: root.index < root.shown
    fill: root.compact ? Theme.transparent : Theme.colors.surface
    framed: !root.compact

    Divider {
        x: 92
        width: parent.width - x - Theme.hairline
        visible: root.compact && root.index > 0
    }
}
