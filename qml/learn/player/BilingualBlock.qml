// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** One block of a page in one language, or in two: side by side, or the second under the first. */
Item {
    id: root

    required property int index
    required property int kind
    required property string first
    required property string second
    required property string marker
    required property int level
    required property string firstLanguage
    required property string secondLanguage
    required property string plain
    required property string plainSecond

    /** Two columns. */
    property bool beside: false
    property int gap: Theme.s10

    readonly property bool hasSecond: root.second.length > 0
    readonly property int columnWidth: root.beside ? (root.width - root.gap) / 2 : root.width
    readonly property bool isItem: root.kind === BlockListModel.Bullet || root.kind === BlockListModel.Numbered
    readonly property int spaceBefore: root.index === 0 ? 0 : root.kind === BlockListModel.Heading ? Theme.s8 : root.isItem && root.beside ? Theme.s2 : root.isItem ? Theme.s3 : Theme.s5

    signal linkActivated(string link)

    width: parent ? parent.width : 0
    implicitHeight: root.beside ? Math.max(firstText.y + firstText.implicitHeight, secondText.visible ? secondText.y + secondText.implicitHeight : 0) : (secondText.visible ? secondText.y + secondText.implicitHeight : firstText.y + firstText.implicitHeight)

    BlockText {
        id: firstText

        y: root.spaceBefore
        width: root.columnWidth
        height: implicitHeight
        kind: root.kind
        text: root.first
        plainText: root.plain
        language: root.firstLanguage
        marker: root.marker
        level: root.level
        levelWith: root.beside && root.hasSecond ? root.secondLanguage : root.firstLanguage
        onLinkActivated: link => root.linkActivated(link)
    }

    BlockText {
        id: secondText

        x: root.beside ? root.columnWidth + root.gap : 0
        y: root.beside ? root.spaceBefore : firstText.y + firstText.implicitHeight + Theme.s1
        width: root.columnWidth
        height: implicitHeight
        visible: root.hasSecond
        quiet: !root.beside
        kind: root.kind
        text: root.second
        plainText: root.plainSecond
        language: root.secondLanguage
        marker: root.marker
        level: root.level
        levelWith: root.beside ? root.firstLanguage : root.secondLanguage
        onLinkActivated: link => root.linkActivated(link)
    }
}
