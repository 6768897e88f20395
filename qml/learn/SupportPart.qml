// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One sentence with a sign: what a support file contains, or does not. */
Item {
    id: root

    property string icon: ""
    property string text: ""

    implicitWidth: 320
    implicitHeight: Math.max(glyph.height, words.height)

    KIcon {
        id: glyph

        icon: root.icon
        size: 22
        color: Theme.colors.ink2
    }

    KText {
        id: words

        x: glyph.width + Theme.s3
        width: parent.width - x
        text: root.text
        style: KText.Small
    }
}
