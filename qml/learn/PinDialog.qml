// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** A new PIN for the person who is learning. */
KDialog {
    id: root

    required property PeopleModel people
    required property string personId
    signal changed

    //: Title of the dialog for a new PIN.
    title: qsTr("Which PIN do you want?")
    //: Text of the dialog for a new PIN.
    text: qsTr("It opens your lessons on this device. Your results stay as they are.")
    //: Button of the dialog for a new PIN.
    acceptText: qsTr("Change PIN")
    rejectText: qsTr("Keep the old one")
    acceptEnabled: fields.text.length === 4
    onAboutToShow: fields.clear()
    onOpened: fields.focusInput()
    onAccepted: root.people.setPin(root.personId, fields.text)

    PinFields {
        id: fields

        width: parent.width
    }
}
