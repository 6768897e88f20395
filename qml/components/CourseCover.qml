// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The picture of a course with rounded corners; its night drawing in the dark theme. Without one, a picture of ours. */
Item {
    id: root

    property url cover
    property url coverDark
    /** Colour behind the corners. */
    property color behind: Theme.colors.surface
    property real radius: Theme.radiusCover

    readonly property string dayFile: root.cover
    readonly property string nightFile: root.coverDark
    readonly property string chosen: Theme.dark && root.nightFile.length > 0 ? root.nightFile : root.dayFile

    /** The part of the drawing's width that is shown, and what is cut off at its left. The sun of the covers stands
        between 0.76 and 0.96: a square picture ends before it, a wider one shows it whole. */
    readonly property real shownWidth: Math.min(1, root.width / Math.max(1, root.height * 16 / 9))
    readonly property real cutLeft: root.shownWidth >= 0.95 ? (1 - root.shownWidth) / 2 : Math.max(0, (root.shownWidth <= 0.65 ? 0.756 : 0.97) - root.shownWidth)

    implicitWidth: 268
    implicitHeight: 151
    Accessible.ignored: true

    Item {
        anchors.fill: parent
        clip: true

        Image {
            readonly property bool wide: root.width * 9 > root.height * 16

            x: -width * root.cutLeft
            y: (root.height - height) / 2
            width: wide ? root.width : root.height * 16 / 9
            height: wide ? root.width * 9 / 16 : root.height
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            smooth: true
            source: root.chosen.length > 0 ? root.chosen : Qt.resolvedUrl(Theme.dark ? "../assets/covers/prompt-night.svg" : "../assets/covers/prompt-day.svg")
            sourceSize.width: Math.ceil(width)
            sourceSize.height: Math.ceil(height)
        }
    }

    CornerMask {
        anchors.fill: parent
        radius: root.radius
        paint: root.behind
    }
}
