// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * Chips of which one is on, e.g. subjects. Wraps; arrow keys move inside. Emits picked with the id of the choice.
 * One chip alone is no choice, so it is not shown.
 */
Flow {
    id: root

    required property ChoiceListModel choices
    signal picked(string choiceId)

    spacing: Theme.s2
    visible: root.choices.count > 1

    function move(from: int, step: int) {
        const next = chips.itemAt(from + step);
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: chips

        model: root.choices
        delegate: ChoiceChip {
            onPicked: choiceId => root.picked(choiceId)
            onStepped: (from, step) => root.move(from, step)
        }
    }
}
