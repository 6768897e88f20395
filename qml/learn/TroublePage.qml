// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Shown instead of everything when the data of this device cannot be opened. Nothing is touched. */
Rectangle {
    id: root

    property string title: ""
    property string text: ""

    signal retryClicked

    objectName: "troublePage"
    color: Theme.colors.paper

    KarstHills {
        y: parent.height - height
        width: parent.width
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.s8, 560 * Math.min(Theme.textScale, 1.5))
        spacing: Theme.s6

        Wordmark {
            size: 44
            large: true
        }

        FeedbackPanel {
            width: parent.width
            large: true
            tone: Tone.Berry
            title: root.title
            text: root.text
        }

        KButton {
            objectName: "openAgain"
            anchors.right: parent.right
            //: Button: open the data of this device once more, after it could not be opened.
            text: qsTr("Try again")
            onClicked: root.retryClicked()
        }
    }
}
