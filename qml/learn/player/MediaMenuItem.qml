// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One choice of a MediaMenu. Up and Down emit stepped. */
T.AbstractButton {
    id: root

    property string language: Theme.language
    signal stepped(int step)

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    horizontalPadding: Theme.s3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checked: root.checked
    Accessible.onPressAction: root.clicked()

    Keys.onUpPressed: root.stepped(-1)
    Keys.onDownPressed: root.stepped(1)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        implicitWidth: glyph.width + Theme.s3 + label.implicitWidth

        KIcon {
            id: glyph

            anchors.verticalCenter: parent.verticalCenter
            icon: "check"
            size: 20
            color: Theme.mediaColors.ink
            opacity: root.checked ? 1 : 0
        }

        KText {
            id: label

            anchors.left: glyph.right
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            language: root.language
            bold: root.checked
            color: Theme.mediaColors.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusCover
        color: root.down || root.hovered || root.activeFocus ? Theme.mediaColors.line : Theme.transparent

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
            anchors.margins: 0
            border.color: Theme.mediaColors.focus
        }
    }
}
