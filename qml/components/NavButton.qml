// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** One area in the drawer (icon beside words), the rail or the bottom bar (icon above words). */
T.AbstractButton {
    id: root

    enum Shape {
        Drawer,
        Rail,
        Bottom
    }

    property int shape: NavButton.Drawer
    property string iconName: ""
    /** Shorter words for the rail and the bottom bar. */
    property string shortText: root.text
    property bool current: false
    /** Share of their size the words below an icon take; the same for all, so that none looks more important. */
    property real fit: 1
    /** What the words below an icon need at their full size, chosen or not. */
    readonly property real labelWidth: Math.ceil(metrics.advanceWidth) + 8

    readonly property bool beside: root.shape === NavButton.Drawer
    readonly property color foreground: root.current ? Theme.colors.onKapokSoft : Theme.colors.ink2

    implicitWidth: root.beside ? 208 : 72
    implicitHeight: root.beside ? Math.max(Theme.touch, words.height + Theme.s3) : Theme.iconSize(60)
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.selected: root.current
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    TextMetrics {
        id: metrics

        font.family: Theme.fontFamily(Theme.language)
        font.pixelSize: Theme.fontSize(KText.Micro)
        font.bold: true
        text: root.shortText
    }

    contentItem: Item {
        Rectangle {
            id: pill

            x: root.beside ? 14 - 2 : (parent.width - width) / 2
            y: root.beside ? (parent.height - height) / 2 : (parent.height - height - words.height - 3) / 2
            width: glyph.width + (root.beside ? 4 : root.shape === NavButton.Rail ? 28 : 36)
            height: glyph.height + (root.beside ? 0 : root.shape === NavButton.Rail ? 4 : 6)
            radius: height / 2
            color: root.current && !root.beside ? Theme.colors.kapokSoft : Theme.transparent
            border.width: root.current && !root.beside && Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.colors.ink

            KIcon {
                id: glyph

                anchors.centerIn: parent
                icon: root.iconName
                color: root.foreground
            }
        }

        KText {
            id: words

            x: root.beside ? pill.x + pill.width + 10 : 3
            y: root.beside ? (parent.height - height) / 2 : pill.y + pill.height + 3
            width: root.beside ? parent.width - x - Theme.s2 : parent.width - 6
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            text: root.beside ? root.text : root.shortText
            style: root.beside ? KText.Label : KText.Micro
            bold: root.current
            color: root.foreground
            font.pixelSize: root.beside ? Theme.fontSize(style) : Math.max(11, Math.floor(Theme.fontSize(style) * root.fit))
            wrapMode: root.beside ? Text.Wrap : Text.NoWrap
            elide: root.beside ? Text.ElideNone : Text.ElideRight
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.beside && root.current ? Theme.colors.kapokSoft : root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent

        Rectangle {
            width: Theme.highContrastBar
            height: parent.height
            color: Theme.colors.ink
            visible: Theme.highContrast && root.current && root.beside
        }

        FocusRing {
            anchors.margins: -Theme.focusGap
            shown: root.visualFocus
            around: parent.radius
        }
    }
}
