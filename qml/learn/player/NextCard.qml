// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A card that leads on: to the next lesson or the next course. */
KCardButton {
    id: root

    required property string caption
    required property string title
    required property string titleLanguage

    text: root.caption + ", " + root.title
    padding: Theme.s5

    contentItem: Item {
        implicitHeight: words.implicitHeight

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: arrow.left
            anchors.rightMargin: Theme.s3

            KText {
                width: parent.width
                text: root.caption
                style: KText.Caption
                color: Theme.colors.ink2
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: Theme.unbroken(root.title)
                language: root.titleLanguage
                style: KText.Label
                Accessible.ignored: true
            }
        }

        KIcon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            icon: "right"
            size: 20
            color: Theme.colors.ink3
        }
    }
}
