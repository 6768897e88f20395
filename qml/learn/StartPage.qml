// SPDX-License-Identifier: Apache-2.0
import QtQuick
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
    readonly property bool panelShown: entry.active || root.wide

    readonly property real panelWidth: Math.min(440 * Math.min(Theme.textScale, 1.3), root.width * 0.45)

    color: Theme.colors.paper

    KarstHills {
        y: parent.height - height
        width: parent.width
    }

    Image {
        x: root.wide ? panel.x - width + 6 : root.width - width
        width: root.phone ? 174 : 290
        height: root.phone ? 90 : 150
        sourceSize.width: width
        sourceSize.height: height
        source: Qt.resolvedUrl(Theme.dark ? "../assets/shapes/branch-night.svg" : "../assets/shapes/branch-day.svg")
        visible: root.wide || !entry.active
        Accessible.ignored: true
    }

    StartColumn {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.wide ? panel.x : root.width
        margin: root.phone ? Theme.s4 : 56
        visible: root.wide || !entry.active
        people: root.people
        settings: root.settings
        chosenId: entry.personId
        onChosen: card => entry.ask(card)
        onAdd: entry.add()
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

        StartEntry {
            id: entry

            anchors.fill: parent
            people: root.people
            backShown: !root.wide && !root.empty
            padding: root.wide ? 56 : root.phone ? Theme.s6 : Math.max(Theme.s6, (root.width - 440) / 2)
        }
    }
}
