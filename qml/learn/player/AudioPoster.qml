// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/** What stands in the place of a picture while sound plays: a row of bars, calm, drawn from nothing but the theme. */
Item {
    id: root

    /** 0 to 1: bars up to here are in the colour of what was heard. */
    property real share: 0

    readonly property list<real> heights: [0.18, 0.34, 0.26, 0.52, 0.4, 0.72, 0.56, 0.9, 0.66, 0.48, 0.8, 0.6, 1, 0.74, 0.5, 0.86, 0.62, 0.42, 0.7, 0.46, 0.58, 0.3, 0.38, 0.2]

    Accessible.ignored: true

    Row {
        anchors.centerIn: parent
        height: Math.min(parent.height * 0.6, 180)
        spacing: Math.max(Theme.s1, Math.min(Theme.s2, root.width / 80))

        Repeater {
            model: root.heights

            delegate: Rectangle {
                id: bar

                required property int index
                required property real modelData

                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(Theme.s1, Math.min(Theme.s2, root.width / 60))
                height: parent.height * bar.modelData
                radius: width / 2
                color: (bar.index + 0.5) / root.heights.length <= root.share ? Theme.mediaColors.kapokInk : Theme.mediaColors.track
            }
        }
    }
}
