// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The title of a page or the words of a question, in one language or two, side by side or one under the other. */
Item {
    id: root

    required property string first
    property string second: ""
    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    property bool beside: false
    property int style: KText.H1
    property real enlarge: 1
    /** How far the line between the columns goes on, to meet the one below. */
    property real lineBelow: 0
    /** Accessible role of the words. */
    property int role: Accessible.Heading

    /** Under the first language the second one is a size smaller, so that the two do not compete. */
    property real underShare: 0.86
    readonly property real columnWidth: root.beside ? (root.width - Theme.s10) / 2 : root.width
    readonly property real level: Math.max(Theme.lineHeight(root.style, root.firstLanguage), root.beside && root.second.length > 0 ? Theme.lineHeight(root.style, root.secondLanguage) : 0) * root.enlarge

    implicitHeight: Math.max(one.height, two.visible ? two.y + two.height : 0)

    Rectangle {
        x: (root.width - width) / 2
        width: Theme.hairline
        height: root.height + root.lineBelow
        color: Theme.colors.line
        visible: root.beside && root.second.length > 0
    }

    KText {
        id: one

        objectName: root.role === Accessible.Heading ? "pageTitle" : ""
        width: root.columnWidth
        text: Theme.unbroken(root.first)
        language: root.firstLanguage
        style: root.style
        font.pixelSize: Math.round(Theme.fontSize(root.style) * root.enlarge)
        lineHeight: root.level
        Accessible.role: root.role
    }

    KText {
        id: two

        x: root.beside ? root.columnWidth + Theme.s10 : 0
        y: root.beside ? 0 : one.height + Theme.s1
        width: root.columnWidth
        text: Theme.unbroken(root.second)
        language: root.secondLanguage
        style: root.style
        font.pixelSize: Math.round(Theme.fontSize(root.style) * root.enlarge * (root.beside ? 1 : root.underShare))
        lineHeight: root.level * (root.beside ? 1 : root.underShare)
        color: root.beside ? Theme.colors.ink : Theme.colors.ink2
        visible: root.second.length > 0
        Accessible.role: root.role
    }
}
