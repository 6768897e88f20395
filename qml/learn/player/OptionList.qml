// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The options of a question, one under the other. Up and Down move the focus. Emits picked with the id of an option. */
Column {
    id: root

    /** OptionListModel, or a list with the same roles. */
    required property QtObject options
    property bool several: false
    property string firstLanguage: Theme.language
    property string secondLanguage: ""

    signal picked(string optionId)

    spacing: Theme.s3
    Accessible.role: Accessible.Grouping

    /** Picks the option at \a index, from 0; nothing when there is none or it is closed. */
    function pickAt(index: int) {
        const row = repeater.itemAt(index) as OptionRow;
        if (row && row.enabled) {
            row.forceActiveFocus(Qt.TabFocusReason);
            row.clicked();
        }
    }

    function focusAt(index: int) {
        const row = repeater.itemAt(Math.max(0, Math.min(repeater.count - 1, index)));
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: repeater

        model: root.options

        OptionRow {
            id: row

            required property int index
            required property string optionId
            required property string textSecond
            required property int mark
            required property string markText
            required property string accessibleText
            required property var model

            objectName: "option-" + row.optionId
            width: root.width
            letter: row.model.letter
            text: row.model.text
            secondText: row.textSecond
            language: root.firstLanguage
            secondLanguage: root.secondLanguage
            several: root.several
            optionState: row.mark
            stateText: row.markText
            Accessible.name: row.accessibleText
            Keys.onUpPressed: root.focusAt(row.index - 1)
            Keys.onDownPressed: root.focusAt(row.index + 1)
            onClicked: root.picked(row.optionId)
        }
    }
}
