// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One revealed step of a worked example, in one language or two. */
KCard {
    id: root

    required property int index
    required property int number
    required property string title
    required property string titleSecond
    required property string body
    required property string bodySecond
    required property bool isRevealed

    property string firstLanguage: Theme.language
    property string secondLanguage: ""
    property bool beside: false
    /** The newest of the revealed steps. */
    property bool latest: false

    readonly property real inner: words.width
    readonly property real columnWidth: root.beside ? (root.inner - Theme.s8) / 2 : root.inner
    readonly property int readLine: root.beside ? Math.max(Theme.lineHeight(KText.Read, root.firstLanguage), Theme.lineHeight(KText.Read, root.secondLanguage)) : 0

    visible: root.isRevealed
    implicitHeight: words.height + 2 * Theme.s5
    border.width: root.latest ? Theme.strongLine : Theme.hairline
    border.color: root.latest ? Theme.colors.ink : Theme.colors.line
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    Rectangle {
        id: disc

        x: Theme.s5
        y: Theme.s5
        width: Theme.iconSize(32)
        height: width
        radius: width / 2
        color: root.latest ? Theme.colors.ink : Theme.colors.leaf

        KIcon {
            anchors.centerIn: parent
            icon: "check"
            size: 18
            color: Theme.colors.surface
            visible: !root.latest
        }

        KText {
            anchors.centerIn: parent
            text: root.number
            style: KText.Label
            font.pixelSize: Theme.iconSize(15)
            color: Theme.colors.surface
            visible: root.latest
            Accessible.ignored: true
        }
    }

    Grid {
        id: words

        anchors.left: disc.right
        anchors.leftMargin: Theme.s4
        anchors.right: parent.right
        anchors.rightMargin: Theme.s5
        y: Theme.s5
        columns: root.beside ? 2 : 1
        flow: root.beside ? Grid.LeftToRight : Grid.TopToBottom
        columnSpacing: Theme.s8
        rowSpacing: Theme.s2

        KText {
            width: root.columnWidth
            text: Theme.unbroken(root.title)
            language: root.firstLanguage
            style: KText.H3
            Accessible.role: Accessible.Heading
        }

        KText {
            width: root.columnWidth
            text: Theme.unbroken(root.titleSecond)
            language: root.secondLanguage
            style: KText.H3
            visible: root.beside && text.length > 0
            Accessible.role: Accessible.Heading
        }

        KText {
            width: root.columnWidth
            text: Theme.unbroken(root.body)
            language: root.firstLanguage
            style: KText.Read
            textFormat: Text.StyledText
            lineHeight: Math.max(Theme.lineHeight(KText.Read, root.firstLanguage), root.readLine)
        }

        KText {
            width: root.columnWidth
            text: Theme.unbroken(root.titleSecond)
            language: root.secondLanguage
            style: KText.Label
            color: Theme.colors.ink2
            visible: !root.beside && text.length > 0
        }

        KText {
            width: root.columnWidth
            text: Theme.unbroken(root.bodySecond)
            language: root.secondLanguage
            style: KText.Read
            textFormat: Text.StyledText
            lineHeight: Math.max(Theme.lineHeight(KText.Read, root.secondLanguage), root.readLine)
            color: root.beside ? Theme.colors.ink : Theme.colors.ink2
            visible: text.length > 0
        }
    }
}
