// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One result that needs the teacher: what happened, what is safe, and on request why. */
FeedbackPanel {
    id: root

    required title
    required property string itemId
    required property string detail
    required property string why
    signal sendAgain

    tone: Tone.Berry
    text: whyButton.open ? root.why : root.detail

    Flow {
        width: parent ? parent.width : 0
        spacing: Theme.s2

        KButton {
            id: whyButton

            property bool open: false

            kind: KButton.Danger
            //: Button of a problem in the sync sheet: shows what happened, or hides it again.
            text: open ? qsTr("Show less") : qsTr("See why")
            visible: root.why.length > 0 && root.why !== root.detail
            onClicked: open = !open
        }

        KButton {
            kind: KButton.Plain
            plainColor: root.ink
            //: Button of a problem in the sync sheet: tries once more to send this result.
            text: qsTr("Send again")
            onClicked: root.sendAgain()
        }
    }
}
