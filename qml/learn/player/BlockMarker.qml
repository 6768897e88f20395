// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What stands before a list item: its number in a disc, or a dot. */
Rectangle {
    id: root

    /** The number; empty draws a dot. */
    required property string text

    width: root.text.length > 0 ? Theme.scaled(26) : Theme.s2
    height: width
    radius: width / 2
    color: root.text.length > 0 ? Theme.colors.sunken : Theme.colors.kapok
    border.width: root.text.length > 0 && Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.colors.line
    Accessible.ignored: true

    KText {
        anchors.centerIn: parent
        style: KText.Small
        bold: true
        text: root.text
        lineHeight: root.height
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
