// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A filter chip: off, on (ink fill and a check), focus; removable ones show a cross and emit removed. Looks 36 high, takes taps over 48. */
T.AbstractButton {
    id: root

    property bool removable: false
    property string language: Theme.language
    signal removed

    readonly property color foreground: root.checked ? Theme.colors.paper : Theme.colors.ink2
    readonly property int inset: Math.max(0, (Theme.touch - Theme.chipHeight) / 2)

    checkable: true
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.chipHeight + 2 * root.inset
    leftPadding: root.checked ? Theme.radiusCover : 14
    rightPadding: 14
    topInset: root.inset
    bottomInset: root.inset
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked

    function activate() {
        if (root.checkable)
            root.toggle();
        root.clicked();
    }

    Keys.onReturnPressed: root.activate()
    Keys.onEnterPressed: root.activate()
    Keys.onDeletePressed: if (root.removable) root.removed()

    contentItem: Row {
        spacing: Theme.radiusTag

        KIcon {
            anchors.verticalCenter: parent.verticalCenter
            icon: "check"
            size: 17
            color: root.foreground
            visible: root.checked
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            language: root.language
            style: KText.Small
            bold: root.checked
            wrapMode: Text.NoWrap
            color: root.foreground
            Accessible.ignored: true
        }

        KIcon {
            anchors.verticalCenter: parent.verticalCenter
            icon: "x"
            size: 17
            color: root.foreground
            visible: root.removable

            TapHandler {
                enabled: root.removable
                margin: Theme.s2
                onTapped: root.removed()
            }
        }
    }

    background: Rectangle {
        radius: height / 2
        color: root.checked ? Theme.colors.ink : root.down ? Theme.colors.sunken : Theme.colors.surface
        border.width: Theme.hairline
        border.color: root.checked ? Theme.colors.ink : root.hovered ? Theme.colors.lineStrong : Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
