// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/**
 * Four dots and twelve keys; digits and Backspace of a keyboard work too. Emits completed with the four digits and
 * keeps them until clear() or reject(). reject() shakes the dots once (not with reduced motion) and clears.
 */
FocusScope {
    id: root

    property string pin: ""
    property bool busy: false
    /** Lower left key; empty leaves it out. */
    property string helpText: ""
    property int keyHeight: 76
    signal completed(string pin)
    signal helpRequested

    function clear() {
        root.pin = "";
    }

    function reject() {
        root.pin = "";
        if (!Theme.reducedMotion)
            shake.restart();
    }

    function type(digit: string) {
        if (root.busy || !root.enabled || root.pin.length >= 4)
            return;
        root.pin += digit;
        if (root.pin.length === 4)
            root.completed(root.pin);
    }

    function erase() {
        if (!root.busy)
            root.pin = root.pin.slice(0, -1);
    }

    implicitWidth: 326
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    //: Read aloud: the four dots that show how much of the PIN was typed. %1 is 0 to 4.
    Accessible.name: qsTr("PIN, %1 of 4 digits").arg(root.pin.length)

    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1) {
            root.type(event.text);
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace) {
            root.erase();
            event.accepted = true;
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.s6

        Row {
            id: dots

            property real shift: 0

            x: (parent.width - width) / 2 + shift
            spacing: Theme.s5

            Repeater {
                model: 4

                Rectangle {
                    required property int index

                    width: 18
                    height: 18
                    radius: 9
                    color: index < root.pin.length ? Theme.colors.ink : Theme.transparent
                    border.width: 2
                    border.color: index < root.pin.length ? Theme.colors.ink : Theme.colors.lineStrong
                }
            }

            SequentialAnimation {
                id: shake

                NumberAnimation { target: dots; property: "shift"; to: -Theme.s3; duration: Theme.fast / 2 }
                NumberAnimation { target: dots; property: "shift"; to: Theme.s3; duration: Theme.fast }
                NumberAnimation { target: dots; property: "shift"; to: 0; duration: Theme.fast / 2 }
            }
        }

        Grid {
            id: keys

            readonly property real keyWidth: (width - 2 * Theme.s3) / 3

            width: parent.width
            columns: 3
            spacing: Theme.s3

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                PinKey {
                    required property string modelData
                    required property int index

                    objectName: "pin-" + modelData
                    width: keys.keyWidth
                    height: root.keyHeight
                    focus: index === 0
                    text: modelData
                    onClicked: root.type(modelData)
                }
            }

            PinKey {
                width: keys.keyWidth
                height: root.keyHeight
                kind: PinKey.Help
                text: root.helpText
                enabled: root.helpText.length > 0
                onClicked: root.helpRequested()
            }

            PinKey {
                width: keys.keyWidth
                height: root.keyHeight
                objectName: "pin-0"
                text: "0"
                onClicked: root.type("0")
            }

            PinKey {
                width: keys.keyWidth
                height: root.keyHeight
                objectName: "pinBackspace"
                kind: PinKey.Erase
                //: Key of the PIN pad, read aloud only.
                text: qsTr("Delete the last digit")
                onClicked: root.erase()
            }
        }
    }
}
