// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A button that is only an icon, 48 px square at least; name is what a screen reader says. */
T.Button {
    id: root

    required property string iconName
    required property string name
    property bool outlined: false
    property bool round: false
    property int iconSize: 24
    property color iconColor: root.enabled ? Theme.colors.ink2 : Theme.colors.ink3
    property color fill: Theme.transparent

    implicitWidth: Math.max(Theme.touch, Theme.controlHeight)
    implicitHeight: implicitWidth
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        KIcon {
            anchors.centerIn: parent
            icon: root.iconName
            size: root.iconSize
            color: root.iconColor
        }
    }

    background: Rectangle {
        radius: root.round ? height / 2 : Theme.radiusControl
        color: root.down ? Theme.colors.sunken : root.hovered && root.enabled && root.fill.a === 0 ? Theme.hover : root.outlined ? Theme.colors.surface : root.fill
        border.width: root.outlined ? Theme.hairline : 0
        border.color: Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
