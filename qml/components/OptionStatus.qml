// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The words at the end of an OptionRow, with the sign of its state; they wrap where there is less room. */
Row {
    id: root

    required property int optionState
    required property string text
    required property color color
    property real room: 10000

    spacing: Theme.radiusTag

    KIcon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        icon: root.optionState === OptionRow.NotRight ? "undo" : "check"
        size: 20
        color: root.color
        visible: root.optionState !== OptionRow.Chosen
    }

    FitText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        style: KText.Small
        bold: true
        room: root.room - (sign.visible ? sign.width + root.spacing : 0)
        color: root.color
        Accessible.ignored: true
    }
}
