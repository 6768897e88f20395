// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What one colour of the hours bar stands for. */
Row {
    id: root

    required property string text
    required property color color

    spacing: Theme.radiusTag
    visible: root.text.length > 0

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.radiusCover
        height: width
        radius: 3
        color: root.color
    }

    KText {
        text: root.text
        style: KText.Caption
        color: Theme.colors.ink2
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
