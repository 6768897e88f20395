// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Why there are no newer figures, in turmeric: what happened, what is safe, what to do. */
Rectangle {
    id: root

    required property string title
    required property string text

    implicitHeight: words.height + Theme.s6
    radius: Theme.radiusControl
    color: Theme.colors.turmericSoft
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.colors.onTurmericSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title + " " + root.text

    KIcon {
        id: glyph

        x: Theme.s4
        y: Theme.s3
        icon: "cloud-off"
        color: Theme.colors.onTurmericSoft
    }

    Column {
        id: words

        x: glyph.x + glyph.width + Theme.s3
        y: Theme.s3
        width: parent.width - x - Theme.s4

        KText {
            width: parent.width
            text: root.title
            style: KText.Small
            bold: true
            color: Theme.colors.onTurmericSoft
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.text
            style: KText.Small
            color: Theme.colors.onTurmericSoft
            visible: text.length > 0
            Accessible.ignored: true
        }
    }
}
