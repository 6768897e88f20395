// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A person as initials on one of five pale tints (0 to 4). */
Rectangle {
    id: root

    property string initials: ""
    property int tint: 0
    property int size: 40
    property string language: Theme.language

    readonly property int tone: [Tone.Kapok, Tone.Indigo, Tone.Leaf, Tone.Turmeric, Tone.Berry][root.tint % 5]

    implicitWidth: root.size
    implicitHeight: root.size
    radius: width / 2
    color: Theme.soft(root.tone)
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.onSoft(root.tone)
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: root.initials
        textFormat: Text.PlainText
        color: Theme.onSoft(root.tone)
        font.family: Theme.fontFamily(root.language)
        font.pixelSize: Math.round(root.width * 0.36)
        font.bold: true
        Accessible.ignored: true
    }
}
