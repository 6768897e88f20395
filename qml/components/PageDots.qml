// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/**
 * Where one is in a lesson: done (leaf dot), here (kapok pill), to come (ring), skipped (ring with a line).
 * Above 12 pages, or when they do not fit into maximumWidth: a bar. The words "6 / 18" stand beside it, with the owner.
 */
Item {
    id: root

    required property PageListModel pages
    /** Index of the page that is shown, from 0. */
    required property int current
    property int maximumWidth: 400

    readonly property bool asBar: root.pages.count > 12 || row.implicitWidth > root.maximumWidth

    implicitWidth: root.asBar ? Math.min(160, root.maximumWidth) : row.implicitWidth
    implicitHeight: root.asBar ? bar.implicitHeight : row.implicitHeight
    Accessible.role: Accessible.ProgressBar
    //: Read aloud for the page dots of a lesson. %1 page number, %2 number of pages.
    Accessible.name: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages.count)

    KProgressBar {
        id: bar

        width: parent.width
        visible: root.asBar
        value: root.pages.count > 0 ? (root.current + 1) / root.pages.count : 0
    }

    Row {
        id: row

        spacing: Theme.s2
        visible: !root.asBar

        Repeater {
            model: root.pages
            delegate: PageDot {}
        }
    }
}
