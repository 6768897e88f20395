// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Ui

/**
 * The courses of the library below a head that scrolls with them: 1 row-style list on phones, 2 to 4 tiles in a row
 * otherwise. Emits opened with the course that was tapped.
 *
 *     CourseGrid { id: grid; head: title; KText { id: title; parent: grid.contentItem; y: -height; width: grid.room } }
 */
GridView {
    id: root

    property int margin: root.width < Theme.tabletWidth ? Theme.s4 : root.width < Theme.listDetailWidth ? 36 : Theme.s8
    property int maximumWidth: 1216
    /** What stands above the tiles: a child of this grid at y: -height. */
    property Item head
    signal opened(string courseId)

    /** Nobody has scrolled yet: a head that grows must not push itself out of sight. */
    property bool untouched: true
    readonly property bool asRows: root.width < Theme.tabletWidth
    readonly property real room: Math.min(root.maximumWidth, root.width - 2 * root.margin)
    readonly property real side: (root.width - root.room) / 2
    readonly property int columns: root.asRows ? 1 : Math.max(1, Math.min(4, Math.floor((root.room + Theme.s4) / (Theme.scaled(204) + Theme.s4))))
    /** Lines of title in a row before it takes a smaller step: more where the text is large. */
    readonly property int rowLines: Theme.textScale > 1.6 ? 4 : Theme.textScale > 1.2 ? 3 : 2
    /** What the highest row needs where the text is large; 0 until it was measured. */
    property real highest: 0
    readonly property bool measures: root.asRows && Theme.textScale > 1.2
    readonly property real rowHeight: root.measures && root.highest > 0 ? Math.max(root.highest, 72 + 2 * Theme.s3) : Math.max(72, root.titleHeight(root.rowLines) + 2 * Theme.lineHeight(KText.Caption, "zh") + Theme.s2) + 2 * Theme.s3

    /** Room for that many lines of title, or one more of the smallest step. */
    function titleHeight(lines: int): real {
        return Math.max(lines * Theme.lineHeight(KText.Label, "vi"), (lines + 1) * Theme.lineHeight(KText.Caption, "vi"));
    }

    /** Height of a tile this wide: cover, title, meta, state. All in a grid are level. */
    function tileHeight(tileWidth: real): real {
        const line = Theme.lineHeight(KText.Caption, "zh");
        return Math.round((tileWidth - Theme.s4) * 0.48) + root.titleHeight(2) + line + Math.max(Theme.iconSize(18), line) + 38;
    }

    /** All rows are as high as the highest needs; how many lines large text takes, only laying it out can say. */
    function measure() {
        let highest = 0;
        for (let i = 0; i < sizes.count; ++i)
            highest = Math.max(highest, (sizes.itemAt(i) as CourseTile)?.neededHeight ?? 0);
        root.highest = highest;
    }

    readonly property Item focused: root.Window.activeFocusItem

    /** Brings what has the keyboard focus, in the head or a tile, into view. */
    function reveal(item: Item) {
        let up = item;
        while (up && up !== root.contentItem)
            up = up.parent;
        if (!up)
            return;
        const top = item.mapToItem(root.contentItem, 0, 0).y;
        if (top - Theme.s4 < root.contentY)
            root.contentY = Math.max(root.originY - root.topMargin, top - Theme.s4);
        else if (top + item.height + Theme.s4 > root.contentY + root.height)
            root.contentY = top + item.height + Theme.s4 - root.height;
    }

    onFocusedChanged: if (root.focused) root.reveal(root.focused)
    topMargin: root.head ? root.head.height : 0
    leftMargin: root.side
    rightMargin: root.side - Theme.s4
    bottomMargin: Theme.s8
    cellWidth: root.asRows ? root.room : (root.room + Theme.s4) / root.columns
    cellHeight: (root.asRows ? root.rowHeight : root.tileHeight(root.cellWidth - Theme.s4)) + (root.asRows ? Theme.s2 : Theme.s4)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    cacheBuffer: 800
    keyNavigationEnabled: true
    highlightFollowsCurrentItem: false
    currentIndex: -1

    onMovementStarted: root.untouched = false

    onTopMarginChanged: if (root.untouched) root.contentY = root.originY - root.topMargin
    onHeightChanged: if (root.untouched) root.contentY = root.originY - root.topMargin

    T.ScrollBar.vertical: KScrollBar {}

    Item {
        visible: false

        Timer {
            id: soon

            interval: 0
            onTriggered: root.measure()
        }

        Repeater {
            id: sizes

            model: root.measures ? root.model : null
            delegate: CourseTile {
                objectName: ""
                width: root.room
                asRow: true
                titleLines: root.rowLines
                onNeededHeightChanged: soon.restart()
            }
            onItemRemoved: soon.restart()
        }
    }

    delegate: CourseTile {
        id: tile

        required property int index

        readonly property CourseGrid grid: tile.GridView.view as CourseGrid

        width: tile.grid ? tile.grid.cellWidth - (tile.grid.asRows ? 0 : Theme.s4) : 0
        height: tile.grid ? tile.grid.cellHeight - (tile.grid.asRows ? Theme.s2 : Theme.s4) : 0
        asRow: tile.grid ? tile.grid.asRows : false
        titleLines: tile.grid && tile.grid.asRows ? tile.grid.rowLines : 2
        // One tile is a stop for Tab, after the head; arrows lead to the others.
        focusPolicy: tile.activeFocus || tile.GridView.isCurrentItem || (tile.index === 0 && tile.grid && tile.grid.currentIndex < 0) ? Qt.StrongFocus : Qt.ClickFocus
        focusShown: tile.activeFocus && tile.GridView.isCurrentItem
        onActiveFocusChanged: if (tile.activeFocus) tile.grid.currentIndex = tile.index
        onClicked: tile.grid.opened(tile.courseId)
    }
}
