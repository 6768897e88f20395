// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What is asked: the kind of question in a line above, then the question in one language or two. */
Column {
    id: root

    required property string eyebrow
    required property string first
    property string second: ""
    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    property bool beside: false
    property bool large: true

    spacing: Theme.s2

    Row {
        width: parent.width
        spacing: Theme.s2

        KIcon {
            id: glyph

            y: (kind.lineHeight - height) / 2
            icon: "question"
            size: 19
        }

        KText {
            id: kind

            width: parent.width - glyph.width - parent.spacing
            text: root.eyebrow
            style: KText.Caption
            color: Theme.colors.ink2
        }
    }

    BilingualTitle {
        width: parent.width
        first: root.first
        second: root.second
        firstLanguage: root.firstLanguage
        secondLanguage: root.secondLanguage
        beside: root.beside
        style: KText.H2
        enlarge: root.large ? 1.15 : 1
    }
}
