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

    readonly property url chosen: Theme.dark && root.coverDark.toString().length > 0 ? root.coverDark : root.cover

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
        source: root.chosen.toString().length > 0 ? root.chosen : Qt.resolvedUrl(Theme.dark ? "../assets/covers/prompt-night.svg" : "../assets/covers/prompt-day.svg")
        sourceSize: picture.wide ? Qt.size(Math.ceil(root.width), Math.ceil(root.width * 9 / 16)) : Qt.size(Math.ceil(root.height * 16 / 9), Math.ceil(root.height))
    }

    CornerMask {
        anchors.fill: parent
        radius: root.radius
        paint: root.behind
    }
}
