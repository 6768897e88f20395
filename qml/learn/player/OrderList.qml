// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * Items to bring into order by dragging, by buttons or by keyboard (Alt+Up, Alt+Down). The model moves the rows;
 * this list emits moved(from, to) and never changes the order itself.
 */
ListView {
    id: root

    property string firstLanguage: Theme.language
    property string secondLanguage: ""

    /** Answered: nothing moves until one tries again. */
    property bool locked: false

    signal moved(int from, int to)

    /**
     * Qt 6.4 leaves a row where its movement was aimed at when rows changed their height meanwhile (checking the
     * answer does that). A hair more or less of spacing makes the list lay itself out again afterwards.
     */
    property real hair: 0

    spacing: Theme.s3 + root.hair
    implicitHeight: contentHeight
    interactive: false
    keyNavigationEnabled: true
    reuseItems: false
    cacheBuffer: 10000
    Accessible.role: Accessible.List

    /** Moves the row at \a from to the place under \a centerY of the list. */
    function dragTo(from: int, centerY: real) {
        const over = root.indexAt(root.width / 2, Math.max(0, Math.min(root.contentHeight - 1, centerY)));
        if (over >= 0 && over !== from)
            root.moved(from, over);
    }

    displaced: Transition {
        onRunningChanged: if (!running) root.hair = 0.01 - root.hair

        NumberAnimation {
            property: "y"
            duration: Theme.base
        }
    }

    move: Transition {
        onRunningChanged: if (!running) root.hair = 0.01 - root.hair

        NumberAnimation {
            property: "y"
            duration: Theme.base
        }
    }

    delegate: OrderRow {
        id: row

        readonly property OrderList list: row.ListView.view as OrderList

        width: row.list ? row.list.width : 0
        count: row.list ? row.list.count : 0
        firstLanguage: row.list ? row.list.firstLanguage : ""
        secondLanguage: row.list ? row.list.secondLanguage : ""
        locked: row.list ? row.list.locked : false
        onMoved: step => row.list.moved(row.index, row.index + step)
        onDragged: centerY => row.list.dragTo(row.index, centerY)
    }
}
