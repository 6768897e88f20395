// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A way back to the page that explains what a question asks. */
KCardButton {
    id: root

    /** "Read page 4 again" */
    required property string title
    /** Title of that page. */
    property string detail: ""
    property string language: Theme.language

    text: root.title + ", " + root.detail
    radius: Theme.radiusControl
    padding: 14
    verticalPadding: Theme.s3

    contentItem: Item {
        implicitHeight: Math.max(words.implicitHeight, Theme.s6)

        KIcon {
            id: glyph

            anchors.verticalCenter: parent.verticalCenter
            icon: "text"
        }

        Column {
            id: words

            anchors.left: glyph.right
            anchors.leftMargin: Theme.s3
            anchors.right: arrow.left
            anchors.verticalCenter: parent.verticalCenter

            KText {
                width: parent.width
                text: root.title
                style: KText.Label
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: root.detail
                language: root.language
                style: KText.Caption
                color: Theme.colors.ink2
                visible: text.length > 0
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
