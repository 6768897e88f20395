// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A card that can be pressed: hover line, pressed, selected (2-px ink) and focus. Set contentItem, text (its accessible name). */
T.AbstractButton {
    id: root

    property bool selected: false
    property color selectedColor: Theme.colors.ink
    property real radius: Theme.radiusCard
    property color fill: Theme.colors.surface
    /** Without a frame it is a row inside another card. */
    property bool framed: true
    property bool focusShown: root.visualFocus

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.selected: root.selected
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.colors.sunken : root.fill
        border.width: !root.framed ? 0 : root.selected ? Theme.strongLine : Theme.hairline
        border.color: root.selected ? root.selectedColor : root.hovered ? Theme.colors.lineStrong : Theme.colors.line

        FocusRing {
            shown: root.focusShown
            around: root.radius
        }
    }
}
