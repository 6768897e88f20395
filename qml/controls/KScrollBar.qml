// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A thin scroll bar that shows while scrolling or hovered. */
T.ScrollBar {
    id: root

    implicitWidth: 12
    padding: 3
    minimumSize: 0.08
    visible: root.size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: Theme.colors.lineStrong
        opacity: root.active || Theme.highContrast ? 0.7 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.base
            }
        }
    }
}
