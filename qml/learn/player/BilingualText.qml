// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * The text of a page in one language or two. Two stand in columns while each is at least 300 px wide at the
 * present text size, else as pairs of paragraphs one under the other. A single column is at most 720 px wide.
 */
Column {
    id: root

    /** BlockListModel, or a list with the same roles. */
    required property QtObject blocks
    /** Two languages are read. */
    required property bool bilingual

    readonly property bool beside: root.bilingual && (root.width - Theme.s10) / 2 >= Theme.scaled(Theme.readingColumnMin)

    Repeater {
        model: root.blocks

        BilingualBlock {
            beside: (parent as BilingualText)?.beside ?? false
            onLinkActivated: link => Qt.openUrlExternally(link)
        }
    }
}
