// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One choice of a FilterMenu. Up and Down emit stepped. */
T.AbstractButton {
    id: root

    required property int index
    required property string choiceId
    required property string label
    required property bool chosen
    signal stepped(int step)

    implicitHeight: Math.max(Theme.touch, words.height + Theme.s3)
    implicitWidth: words.x + words.implicitWidth + 2 * Theme.s3
    padding: 0
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: root.label
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.label
    Accessible.checked: root.chosen
    Accessible.onPressAction: root.clicked()

    Keys.onUpPressed: root.stepped(-1)
    Keys.onDownPressed: root.stepped(1)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        KIcon {
            id: glyph

            anchors.verticalCenter: parent.verticalCenter
            icon: "check"
            size: 20
            color: Theme.colors.ink
            visible: root.chosen
        }

        KText {
            id: words

            x: Theme.iconSize(20) + Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x
            text: root.label
            bold: root.chosen
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusCover
        color: root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
