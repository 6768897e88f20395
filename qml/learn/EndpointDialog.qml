// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Another place that receives every result: any xAPI endpoint, with its key and secret. */
KDialog {
    id: root

    required property SettingsModel settings

    //: Title of the dialog for a second record store.
    title: qsTr("Send results to another record store as well?")
    //: Text of the dialog for a second record store.
    text: qsTr("Any xAPI record store can receive a copy. Leave the address empty to send to your own server only.")
    //: Button of a dialog.
    acceptText: qsTr("Save")
    rejectText: qsTr("Cancel")
    onAboutToShow: {
        address.text = root.settings.lrsEndpoint;
        key.text = root.settings.lrsKey;
        secret.text = "";
    }
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
