// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/** The options of a question, one under the other. Up and Down move the focus. Emits picked with the id of an option. */
Column {
    id: root

    /** OptionListModel, or a list with the same roles. */
    required property QtObject options
    property bool several: false
    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    /** Feedback below the option that was chosen; null where it stands elsewhere. */
    property Component feedback: null

    signal picked(string optionId)

    spacing: Theme.s3
    Accessible.role: Accessible.Grouping

    /** Picks the option at \a index, from 0; nothing when there is none or it is closed. */
    function pickAt(index: int) {
        const entry = repeater.itemAt(index) as OptionEntry;
        if (entry && entry.row.enabled) {
            entry.row.forceActiveFocus(Qt.TabFocusReason);
            entry.picked();
        }
    }

    function focusAt(index: int) {
        const entry = repeater.itemAt(Math.max(0, Math.min(repeater.count - 1, index))) as OptionEntry;
        if (entry)
            entry.row.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: repeater

        model: root.options

        delegate: OptionEntry {
            id: entry

            width: root.width
            several: root.several
            firstLanguage: root.firstLanguage
            secondLanguage: root.secondLanguage
            feedback: root.feedback
            onPicked: root.picked(entry.optionId)
            onStepped: step => root.focusAt(entry.index + step)
        }
    }
}
