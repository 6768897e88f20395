// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One choice of a KSegmented. Left and right arrows emit stepped. */
T.AbstractButton {
    id: root

    property string language: Theme.language
    property bool outlined: false
    signal stepped(int step)

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, Theme.scaled(40) + topInset + bottomInset)
    topInset: Theme.s1
    bottomInset: Theme.s1
    leftPadding: 14
    rightPadding: 14
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checked: root.checked

    Keys.onLeftPressed: root.stepped(-1)
    Keys.onRightPressed: root.stepped(1)
    Keys.onUpPressed: root.stepped(-1)
    Keys.onDownPressed: root.stepped(1)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Row {
        spacing: Theme.radiusTag

        KIcon {
            anchors.verticalCenter: parent.verticalCenter
            icon: root.checked && root.outlined ? "check" : ""
            size: 17
            color: label.color
            visible: root.checked && root.outlined
        }

        KText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            language: root.language
            style: KText.Small
            bold: root.checked
            wrapMode: Text.NoWrap
            color: root.checked && Theme.highContrast ? Theme.colors.paper : root.checked ? Theme.colors.ink : Theme.colors.ink2
            Accessible.ignored: true
        }
    }

    background: Item {
        KShadow {
            anchors.fill: parent
            level: 1
            visible: root.checked && !root.outlined
        }

        Rectangle {
            anchors.fill: parent
            radius: 9
            color: !root.checked ? Theme.transparent : Theme.highContrast ? Theme.colors.ink : root.outlined ? Theme.colors.sunken : Theme.dark ? Theme.colors.line : Theme.colors.raised
        }

        FocusRing {
            shown: root.visualFocus
            around: 9
        }
    }
}
