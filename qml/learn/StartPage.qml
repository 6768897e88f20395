// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kapok.Models
import Kapok.Ui

/**
 * The first page: who is learning today? On wide windows the PIN, or the form for a new person, stands at the right;
 * on narrow ones it takes the page. With nobody on the device yet the form is there at once.
 */
Rectangle {
    id: root

    objectName: "profilePicker"

    required property PeopleModel people
    required property SettingsModel settings

    readonly property bool wide: root.width >= 1000
    readonly property bool phone: root.width < Theme.tabletWidth
    readonly property bool empty: root.people.count === 0
    readonly property bool asked: (entry.item as StartEntry)?.active ?? false
    readonly property bool panelShown: root.asked || root.wide

    readonly property real panelWidth: Math.min(440 * Math.min(Theme.textScale, 1.3), root.width * 0.45)

    /** Had the focus before somebody was asked for; gets it back. */
    property Item opener

    function choose(card: ProfileCard) {
        root.opener = card;
        entry.wanted = true;
        (entry.item as StartEntry).ask(card);
    }

    function add() {
        root.opener = root.Window.activeFocusItem;
        entry.wanted = true;
        (entry.item as StartEntry).add();
    }

    color: Theme.colors.paper

    Keys.onEscapePressed: if (root.asked && !root.empty) (entry.item as StartEntry).goBack()

    Connections {
        target: entry.item
        ignoreUnknownSignals: true

        function onClosed() {
            if (root.opener)
                root.opener.forceActiveFocus(Qt.PopupFocusReason);
        }
    }

    // Decoration comes a moment after the people.
    KLater {
        y: parent.height - height
        width: parent.width
        asynchronous: true
        url: Qt.resolvedUrl("../components/KarstHills.qml")
        shown: true
    }

    Image {
        asynchronous: true
        x: root.wide ? panel.x - width + 6 : root.width - width
        width: root.phone ? 174 : 290
        height: root.phone ? 90 : 150
        sourceSize.width: width
        sourceSize.height: height
        source: Qt.resolvedUrl(Theme.dark ? "../assets/shapes/branch-night.svg" : "../assets/shapes/branch-day.svg")
        visible: root.wide || !root.asked
        Accessible.ignored: true
    }

    StartColumn {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.wide ? panel.x : root.width
        margin: root.phone ? Theme.s4 : 56
        visible: root.wide || !root.asked
        people: root.people
        settings: root.settings
        chosenId: (entry.item as StartEntry)?.personId ?? ""
        onChosen: card => root.choose(card)
        onAdd: root.add()
    }

    Rectangle {
        id: panel

        x: root.wide ? root.width - width - Theme.s6 : 0
        y: root.wide ? Theme.s6 : 0
        width: root.wide ? root.panelWidth : root.width
        height: root.wide ? root.height - 2 * Theme.s6 : root.height
        radius: root.wide ? 28 : 0
        color: Theme.colors.raised
        border.width: root.wide ? Theme.hairline : 0
        border.color: Theme.colors.line
        visible: root.panelShown

        KShadow {
            z: -1
            anchors.fill: parent
            level: 1
            visible: root.wide
        }

        KLater {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s10
            asynchronous: true
            url: Qt.resolvedUrl("StartWelcome.qml")
            shown: root.wide && !entry.item
        }

        KLater {
            id: entry

            property bool wanted: false

            anchors.fill: parent
            url: Qt.resolvedUrl("StartEntry.qml")
            given: ({
                    people: root.people
                })
            shown: entry.wanted || root.empty
        }

        Binding {
            target: entry.item
            property: "backShown"
            value: !root.wide && !root.empty
        }

        Binding {
            target: entry.item
            property: "padding"
            value: root.wide ? 56 : root.phone ? Theme.s6 : Math.max(Theme.s6, (root.width - 440) / 2)
        }
    }
}
