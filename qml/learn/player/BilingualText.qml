// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/** The text of a page in one language or two: side by side with a line between when beside, else pair under pair. */
Item {
    id: root

    /** BlockListModel, or a list with the same roles. */
    required property QtObject blocks
    property bool beside: false

    implicitHeight: column.implicitHeight

    Rectangle {
        x: (root.width - width) / 2
        width: Theme.hairline
        height: root.height
        color: Theme.colors.line
        visible: root.beside
    }

    Column {
        id: column

        width: root.width

        Repeater {
            model: root.blocks

            delegate: BilingualBlock {
                beside: root.beside
                onLinkActivated: link => Qt.openUrlExternally(link)
            }
        }
    }
}
