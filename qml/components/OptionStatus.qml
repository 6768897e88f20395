// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The words at the end of an OptionRow, with the sign of its state. */
Row {
    id: root

    required property int optionState
    required property string text
    required property color color

    spacing: Theme.radiusTag

    KIcon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.optionState === OptionRow.NotRight ? "undo" : "check"
        size: 20
        color: root.color
        visible: root.optionState !== OptionRow.Chosen
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        style: KText.Small
        bold: true
        wrapMode: Text.NoWrap
        color: root.color
        Accessible.ignored: true
    }
}
