// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The first PIN of a person who was put on this device without one. Emits chosen. */
FocusScope {
    id: root

    property string initials: ""
    property int tint: 0
    property string nameLanguage: Theme.language
    property string greeting: ""
    property string problem: ""
    property bool busy: false
    signal chosen(string pin)

    function submit() {
        if (fields.text.length === 4 && !root.busy)
            root.chosen(fields.text);
    }

    onVisibleChanged: fields.clear()
    onActiveFocusChanged: if (root.activeFocus) fields.focusInput()

    Column {
        width: parent.width
        spacing: Theme.s3

        Avatar {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 76
            initials: root.initials
            tint: root.tint
            language: root.nameLanguage
        }

        KText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.greeting
            style: KText.H2
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            //: On the page where a person chooses her first PIN.
            text: qsTr("Choose four digits that only you know. They open your lessons on this device.")
            color: Theme.colors.ink2
        }

        FeedbackPanel {
            width: parent.width
            tone: Tone.Berry
            title: root.problem
            visible: root.problem.length > 0
        }

        PinFields {
            id: fields

            width: parent.width
            onAccepted: root.submit()
        }

        KButton {
            width: parent.width
            kind: KButton.Primary
            //: Button: take the PIN that was typed and begin.
            text: qsTr("Start learning")
            busy: root.busy
            enabled: fields.text.length === 4
            onClicked: root.submit()
        }
    }
}
