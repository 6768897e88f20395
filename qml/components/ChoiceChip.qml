// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One chip of a ChipRow. */
KChip {
    id: root

    required property int index
    required property string choiceId
    required property string label
    required property bool chosen
    signal picked(string choiceId)
    signal stepped(int from, int step)

    text: root.label
    checkable: false
    checked: root.chosen
    onClicked: root.picked(root.choiceId)

    Keys.onLeftPressed: root.stepped(root.index, -1)
    Keys.onRightPressed: root.stepped(root.index, 1)
}
