// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One key of the PinPad: a digit, help, or erase. */
T.AbstractButton {
    id: root

    enum Kind {
        Digit,
        Help,
        Erase
    }

    property int kind: PinKey.Digit

    implicitWidth: 100
    implicitHeight: 76
    padding: Theme.s1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled || root.kind === PinKey.Digit ? 1 : 0
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        KText {
            anchors.centerIn: parent
            width: root.availableWidth
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            style: root.kind === PinKey.Digit ? KText.H1 : KText.Small
            bold: true
            color: !root.enabled ? Theme.colors.ink3 : root.kind === PinKey.Help ? Theme.colors.kapokInk : root.down ? Theme.colors.onKapokSoft : Theme.colors.ink
            visible: root.kind !== PinKey.Erase
            Accessible.ignored: true
        }

        KIcon {
            anchors.centerIn: parent
            icon: "backspace"
            size: 28
            visible: root.kind === PinKey.Erase
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.down ? Theme.colors.kapokSoft : root.kind === PinKey.Digit ? Theme.tonalFill : root.hovered ? Theme.hover : Theme.transparent
        border.width: Theme.highContrast && root.kind === PinKey.Digit ? Theme.hairline : 0
        border.color: Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
