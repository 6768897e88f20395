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

    KCard {
        anchors.fill: parent
        visible: root.asRows
    }

    Grid {
        id: cards

        columns: root.columns
        spacing: root.asRows ? 0 : Theme.s4

        Repeater {
            model: root.courses
            delegate: AssignedCell {
                width: root.cardWidth
                shown: root.shown
                compact: root.asRows
                onClicked: root.opened(courseId)
            }
        }
    }
}
