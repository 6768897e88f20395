// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** A titled card of things that wait to be sent or received, or were sent. */
Column {
    id: root

    required property SyncItemListModel items
    property string title: ""
    property string figure: ""
    /** Below the title: what is safe, or what it means that nothing is listed. */
    property string note: ""
    signal receive(string courseId)

    spacing: Theme.s2

    SectionTitle {
        width: parent.width
        text: root.title
        figure: root.figure
    }

    KText {
        width: parent.width
        text: root.note
        style: KText.Small
        color: Theme.colors.ink2
        visible: text.length > 0
    }

    KCard {
        width: parent.width
        height: rows.height
        visible: root.items.count > 0

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: root.items
                delegate: SyncItemRow {
                    width: rows.width
                    onReceive: courseId => root.receive(courseId)
                }
            }
        }
    }
}
