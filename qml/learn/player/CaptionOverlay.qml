// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** What is being said, over the picture: one language, or the second in smaller words under it. */
Rectangle {
    id: root

    required property string first
    required property string second
    required property string firstLanguage
    required property string secondLanguage
    /** The room it may take. */
    required property real maximumWidth

    readonly property color shade: Theme.mediaColors.paper
    readonly property real textWidth: Math.ceil(Math.max(one.implicitWidth, two.visible ? two.implicitWidth : 0))

    visible: root.first.length > 0 || root.second.length > 0
    implicitWidth: Math.min(root.textWidth + 36, root.maximumWidth)
    implicitHeight: words.height + Theme.s4
    radius: Theme.radiusCover
    color: Qt.rgba(root.shade.r, root.shade.g, root.shade.b, Theme.highContrast ? 1 : 0.86)
    Accessible.ignored: true

    Column {
        id: words

        x: 18
        y: Theme.s2
        width: parent.width - 2 * x

        KText {
            id: one

            width: parent.width
            text: root.first
            language: root.firstLanguage
            style: root.maximumWidth < Theme.tabletWidth ? KText.Body : KText.H2
            bold: true
            color: Theme.mediaColors.ink
            horizontalAlignment: Text.AlignHCenter
            visible: text.length > 0
        }

        KText {
            id: two

            width: parent.width
            text: root.second
            language: root.secondLanguage
            style: root.maximumWidth < Theme.tabletWidth ? KText.Small : KText.Body
            color: Theme.mediaColors.ink2
            horizontalAlignment: Text.AlignHCenter
            visible: text.length > 0
        }
    }
}
