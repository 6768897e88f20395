// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One option of OptionList, and below it the feedback when it belongs to this option. */
Column {
    id: root

    required property int index
    required property string optionId
    required property string letter
    required property string text
    required property string textSecond
    required property bool chosen
    required property int mark
    required property string markText
    required property string accessibleText

    property bool several: false
    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    /** What stands below this option once it was answered; null: nothing. */
    property Component feedback: null
    readonly property alias row: option
    readonly property bool explained: root.feedback !== null && root.chosen
    property Item shown: null

    signal picked
    signal stepped(int step)

    spacing: Theme.s3
    Component.onCompleted: root.explain()
    onExplainedChanged: root.explain()

    function explain() {
        if (root.explained && !root.shown) {
            root.shown = root.feedback.createObject(slot) as Item;
        } else if (!root.explained && root.shown) {
            root.shown.destroy();
            root.shown = null;
        }
    }

    OptionRow {
        id: option

        objectName: "option-" + root.optionId
        width: root.width
        letter: root.letter
        text: root.text
        secondText: root.textSecond
        language: root.firstLanguage
        secondLanguage: root.secondLanguage
        several: root.several
        optionState: root.mark
        stateText: root.markText
        Accessible.name: root.accessibleText
        Keys.onUpPressed: root.stepped(-1)
        Keys.onDownPressed: root.stepped(1)
        onClicked: root.picked()
    }

    Item {
        id: slot

        width: root.width
        height: root.shown ? root.shown.implicitHeight : 0
        visible: root.shown !== null
    }
}
