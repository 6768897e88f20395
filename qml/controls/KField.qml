// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/**
 * A one-line field with its label above, always visible. error says what is wrong and what to do; what was typed is kept.
 * Emits accepted on Enter.
 */
Column {
    id: root

    property string label: ""
    property string placeholder: ""
    property string error: ""
    /** One line of help below, shown while there is no error. */
    property string help: ""
    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias readOnly: input.readOnly
    property string leadingIcon: ""
    signal accepted

    function focusInput() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.radiusTag

    KText {
        width: parent.width
        text: root.label
        style: KText.Small
        bold: true
        visible: root.label.length > 0
        Accessible.ignored: true
    }

    T.TextField {
        id: input

        width: root.width
        implicitHeight: Math.max(Theme.scaled(48), hint.implicitHeight + Theme.s4)
        leftPadding: root.leadingIcon.length > 0 ? Theme.iconSize(20) + 22 : 14
        rightPadding: trailing.visible ? Theme.iconSize(20) + 22 : 14
        verticalAlignment: TextInput.AlignVCenter
        color: root.enabled ? Theme.colors.ink : Theme.colors.ink3
        selectionColor: Theme.colors.indigoSoft
        selectedTextColor: Theme.colors.onIndigoSoft
        selectByMouse: true
        font.family: Theme.fontFamily(Theme.language)
        font.pixelSize: Theme.fontSize(KText.Body)
        Accessible.name: root.label.length > 0 ? root.label : root.placeholder
        Accessible.description: root.error.length > 0 ? root.error : root.help
        onAccepted: root.accepted()

        KText {
            id: hint

            x: input.leftPadding
            anchors.verticalCenter: parent.verticalCenter
            width: input.width - input.leftPadding - input.rightPadding
            text: root.placeholder
            color: Theme.colors.ink3
            visible: input.length === 0 && !input.preeditText
            Accessible.ignored: true
        }

        KIcon {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            icon: root.leadingIcon
            size: 20
            visible: root.leadingIcon.length > 0
        }

        KIcon {
            id: trailing

            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            icon: root.enabled ? "alert" : "lock"
            size: 20
            color: root.enabled ? Theme.colors.berry : Theme.colors.ink3
            visible: root.error.length > 0 || !root.enabled
        }

        background: Rectangle {
            radius: Theme.radiusControl
            color: root.enabled ? Theme.colors.surface : Theme.colors.sunken
            border.width: root.error.length > 0 ? 2 : Theme.hairline
            border.color: root.error.length > 0 ? Theme.colors.berry : !root.enabled ? Theme.colors.line : input.activeFocus ? Theme.colors.ink : Theme.colors.lineStrong

            FocusRing {
                shown: input.activeFocus
            }
        }

        cursorDelegate: Rectangle {
            id: caret

            width: 2
            color: Theme.colors.kapok
            visible: input.activeFocus && caret.lit
            property bool lit: true

            Timer {
                interval: 500
                repeat: true
                running: input.activeFocus && !Theme.reducedMotion
                onTriggered: caret.lit = !caret.lit
            }
        }
    }

    KText {
        width: parent.width
        text: root.error.length > 0 ? root.error : root.help
        style: KText.Small
        color: root.error.length > 0 ? Theme.colors.berry : Theme.colors.ink2
        visible: text.length > 0
        Accessible.ignored: true
    }
}
