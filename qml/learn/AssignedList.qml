// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** Assigned courses: cards side by side, or rows in one card on phones. limit 0 shows all. */
Item {
    id: root

    required property CourseListModel courses
    property int limit: 0
    signal opened(string courseId)

    readonly property bool asRows: root.width < 520
    readonly property int columns: root.asRows ? 1 : Math.max(1, Math.min(3, Math.floor((root.width + Theme.s4) / (Theme.scaled(290) + Theme.s4))))
    readonly property int shown: root.limit > 0 ? Math.min(root.courses.count, root.asRows ? root.limit : Math.max(root.columns, Math.min(root.limit, 2 * root.columns) - (root.limit % root.columns))) : root.courses.count
    readonly property real cardWidth: (root.width - (root.columns - 1) * Theme.s4) / root.columns

    implicitHeight: cards.height

    /** Cards side by side are as tall as the tallest of their row. */
    function rowHeight(index: int): real {
        const first = index - index % root.columns;
        let tallest = 0;
        for (let i = first; i < Math.min(first + root.columns, cells.count); ++i)
            tallest = Math.max(tallest, cells.itemAt(i)?.implicitHeight ?? 0);
        return tallest;
    }

    KCard {
        anchors.fill: parent
        visible: root.asRows
    }

    Grid {
        id: cards

        columns: root.columns
        spacing: root.asRows ? 0 : Theme.s4

        Repeater {
            id: cells

            model: root.courses
            delegate: AssignedCell {
                width: root.cardWidth
                height: root.asRows ? implicitHeight : root.rowHeight(index)
                shown: root.shown
                compact: root.asRows
                onClicked: root.opened(courseId)
            }
        }
    }
}
