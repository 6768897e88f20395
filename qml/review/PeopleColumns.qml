// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Where the columns of the list of teachers begin and how wide they are; shared by its head and its rows. */
QtObject {
    id: root

    /** Width of a row. */
    property real width: 0
    /** Rows of more than one course are shown, so each says which. */
    property bool hasCourse: true

    /** No room for columns: what belongs together stands one below the other. */
    readonly property bool stacked: root.width < 640 * Math.min(Theme.textScale, 1.7)
    readonly property int side: Theme.s5
    readonly property int gap: Theme.s4
    readonly property real room: root.width - 2 * root.side - 4 * root.gap
    readonly property list<real> shares: root.hasCourse ? [0.31, 0.28, 0.18, 0.07, 0.16] : [0.46, 0, 0.24, 0.1, 0.2]

    function columnWidth(column: int): real {
        return root.room * root.shares[column];
    }

    function columnX(column: int): real {
        let x = root.side;
        for (let i = 0; i < column; ++i)
            x += root.columnWidth(i) + root.gap;
        return x;
    }
}
