// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** On or off, at once. On carries a check, so colour is never alone. Set text as its accessible name. */
T.Switch {
    id: root

    implicitWidth: 52
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text

    function activate() {
        root.toggle();
        root.toggled();
    }

    Keys.onReturnPressed: root.activate()
    Keys.onEnterPressed: root.activate()

    indicator: Rectangle {
        anchors.centerIn: parent
        width: 52
        height: 32
        radius: height / 2
        color: root.checked ? Theme.colors.leaf : Theme.colors.lineStrong
        opacity: root.enabled ? 1 : 0.5

        Rectangle {
            x: root.checked ? parent.width - width - Theme.s1 : Theme.s1
            y: Theme.s1
            width: 24
            height: 24
            radius: height / 2
            color: Theme.colors.surface

            KIcon {
                anchors.centerIn: parent
                icon: "check"
                sourceSize.width: 17
                sourceSize.height: 17
                color: Theme.colors.leaf
                visible: root.checked
            }

            Behavior on x {
                NumberAnimation {
                    duration: Theme.fast
                }
            }
        }

        FocusRing {
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
