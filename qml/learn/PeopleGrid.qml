// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** The people of this device and the place for one more: cards in a grid, rows on phones. */
Grid {
    id: root

    required property PeopleModel people
    /** The person whose PIN is being asked; empty: nobody. */
    property string chosenId: ""
    property bool asRows: false
    property bool low: false
    signal chosen(ProfileCard card)
    signal add

    readonly property int fitting: Math.max(1, Math.min(3, Math.floor((root.width + Theme.s4) / (Theme.scaled(200) + Theme.s4))))
    readonly property real cardWidth: (root.width - (root.columns - 1) * root.spacing) / root.columns

    columns: root.asRows ? 1 : root.fitting
    spacing: root.asRows ? Theme.s2 : Theme.s4

    Repeater {
        id: cards

        model: root.people
        delegate: ProfileCard {
            id: card

            objectName: "person-" + card.account
            width: root.cardWidth
            asRow: root.asRows
            low: root.low
            selected: card.personId === root.chosenId
            onClicked: root.chosen(card)
        }
    }

    AddPersonCard {
        width: root.cardWidth
        asRow: root.asRows
        low: root.low
        onClicked: root.add()
    }
}
