// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * Where one is in a lesson: done (leaf dot), here (kapok pill), to come (ring), skipped (ring with a line).
 * states holds one PageDots.State per page. Above 12 pages, or when they do not fit: "6 / 18" and a bar.
 */
Item {
    id: root

    enum State {
        ToCome,
        Done,
        Skipped
    }

    required property list<int> states
    required property int current
    property int maximumWidth: 400

    readonly property int pages: root.states.length
    readonly property bool asBar: root.pages > 12 || row.implicitWidth > root.maximumWidth
    readonly property int dot: 10

    implicitWidth: root.asBar ? Math.min(160, root.maximumWidth) : row.implicitWidth
    implicitHeight: root.asBar ? bar.implicitHeight : root.dot
    Accessible.role: Accessible.ProgressBar
    //: Read aloud for the page dots of a lesson. %1 page number, %2 number of pages.
    Accessible.name: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages)

    KProgressBar {
        id: bar

        width: parent.width
        visible: root.asBar
        value: root.pages > 0 ? (root.current + 1) / root.pages : 0
    }

    Row {
        id: row

        spacing: Theme.s2
        visible: !root.asBar

        Repeater {
            model: root.states

            PageDot {
                here: index === root.current
            }
        }
    }
}
