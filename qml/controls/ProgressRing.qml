// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Kapok.Ui

/**
 * A ring that fills clockwise from the top. Always show the number inside or beside it; children stand inside.
 * Colour: kapok = in progress, leaf = credited or complete, indigo = data.
 */
Item {
    id: root

    property real value: 0
    property int size: 96
    property int thickness: 10
    property color color: Theme.colors.kapok
    property color track: Theme.colors.track
    /** What a screen reader says, e.g. "13.5 of 20 hours". Empty: decoration. */
    property string name: ""

    readonly property real side: Theme.iconSize(root.size)
    readonly property real stroke: Theme.iconSize(root.thickness)

    implicitWidth: root.side
    implicitHeight: root.side
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.name
    Accessible.ignored: root.name.length === 0

    Shape {
        anchors.fill: parent
        antialiasing: true
        layer.enabled: true
        layer.samples: 4
        layer.smooth: true

        ShapePath {
            fillColor: Theme.transparent
            strokeColor: root.track
            strokeWidth: root.stroke

            PathAngleArc {
                centerX: root.side / 2
                centerY: root.side / 2
                radiusX: (root.side - root.stroke) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            fillColor: Theme.transparent
            strokeColor: root.value > 0 ? root.color : Theme.transparent
            strokeWidth: root.stroke
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.side / 2
                centerY: root.side / 2
                radiusX: (root.side - root.stroke) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.max(0, Math.min(1, root.value))
            }
        }
    }
}
