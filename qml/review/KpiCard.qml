// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One figure: what it is, the number, a note, and a bar where it is a share of something. "–" is not known, never zero. */
KCard {
    id: root

    required property string caption
    required property string value
    required property string note
    /** 0 to 1; below 0: no bar. */
    property real share: -1
    property color barColor: Theme.colors.indigo
    /** Tone.Berry or Tone.Turmeric where the number asks for something; an icon says so too. */
    property int tone: Tone.Neutral

    implicitHeight: column.implicitHeight + 28
    Accessible.role: Accessible.StaticText
    Accessible.name: root.caption + ", " + root.value + (root.note.length > 0 ? ", " + root.note : "")

    Column {
        id: column

        x: 18
        y: 14
        width: parent.width - 36

        KText {
            width: parent.width
            text: root.caption
            style: KText.Caption
            color: Theme.colors.ink2
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.value
            style: KText.H1
            Accessible.ignored: true
        }

        Item {
            width: parent.width
            height: note.height

            KIcon {
                id: glyph

                y: (note.lineHeight - height) / 2
                icon: "alert"
                size: 17
                color: Theme.strong(root.tone)
                visible: root.tone !== Tone.Neutral
            }

            KText {
                id: note

                x: glyph.visible ? glyph.width + 5 : 0
                width: parent.width - x
                text: root.note
                style: KText.Caption
                color: Theme.strong(root.tone)
                Accessible.ignored: true
            }
        }

        Item {
            width: 1
            height: Theme.s2
            visible: root.share >= 0
        }

        KProgressBar {
            width: parent.width
            height: Theme.radiusTag
            value: root.share
            barColor: root.barColor
            visible: root.share >= 0
        }
    }
}
