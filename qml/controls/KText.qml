// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * Text in one of the styles of the type scale. Family and line height follow the language the text is written in,
 * which is the interface's unless said otherwise. Plain text and wrapping by default, so nothing is ever cut.
 *
 *     KText { style: KText.H2; text: course.title; language: course.language }
 */
Text {
    id: root

    enum Style {
        Display,
        H1,
        H2,
        H3,
        Read,
        Body,
        Label,
        Small,
        Caption,
        Micro
    }

    property int style: KText.Body
    property string language: Theme.language
    property bool bold: Theme.type.isBold(root.style)

    color: Theme.colors.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.lineHeight(root.style, root.language)
    linkColor: Theme.colors.kapokInk
    font.family: Theme.fontFamily(root.language)
    font.pixelSize: Theme.fontSize(root.style)
    font.bold: root.bold
    transform: Translate {
        y: Theme.halfLeading(root.font.pixelSize, root.lineHeight, root.language)
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}
