// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A small coloured pill with an icon and a few words: late, due, done. Not for pressing. */
Rectangle {
    id: root

    property int tone: Tone.Neutral
    property string icon: ""
    property string text: ""
    property string language: Theme.language

    /** How wide the pill may get; longer words then wrap. */
    property real room: 10000

    implicitWidth: row.width + (glyph.visible ? 7 : Theme.radiusCover) + Theme.radiusCover
    implicitHeight: Math.max(Theme.scaled(26), label.height + Theme.s1)
    radius: Math.min(height / 2, Theme.scaled(13))
    color: Theme.soft(root.tone)
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.onSoft(root.tone)

    Row {
        id: row

        x: glyph.visible ? 7 : Theme.radiusCover
        anchors.verticalCenter: parent.verticalCenter
        spacing: 5

        KIcon {
            id: glyph

            anchors.verticalCenter: parent.verticalCenter
            icon: root.icon
            size: 16
            color: Theme.onSoft(root.tone)
            visible: root.icon.length > 0
        }

        FitText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            room: root.room - row.x - Theme.radiusCover - (glyph.visible ? glyph.width + row.spacing : 0)
            text: root.text.replace(/(\d) /g, "$1\u00a0") // a number stays with what it counts
            language: root.language
            style: KText.Caption
            color: Theme.onSoft(root.tone)
        }
    }
}
