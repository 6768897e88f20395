// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The lines around one part of a table: left and right, and the hairline above when asked for. */
Item {
    id: root

    property bool topLine: false

    Accessible.ignored: true

    Rectangle {
        width: Theme.hairline
        height: parent.height
        color: Theme.colors.line
    }

    Rectangle {
        x: parent.width - width
        width: Theme.hairline
        height: parent.height
        color: Theme.colors.line
    }

    Divider {
        width: parent.width
        visible: root.topLine
    }
}
