// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** A button that says what is chosen and opens the choices below it. Emits picked with the id of the choice. */
KButton {
    id: root

    required property ChoiceListModel choices
    /** What is chosen here: "Course". Read aloud before the choice. */
    required property string title
    signal picked(string choiceId)

    property string chosenLabel: ""

    size: KButton.Dense
    trailingIcon: "down"
    text: root.chosenLabel
    Accessible.role: Accessible.ComboBox
    Accessible.name: root.title + ": " + root.chosenLabel
    onClicked: menu.visible ? menu.close() : menu.open()
    Keys.onDownPressed: menu.open()

    Instantiator {
        model: root.choices
        delegate: QtObject {
            required property string label
            required property bool chosen

            onChosenChanged: if (chosen) root.chosenLabel = label
            onLabelChanged: if (chosen) root.chosenLabel = label
            Component.onCompleted: if (chosen) root.chosenLabel = label
        }
    }

    FilterMenu {
        id: menu

        y: root.height
        choices: root.choices
        title: root.title
        onPicked: choiceId => root.picked(choiceId)
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
    }
}
