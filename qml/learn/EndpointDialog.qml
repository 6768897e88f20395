// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Where results go instead of the own server: any xAPI endpoint, with its key and secret. */
KDialog {
    id: root

    required property SettingsModel settings

    //: Title of the dialog for another xAPI record store.
    title: qsTr("Send results to another record store?")
    //: Text of the dialog for another xAPI record store.
    text: qsTr("Any xAPI record store works. What is waiting goes there from now on. Leave the address empty to send to your own server.")
    //: Button of a dialog.
    acceptText: qsTr("Save")
    rejectText: qsTr("Cancel")
    onAboutToShow: {
        address.text = root.settings.lrsEndpoint;
        key.text = root.settings.lrsKey;
        secret.text = "";
    }
    onOpened: address.focusInput()
    onAccepted: root.settings.setRecordStore(address.text, key.text, secret.text)

    KField {
        id: address

        width: parent.width
        //: Field: web address of an xAPI record store.
        label: qsTr("xAPI address")
        //: Example in the field "xAPI address".
        placeholder: qsTr("https://lrs.example.edu/xapi")
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
    }

    KField {
        id: key

        width: parent.width
        //: Field: user name for an xAPI record store.
        label: qsTr("Key")
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }

    KField {
        id: secret

        width: parent.width
        //: Field: password for an xAPI record store.
        label: qsTr("Secret")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
    }
}
