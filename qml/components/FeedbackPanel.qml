// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * What an answer, or something that happened, means. tone: Turmeric = not yet, Leaf = right or safe, Berry = a problem,
 * Indigo = a tip. Children (buttons, a link back to a page) stand below the words.
 */
Rectangle {
    id: root

    default property alias body: slot.data
    property int tone: Tone.Turmeric
    property string icon: ["info", "info", "bulb", "check-circle", "bulb", "alert"][root.tone]
    property string title: ""
    property string text: ""
    property string hintTitle: ""
    property string hint: ""
    /** Last line, e.g. how many tries are left. */
    property string note: ""
    property string language: Theme.language
    /** Large words, for the player; small ones beside lists. */
    property bool large: false

    readonly property color ink: Theme.onSoft(root.tone)

    implicitWidth: 360
    implicitHeight: column.implicitHeight + 2 * column.y
    radius: Theme.radiusCard
    color: Theme.soft(root.tone)
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: root.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title
    Accessible.description: root.text

    KIcon {
        id: glyph

        x: root.large ? Theme.s6 : Theme.s4
        y: column.y
        icon: root.icon
        color: root.ink
    }

    Column {
        id: column

        readonly property real indent: root.large ? glyph.x : glyph.x + glyph.width + Theme.s3

        x: indent
        y: root.large ? Theme.s5 : 14
        width: parent.width - x - (root.large ? Theme.s6 : Theme.s4)
        spacing: root.large ? Theme.s2 : 0

        KText {
            leftPadding: root.large ? glyph.width + Theme.s3 : 0
            width: parent.width
            text: root.title
            language: root.language
            style: root.large ? KText.H3 : KText.Label
            color: root.ink
        }

        KText {
            width: parent.width
            text: root.text
            language: root.language
            style: root.large ? KText.Body : KText.Small
            color: root.ink
            visible: text.length > 0
        }

        Item {
            width: parent.width
            height: Theme.s2 + Theme.hairline
            visible: root.hint.length > 0

            Rectangle {
                y: Theme.s2
                width: parent.width
                height: Theme.hairline
                color: root.ink
                opacity: 0.2
            }
        }

        KText {
            width: parent.width
            text: root.hintTitle
            style: KText.Label
            color: root.ink
            visible: root.hint.length > 0 && text.length > 0
        }

        KText {
            width: parent.width
            text: root.hint
            language: root.language
            style: root.large ? KText.Body : KText.Small
            color: root.ink
            visible: text.length > 0
        }

        Column {
            id: slot

            topPadding: children.length > 0 ? Theme.s2 : 0
            width: parent.width
            spacing: Theme.s2
        }

        Row {
            spacing: Theme.s2
            visible: root.note.length > 0

            KIcon {
                icon: "info"
                size: 20
                color: root.ink
            }

            KText {
                width: column.width - Theme.iconSize(20) - Theme.s2
                text: root.note
                style: KText.Small
                color: root.ink
            }
        }
    }
}
