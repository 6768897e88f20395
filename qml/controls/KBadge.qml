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

    readonly property real room: parent ? parent.width : 0

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

        KText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            language: root.language
            style: KText.Caption
            wrapMode: Text.NoWrap
            color: Theme.onSoft(root.tone)
        }
    }
}
