// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** One block of a lesson page (paragraph, heading, list item, quotation, code, rule) in one language. */
Item {
    id: root

    /** BlockListModel.Kind. */
    required property int kind
    /** Styled text. */
    required property string text
    /** The same without marks, for a screen reader. */
    required property string plainText
    required property string language
    /** Number of a numbered item. */
    required property string marker
    /** Heading level, or depth of a list item from 0. */
    required property int level
    /** The language of the column beside this one: both use the larger line height, so that lines stay level. */
    property string levelWith: root.language
    /** The second of two languages one under the other: a shade quieter. */
    property bool quiet: false

    readonly property bool isItem: root.kind === BlockListModel.Bullet || root.kind === BlockListModel.Numbered
    readonly property bool isPanel: root.kind === BlockListModel.Quote || root.kind === BlockListModel.Code
    readonly property bool isRule: root.kind === BlockListModel.Rule
    readonly property int indent: root.isItem ? root.level * Theme.s6 + Theme.scaled(26) + Theme.s3 : root.isPanel ? Theme.s4 : 0
    readonly property int lineHeight: Math.max(Theme.lineHeight(body.style, root.language), Theme.lineHeight(body.style, root.levelWith))

    signal linkActivated(string link)

    implicitHeight: root.isRule ? Theme.hairline : body.implicitHeight + 2 * body.y

    Rectangle {
        anchors.fill: parent
        visible: root.isPanel || root.isRule
        radius: root.isPanel ? Theme.radiusOption : 0
        color: root.isRule ? Theme.colors.line : Theme.colors.sunken
        border.width: root.isPanel && Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.colors.line
    }

    BlockMarker {
        x: body.x - Theme.s3 - (Theme.scaled(26) + width) / 2
        y: body.y + (root.lineHeight - height) / 2
        visible: root.isItem
        text: root.marker
    }

    KText {
        id: body

        x: root.indent
        y: root.isPanel ? Theme.s3 : 0
        width: root.width - x - (root.isPanel ? Theme.s4 : 0)
        visible: !root.isRule
        style: root.kind === BlockListModel.Heading ? (root.level <= 2 ? KText.H2 : KText.H3) : KText.Read
        language: root.language
        text: Theme.unbroken(root.text)
        textFormat: Text.StyledText
        lineHeight: root.lineHeight
        color: root.quiet ? Theme.colors.ink2 : Theme.colors.ink
        Accessible.role: root.kind === BlockListModel.Heading ? Accessible.Heading : Accessible.Paragraph
        Accessible.name: root.marker.length > 0 ? root.marker + ". " + root.plainText : root.plainText
        onLinkActivated: link => root.linkActivated(link)
    }
}
