// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Says that something was done, for 6 seconds, with at most one action. Never for errors. Call show(). */
Item {
    id: root

    property string text: ""
    property string icon: "check"
    property string actionText: ""
    signal action

    function show(text: string, icon: string, actionText: string) {
        root.text = text;
        root.icon = icon;
        root.actionText = actionText;
        frame.opacity = 1;
        timer.restart();
    }

    function hide() {
        timer.stop();
        frame.opacity = 0;
    }

    implicitWidth: 480
    implicitHeight: frame.height
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text
    Accessible.ignored: frame.opacity === 0

    Timer {
        id: timer

        interval: Theme.toastDuration
        onTriggered: frame.opacity = 0
    }

    Rectangle {
        id: frame

        width: parent.width
        height: Math.max(Theme.scaled(56), label.height + Theme.s4)
        radius: Theme.radiusControl
        color: Theme.colors.ink
        opacity: 0
        visible: opacity > 0

        KShadow {
            z: -1
            anchors.fill: parent
        }

        KIcon {
            id: glyph

            x: 18
            anchors.verticalCenter: parent.verticalCenter
            icon: root.icon
            color: Theme.colors.paper
        }

        KText {
            id: label

            anchors.left: glyph.right
            anchors.leftMargin: Theme.s3
            anchors.right: button.visible ? button.left : parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            style: KText.Small
            color: Theme.colors.paper
            Accessible.ignored: true
        }

        KButton {
            id: button

            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            kind: KButton.Plain
            plainColor: Theme.colors.paper
            text: root.actionText
            visible: root.actionText.length > 0
            onClicked: {
                root.hide();
                root.action();
            }
        }

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.base
            }
        }
    }
}
