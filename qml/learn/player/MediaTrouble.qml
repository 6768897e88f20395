// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** In the place of a picture: why nothing plays, and that the words can still be read. */
Rectangle {
    id: root

    property bool video: true
    /** Sound and captions work; only the picture does not. */
    property bool pictureOnly: false

    implicitHeight: words.height + 2 * Theme.s4
    radius: Theme.radiusCard
    color: Theme.mediaColors.raised
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    Accessible.description: detail.text

    KIcon {
        id: glyph

        x: Theme.s4
        y: Theme.s4
        icon: "info"
        color: Theme.mediaColors.turmeric
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.s4

        KText {
            id: title

            width: parent.width
            //: In the place of a video or sound that cannot be played.
            text: root.pictureOnly ? qsTr("The picture cannot be drawn on this device") : root.video ? qsTr("This video cannot be played on this device") : qsTr("This sound cannot be played on this device")
            style: KText.Label
            color: Theme.mediaColors.ink
            Accessible.ignored: true
        }

        KText {
            id: detail

            width: parent.width
            //: Below "This video cannot be played on this device".
            text: root.pictureOnly ? qsTr("You can listen, and read every word in the transcript.") : qsTr("Every word is in the transcript. You can read it and go on.")
            style: KText.Small
            color: Theme.mediaColors.ink2
            Accessible.ignored: true
        }
    }
}
