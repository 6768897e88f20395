// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import Kapok.Ui

/**
 * A page that scrolls up and down. Children go into one column with margins. Arrow and Page keys scroll;
 * whatever takes the keyboard focus is brought into view.
 */
Flickable {
    id: root

    default property alias children: column.data
    property int margin: root.width < Theme.tabletWidth ? Theme.s4 : root.width < Theme.listDetailWidth ? 36 : Theme.s8
    property int maximumWidth: 1216
    property alias spacing: column.spacing
    property alias topSpace: column.topPadding
    property alias bottomSpace: column.bottomPadding
    readonly property real columnWidth: column.width
    readonly property Item focused: root.Window.activeFocusItem

    contentWidth: root.width
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true

    function scrollBy(distance: real) {
        root.contentY = Math.max(0, Math.min(Math.max(0, root.contentHeight - root.height), root.contentY + distance));
    }

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        if (top - Theme.s4 < root.contentY)
            root.scrollBy(top - Theme.s4 - root.contentY);
        else if (top + item.height + Theme.s4 > root.contentY + root.height)
            root.scrollBy(Math.min(top - Theme.s4, top + item.height + Theme.s4 - root.height) - root.contentY);
    }

    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent)
            if (up === column)
                return true;
        return false;
    }

    onFocusedChanged: if (root.focused && root.holds(root.focused)) root.reveal(root.focused)

    Keys.onUpPressed: root.scrollBy(-Theme.s16)
    Keys.onDownPressed: root.scrollBy(Theme.s16)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            root.scrollBy((event.key === Qt.Key_PageUp ? -0.9 : 0.9) * root.height);
            event.accepted = true;
        }
    }

    T.ScrollBar.vertical: KScrollBar {}

    Column {
        id: column

        x: Math.max(root.margin, (root.width - root.maximumWidth) / 2)
        width: Math.min(root.maximumWidth, root.width - 2 * root.margin)
        bottomPadding: Theme.s8
    }
}
