// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One result that needs the teacher: what happened, what is safe, and on request why. */
FeedbackPanel {
    id: root

    required title
    required property string detail
    required property string why

    tone: Tone.Berry
    text: whyButton.open ? root.why : root.detail

    KButton {
        id: whyButton

        property bool open: false

        kind: KButton.Danger
        //: Button of a problem in the sync sheet: shows what happened, or hides it again.
        text: open ? qsTr("Show less") : qsTr("See why")
        visible: root.why.length > 0 && root.why !== root.detail
        onClicked: open = !open
    }
}
