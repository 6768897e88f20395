// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One result that was not taken: what it is, when it was done, the reason, and a button to send it again. */
Item {
    id: root

    required property string itemId
    required property string title
    required property string detail
    property color ink: Theme.colors.ink
    signal sendAgain(string itemId)

    implicitWidth: 320
    implicitHeight: words.height + again.height + Theme.s2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.detail

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: root.ink
        opacity: 0.2
    }

    Column {
        id: words

        y: Theme.s2
        width: parent.width

        KText {
            width: parent.width
            text: root.title
            style: KText.Small
            bold: true
            color: root.ink
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.detail
            style: KText.Caption
            color: root.ink
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }

    KButton {
        id: again

        y: words.y + words.height
        x: -Theme.s3
        kind: KButton.Plain
        size: KButton.Dense
        plainColor: root.ink
        //: Button in the sync sheet: sends this one result once more.
        text: qsTr("Send this again")
        Accessible.description: root.title
        onClicked: root.sendAgain(root.itemId)
    }
}
