// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** In the sync sheet when the server wants the teacher to sign in once more. Nothing is lost meanwhile. */
FeedbackPanel {
    id: root

    required property SyncModel sync

    tone: Tone.Turmeric
    icon: "lock"
    //: Title in the sync sheet when the password has to be typed again.
    title: qsTr("Please sign in once more")
    //: Below "Please sign in once more".
    text: qsTr("The server does not know this device any more. Everything you did is safe here and is sent after you sign in.")

    KField {
        id: account

        width: parent.width
        label: qsTr("Account")
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        text: root.sync.account
        onAccepted: password.focusInput()
    }

    KField {
        id: password

        width: parent.width
        label: qsTr("Password")
        echoMode: TextInput.Password
        error: root.sync.signInProblem
        onAccepted: signIn.clicked()
    }

    KButton {
        id: signIn

        text: qsTr("Sign in")
        enabled: account.text.length > 0 && password.text.length > 0
        busy: root.sync.signingIn
        busyText: qsTr("Signing in")
        onClicked: {
            root.sync.signInAgain(account.text, password.text);
            password.text = "";
        }
    }
}
