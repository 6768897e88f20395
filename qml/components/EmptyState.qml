// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A place where nothing is yet: a pale blossom, what will appear and when, one action at most. */
KCard {
    id: root

    property string title: ""
    property string text: ""
    property string actionText: ""
    signal action

    implicitWidth: 360
    implicitHeight: column.implicitHeight + 22 + Theme.s6

    Column {
        id: column

        x: 28
        y: 22
        width: parent.width - 56

        Blossom {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 72
            levels: [0, 0, 0, 0, 0]
            core: false
        }

        KText {
            topPadding: Theme.radiusTag
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Theme.unbroken(root.title)
            style: KText.Label
        }

        KText {
            topPadding: 2
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Theme.unbroken(root.text)
            style: KText.Small
            color: Theme.colors.ink2
            visible: root.text.length > 0
        }

        Item {
            width: 1
            height: Theme.s3
            visible: button.visible
        }

        KButton {
            id: button

            anchors.horizontalCenter: parent.horizontalCenter
            text: root.actionText
            visible: root.actionText.length > 0
            onClicked: root.action()
        }
    }
}
