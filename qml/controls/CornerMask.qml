// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * Rounds a picture by painting its four corners in the colour of what lies behind it: the inner edge of a frame whose
 * outer part is cut off. Half a pixel outwards, so that its smooth edge leaves the picture's sides alone.
 */
Item {
    id: root

    property real radius: Theme.radiusCover
    property color paint: Theme.colors.surface

    clip: true
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: -border.width - 0.5
        radius: root.radius + 0.5 + border.width
        border.width: Math.ceil(root.radius / 2) + 1
        border.color: root.paint
        color: Theme.transparent
    }
}
