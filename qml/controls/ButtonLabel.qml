// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What stands inside a KButton: ring or icon, words, icon. Wraps when the words do not fit. */
Item {
    id: root

    required property string text
    required property string language
    required property string leadingIcon
    required property string trailingIcon
    /** Whether there is a trailing icon when the button is not busy. */
    required property bool idleTrailing
    required property bool busy
    required property color color
    required property int textStyle
    required property real availableWidth
    /** Text that sets the width, so that a busy button keeps its own. */
    required property string widest

    readonly property real idleIconsWidth: (root.leadingIcon.length > 0 ? Theme.iconSize(22) + row.spacing : 0) + (root.idleTrailing ? Theme.iconSize(20) + row.spacing : 0)
    readonly property real iconsWidth: (leading.visible || ring.visible ? leading.width + row.spacing : 0) + (trailing.visible ? trailing.width + row.spacing : 0)

    implicitWidth: Math.ceil(Math.max(label.naturalWidth + root.iconsWidth, measure.naturalWidth + root.idleIconsWidth))
    implicitHeight: label.height

    FitText {
        id: measure

        visible: false
        text: root.widest
        language: root.language
        style: root.textStyle
        bold: true
        Accessible.ignored: true
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s2

        BusyRing {
            id: ring

            anchors.verticalCenter: parent.verticalCenter
            size: 20
            color: root.color
            visible: root.busy
        }

        KIcon {
            id: leading

            anchors.verticalCenter: parent.verticalCenter
            icon: root.leadingIcon
            size: 22
            color: root.color
            visible: root.leadingIcon.length > 0 && !root.busy
        }

        FitText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            room: root.availableWidth - root.iconsWidth
            text: root.text
            language: root.language
            style: root.textStyle
            bold: true
            color: root.color
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        KIcon {
            id: trailing

            anchors.verticalCenter: parent.verticalCenter
            icon: root.trailingIcon
            size: 20
            color: root.color
            visible: root.trailingIcon.length > 0
        }
    }
}
