// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * One line of a settings card: icon, words with a second line, and a control at the right. The control goes below the
 * words where both do not fit.
 */
Item {
    id: root

    default property alias control: slot.data
    property string iconName: ""
    property color iconColor: Theme.colors.ink2
    property string text: ""
    property string detail: ""
    property bool divided: false

    readonly property real indent: Theme.s5 + (root.iconName.length > 0 ? glyph.width + Theme.s4 : 0)
    readonly property bool stacked: slot.implicitWidth > 0 && root.indent + Math.min(words.naturalWidth, 180 * Theme.textScale) + slot.implicitWidth + Theme.s4 + Theme.s5 > root.width

    implicitWidth: 320
    implicitHeight: Math.max(Theme.scaled(60), words.height + (root.stacked ? slot.implicitHeight + Theme.s2 + Theme.s3 : 0) + Theme.s4, root.stacked ? 0 : slot.implicitHeight + Theme.s5)

    Divider {
        x: root.indent
        width: root.width - root.indent - Theme.hairline
        visible: root.divided
    }

    KIcon {
        id: glyph

        x: Theme.s5
        y: root.stacked ? Theme.s3 : (parent.height - height) / 2
        icon: root.iconName
        color: root.iconColor
    }

    Column {
        id: words

        readonly property real naturalWidth: Math.max(title.implicitWidth, detail.visible ? 200 : 0)

        x: root.indent
        y: root.stacked ? Theme.s3 : (parent.height - height) / 2
        width: parent.width - x - Theme.s5 - (root.stacked || slot.implicitWidth === 0 ? 0 : slot.implicitWidth + Theme.s4)

        KText {
            id: title

            width: parent.width
            text: root.text
            style: KText.Body
        }

        KText {
            id: detail

            width: parent.width
            text: root.detail
            style: KText.Caption
            color: Theme.colors.ink2
            visible: text.length > 0
        }
    }

    Row {
        id: slot

        x: root.stacked ? Math.min(root.indent, Math.max(Theme.s3, root.width - width - Theme.s3)) : parent.width - width - Theme.s5
        y: root.stacked ? words.y + words.height + Theme.s2 : (parent.height - height) / 2
        spacing: Theme.s2
    }
}
