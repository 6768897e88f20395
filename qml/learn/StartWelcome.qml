// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** At the right of the choice of people until somebody is chosen. */
Column {
    id: root

    spacing: Theme.s3

    Blossom {
        anchors.horizontalCenter: parent.horizontalCenter
        size: 120
        outline: false
        stamens: true
        veins: true
        gapColor: Theme.colors.raised
    }

    KText {
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        //: At the right of the choice of people before anyone is chosen.
        text: qsTr("Tap your name to go on learning.")
        color: Theme.colors.ink2
    }
}
