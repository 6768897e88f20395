// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A new PIN, typed twice. text is the PIN once both are the same four digits, else empty. */
Column {
    id: root

    readonly property bool same: first.text === second.text
    readonly property string text: first.text.length === 4 && root.same ? first.text : ""
    signal accepted

    function focusInput() {
        first.focusInput();
    }

    function clear() {
        first.text = "";
        second.text = "";
    }

    spacing: Theme.s1

    RegularExpressionValidator {
        id: digits

        regularExpression: /[0-9]{0,4}/
    }

    Flow {
        id: fields

        readonly property bool beside: width > 300 * Theme.textScale

        width: parent.width
        spacing: Theme.s3

        KField {
            id: first

            width: fields.beside ? (fields.width - Theme.s3) / 2 : fields.width
            //: Field: the four digits that will open this person's lessons.
            label: qsTr("New PIN, 4 digits")
            echoMode: TextInput.Password
            maximumLength: 4
            validator: digits
            inputMethodHints: Qt.ImhDigitsOnly
            onAccepted: second.focusInput()
        }

        KField {
            id: second

            width: first.width
            //: Field: the four digits once more.
            label: qsTr("PIN once more")
            echoMode: TextInput.Password
            maximumLength: 4
            validator: digits
            inputMethodHints: Qt.ImhDigitsOnly
            onAccepted: root.accepted()
        }
    }

    KText {
        width: parent.width
        //: Below the two fields for a new PIN when they differ.
        text: qsTr("The two PINs are not the same yet. Type the second one again.")
        style: KText.Small
        color: Theme.colors.turmeric
        visible: second.text.length === 4 && !root.same
    }
}
