// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * Something that needs the teacher: what happened, what is safe, and on request why. Of a lesson whose results were not
 * taken each result is named with its reason, and can be sent again alone.
 */
FeedbackPanel {
    id: root

    required title
    required property string itemId
    required property string detail
    required property string why
    required property string courseId
    required property SyncItemListModel parts
    signal sendAgain(string itemId)
    signal receive

    property bool open: false

    tone: Tone.Berry
    text: root.detail

    Repeater {
        model: root.open ? root.parts : null
        delegate: SyncRefusedRow {
            width: parent ? parent.width : 0
            ink: root.ink
            onSendAgain: itemId => root.sendAgain(itemId)
        }
    }

    KText {
        width: parent ? parent.width : 0
        text: root.why
        style: KText.Small
        color: root.ink
        visible: root.open && text.length > 0
    }

    Flow {
        width: parent ? parent.width : 0
        spacing: Theme.s2

        KButton {
            kind: KButton.Danger
            //: Button of a problem in the sync sheet: shows what happened, or hides it again.
            text: root.open ? qsTr("Show less") : qsTr("See why")
            visible: root.why.length > 0
            onClicked: root.open = !root.open
        }

        KButton {
            kind: KButton.Plain
            plainColor: root.ink
            //: Button of a problem in the sync sheet: tries once more to send this result.
            text: qsTr("Send again")
            Accessible.description: root.title
            visible: root.itemId.length > 0
            onClicked: root.sendAgain(root.itemId)
        }

        KButton {
            kind: KButton.Plain
            plainColor: root.ink
            //: Button of a problem in the sync sheet: tries once more to fetch this course.
            text: qsTr("Try again")
            Accessible.description: root.title
            visible: root.courseId.length > 0
            onClicked: root.receive()
        }
    }
}
