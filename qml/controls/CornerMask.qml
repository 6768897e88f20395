// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Kapok.Ui

/** Rounds a picture by painting its four corners in the colour of what lies behind it. */
Shape {
    id: root

    property real radius: Theme.radiusCover
    property color paint: Theme.colors.surface

    antialiasing: true
    layer.enabled: true
    layer.samples: 4
    Accessible.ignored: true

    ShapePath {
        fillColor: root.paint
        strokeColor: Theme.transparent
        fillRule: ShapePath.OddEvenFill
        startX: -1
        startY: -1

        PathLine { x: root.width + 1; y: -1 }
        PathLine { x: root.width + 1; y: root.height + 1 }
        PathLine { x: -1; y: root.height + 1 }
        PathLine { x: -1; y: -1 }
        PathMove { x: root.radius; y: 0 }
        PathLine { x: root.width - root.radius; y: 0 }
        PathArc { x: root.width; y: root.radius; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: root.width; y: root.height - root.radius }
        PathArc { x: root.width - root.radius; y: root.height; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: root.radius; y: root.height }
        PathArc { x: 0; y: root.height - root.radius; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: 0; y: root.radius }
        PathArc { x: root.radius; y: 0; radiusX: root.radius; radiusY: root.radius }
    }
}
