// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * What stands at the right of the first page: a person's PIN pad, her first PIN, the form for a new person or a
 * forgotten PIN, or a word to those who have not chosen yet. ask() and add() choose.
 */
FocusScope {
    id: root

    required property PeopleModel people
    property bool backShown: false
    property int padding: 56

    property string personId: ""
    property bool adding: false
    property bool forgotten: false
    property bool first: false
    property string firstPin: ""
    signal closed

    readonly property bool formShown: root.adding || root.forgotten || root.people.count === 0
    readonly property bool active: root.formShown || root.personId.length > 0

    function ask(card: ProfileCard) {
        root.leave();
        root.personId = card.personId;
        root.first = !card.hasPin;
        root.describe(card);
        chosen.target = card;
        (root.first ? firstPage : pin).forceActiveFocus(card.visualFocus ? Qt.TabFocusReason : Qt.OtherFocusReason);
    }

    /** Says who is asked, in the language of the interface. */
    function describe(card: ProfileCard) {
        for (const page of [pin, firstPage]) {
            page.initials = card.initials;
            page.tint = card.tint;
            page.nameLanguage = card.nameLanguage;
            page.greeting = card.greeting.length > 0 ? card.greeting : card.name;
        }
    }

    function add() {
        root.leave();
        root.adding = true;
        form.focusFirst();
    }

    function leave() {
        root.personId = "";
        root.adding = false;
        root.forgotten = false;
        pin.clear();
        form.clear();
        root.people.clearProblem();
    }

    /** Leaves, and says so: the focus goes back to where it came from. */
    function goBack() {
        root.leave();
        root.closed();
    }


    Connections {
        id: chosen

        target: null

        function onGreetingChanged() {
            root.describe(chosen.target as ProfileCard);
        }
    }

    Connections {
        target: root.people

        function onWrongPin() {
            pin.wrong();
        }

        function onLocked() {
            pin.wrong();
        }

        function onPinChanged() {
            if (root.first && root.personId.length > 0)
                root.people.unlock(root.personId, root.firstPin);
        }

        function onUnlocked() {
            root.leave();
        }
    }

    KIconButton {
        x: Theme.s2
        y: Theme.s2
        z: 2
        iconName: "arrow-l"
        //: Read aloud for the arrow that leads back to the choice of people.
        name: qsTr("Back to the people of this device")
        visible: root.backShown
        onClicked: root.goBack()
    }

    PinPanel {
        id: pin

        x: (root.width - width) / 2
        y: root.backShown ? Theme.s12 : Theme.s10
        width: Math.min(root.width - 2 * Theme.s4, Math.max(300, root.width - 2 * root.padding), 400)
        height: root.height - y - Theme.s6
        visible: !root.formShown && !root.first && root.personId.length > 0
        //: Below the name on the PIN page.
        prompt: qsTr("Type your 4-digit PIN")
        problem: root.people.problem
        lockedText: root.people.lockedText
        busy: root.people.busy
        //: Below the PIN pad.
        assurance: qsTr("The PIN opens your own lessons. Your results are kept on this device and sent when there is a connection.")
        onCompleted: digits => root.people.unlock(root.personId, digits)
        onHelpRequested: {
            root.people.clearProblem();
            root.forgotten = true;
        }
    }

    FirstPinPage {
        id: firstPage

        x: pin.x
        y: pin.y
        width: pin.width
        height: pin.height
        visible: !root.formShown && root.first && root.personId.length > 0
        problem: root.people.problem
        busy: root.people.busy
        onChosen: digits => {
            root.firstPin = digits;
            root.people.setPin(root.personId, digits);
        }
    }

    KScroll {
        anchors.fill: parent
        anchors.topMargin: root.backShown ? Theme.s12 : 0
        margin: Math.min(root.padding, Math.max(Theme.s5, root.width * 0.1))
        topSpace: Theme.s8
        visible: root.formShown

        PersonForm {
            id: form

            width: parent.width
            //: Title of the form that signs a person in on this device, and of the one for a forgotten PIN.
            title: root.forgotten ? qsTr("Choose a new PIN") : qsTr("Add a person")
            //: Below the title of the form that signs a person in.
            text: root.forgotten ? qsTr("Sign in with the password of your account. What you did on this device is not lost.") : qsTr("This needs a connection once. Afterwards the lessons work without one.")
            server: root.people.lastServer
            problem: root.people.problem
            busy: root.people.busy
            cancelable: root.people.count > 0
            onSubmitted: (server, account, password, pin) => root.people.addPerson(server, account, password, pin)
            onCancelled: root.goBack()
        }
    }

    StartWelcome {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s10
        visible: !root.active
    }
}
