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

    implicitWidth: 268
    implicitHeight: 151
    Accessible.ignored: true

    Image {
        id: picture

        readonly property bool wide: root.width * 9 > root.height * 16

        anchors.fill: parent
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        smooth: true
        source: root.chosen.length > 0 ? root.chosen : Qt.resolvedUrl(Theme.dark ? "../assets/covers/prompt-night.svg" : "../assets/covers/prompt-day.svg")
        sourceSize.width: Math.ceil(picture.wide ? root.width : root.height * 16 / 9)
        sourceSize.height: Math.ceil(picture.wide ? root.width * 9 / 16 : root.height)
    }

    CornerMask {
        anchors.fill: parent
        radius: root.radius
        paint: root.behind
    }
}
