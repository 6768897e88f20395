// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One trusted course maker. */
Item {
    id: root

    required property int index
    required property string name
    required property string fingerprint
    required property string sourceText

    implicitWidth: 320
    implicitHeight: words.height + Theme.s6
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name
    Accessible.description: root.sourceText + ", " + root.fingerprint

    Divider {
        x: words.x
        width: parent.width - x
        visible: root.index > 0
    }

    KIcon {
        id: glyph

        x: Theme.s5
        y: Theme.s4
        icon: "shield"
        size: 22
        color: Theme.colors.leaf
    }

    Column {
        id: words

        x: glyph.x + glyph.width + Theme.s4
        y: Theme.s3
        width: parent.width - x - Theme.s4

        KText {
            width: parent.width
            text: root.name
            style: KText.Label
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.sourceText
            style: KText.Caption
            color: Theme.colors.ink2
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.fingerprint
            style: KText.Small
            color: Theme.colors.ink2
            font.letterSpacing: 0.5
            Accessible.ignored: true
        }
    }
}
