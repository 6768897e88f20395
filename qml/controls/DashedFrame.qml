// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Kapok.Ui

/** A dashed rounded border: a place that is still empty. */
Shape {
    id: root

    property real radius: Theme.radiusCard
    property color color: Theme.colors.lineStrong
    property real strokeWidth: 1.2

    Accessible.ignored: true

    ShapePath {
        fillColor: Theme.transparent
        strokeColor: root.color
        strokeWidth: root.strokeWidth
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2.5]
        startX: root.radius
        startY: 1

        PathLine { x: root.width - root.radius; y: 1 }
        PathArc { x: root.width - 1; y: root.radius; radiusX: root.radius - 1; radiusY: root.radius - 1 }
        PathLine { x: root.width - 1; y: root.height - root.radius }
        PathArc { x: root.width - root.radius; y: root.height - 1; radiusX: root.radius - 1; radiusY: root.radius - 1 }
        PathLine { x: root.radius; y: root.height - 1 }
        PathArc { x: 1; y: root.height - root.radius; radiusX: root.radius - 1; radiusY: root.radius - 1 }
        PathLine { x: 1; y: root.radius }
        PathArc { x: root.radius; y: 1; radiusX: root.radius - 1; radiusY: root.radius - 1 }
    }
}
