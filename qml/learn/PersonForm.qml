// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * Adds a person to this device, or lets one who forgot her PIN choose a new one: server address, account, password,
 * then the PIN twice. Emits submitted; the owner sets busy, problem, and closes it.
 */
Column {
    id: root

    property string title: ""
    property string text: ""
    property string problem: ""
    property bool busy: false
    property bool cancelable: true
    property alias server: serverField.text
    property alias account: accountField.text
    signal submitted(string server, string account, string password, string pin)
    signal cancelled

    readonly property bool complete: serverField.text.length > 0 && accountField.text.length > 0 && passwordField.text.length > 0 && pinField.text.length === 4

    function submit() {
        if (root.complete && !root.busy)
            root.submitted(serverField.text, accountField.text, passwordField.text, pinField.text);
    }

    function clear() {
        accountField.text = "";
        passwordField.text = "";
        pinField.clear();
    }

    function focusFirst() {
        (serverField.text.length > 0 ? accountField : serverField).focusInput();
    }

    spacing: Theme.s4

    Column {
        width: parent.width
        spacing: Theme.s1

        KText {
            width: parent.width
            text: root.title
            style: KText.H2
            Accessible.role: Accessible.Heading
        }

        KText {
            width: parent.width
            text: root.text
            style: KText.Small
            color: Theme.colors.ink2
        }
    }

    FeedbackPanel {
        width: parent.width
        tone: Tone.Berry
        title: root.problem
        visible: root.problem.length > 0
    }

    KField {
        id: serverField

        width: parent.width
        //: Field: the web address of the school's training server.
        label: qsTr("Server address")
        //: Example in the field "Server address".
        placeholder: qsTr("kapok.example.edu")
        //: Help below the field "Server address".
        help: qsTr("It is on the card your school gave you.")
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        enabled: !root.busy
        onAccepted: accountField.focusInput()
    }

    KField {
        id: accountField

        width: parent.width
        //: Field: the teacher's account name on the training server.
        label: qsTr("Account")
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        enabled: !root.busy
        onAccepted: passwordField.focusInput()
    }

    KField {
        id: passwordField

        width: parent.width
        //: Field: password of the account.
        label: qsTr("Password")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        enabled: !root.busy
        onAccepted: pinField.focusInput()
    }

    PinFields {
        id: pinField

        width: parent.width
        enabled: !root.busy
        onAccepted: root.submit()
    }

    Flow {
        width: parent.width
        spacing: Theme.s2
        layoutDirection: Qt.RightToLeft

        KButton {
            kind: KButton.Primary
            //: Button of the form that adds a person to this tablet.
            text: qsTr("Sign in")
            busyText: qsTr("Signing in")
            busy: root.busy
            enabled: root.complete
            onClicked: root.submit()
        }

        KButton {
            kind: KButton.Plain
            plainColor: Theme.colors.ink2
            //: Button: leave the form without doing anything.
            text: qsTr("Cancel")
            visible: root.cancelable
            enabled: !root.busy
            onClicked: root.cancelled()
        }
    }
}
