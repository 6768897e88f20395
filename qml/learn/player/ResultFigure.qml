// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One large figure of a result: what it is, the figure (smaller where it would not fit one line), a note under it. */
Item {
    id: root

    property string title: ""
    property string value: ""
    property string note: ""
    property string icon: ""
    /** The note is good news. */
    property bool good: false

    implicitWidth: 200
    implicitHeight: column.implicitHeight + 2 * column.y
    Accessible.role: Accessible.StaticText
    Accessible.name: root.title + ", " + root.value
    Accessible.description: root.note

    TextMetrics {
        id: figure

        font.family: Theme.fontFamily(Theme.language)
        font.pixelSize: Math.round(Theme.fontSize(KText.H1) * 1.15)
        font.bold: true
        text: root.value
    }

    Column {
        id: column

        x: root.width < Theme.scaled(220) ? Theme.s4 : 22
        y: Theme.s5
        width: parent.width - 2 * x

        KText {
            width: parent.width
            text: root.title
            style: KText.Small
            color: Theme.colors.ink2
            Accessible.ignored: true
        }

        KText {
            width: parent.width
            text: root.value
            style: KText.H1
            font.pixelSize: Math.max(Theme.fontSize(KText.H2), Math.min(figure.font.pixelSize, Math.floor(figure.font.pixelSize * width / Math.max(1, figure.advanceWidth))))
            lineHeight: Math.round(Theme.lineHeight(KText.H1, language) * 1.12)
            Accessible.ignored: true
        }

        Row {
            width: parent.width
            spacing: Theme.s1
            visible: root.note.length > 0

            KIcon {
                id: glyph

                y: Math.max(0, (words.lineHeight - height) / 2)
                icon: root.icon
                size: 18
                visible: root.icon.length > 0
                color: root.good ? Theme.colors.leaf : Theme.colors.turmeric
            }

            KText {
                id: words

                width: parent.width - (glyph.visible ? glyph.width + parent.spacing : 0)
                text: root.note
                style: KText.Small
                color: root.icon.length === 0 ? Theme.colors.ink2 : root.good ? Theme.colors.leaf : Theme.colors.turmeric
                Accessible.ignored: true
            }
        }
    }
}
