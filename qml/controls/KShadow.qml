// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A soft shadow drawn around what fills the same place: level 1 under a chosen segment, 2 under sheets, dialogs and toasts. */
Item {
    id: root

    property int level: 2

    readonly property bool high: root.level > 1

    visible: !Theme.highContrast

    BorderImage {
        anchors.fill: parent
        anchors.leftMargin: root.high ? -48 : -12
        anchors.rightMargin: anchors.leftMargin
        anchors.topMargin: root.high ? -32 : -9
        anchors.bottomMargin: root.high ? -64 : -15
        border.left: root.high ? 96 : 24
        border.right: border.left
        border.top: root.high ? 80 : 21
        border.bottom: root.high ? 112 : 27
        opacity: root.high ? Theme.shadowOpacity : Theme.shadowOpacity * 0.6
        source: !root.visible ? "" : Qt.resolvedUrl(root.high ? "../assets/shapes/shadow2.png" : "../assets/shapes/shadow1.png")
    }
}
