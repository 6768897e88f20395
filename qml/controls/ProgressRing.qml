// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * A ring that fills clockwise from the top. Always show the number inside or beside it; children stand inside.
 * Colour: kapok = in progress, leaf = credited or complete, indigo = data. A Canvas, so that it is smooth everywhere.
 */
Canvas {
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

    function arc(context, color: color, from: real, to: real) {
        context.strokeStyle = color;
        context.beginPath();
        context.arc(root.side / 2, root.side / 2, (root.side - root.stroke) / 2, from, to);
        context.stroke();
    }

    implicitWidth: root.side
    implicitHeight: root.side
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.name
    Accessible.ignored: root.name.length === 0
    onValueChanged: root.requestPaint()
    onColorChanged: root.requestPaint()
    onTrackChanged: root.requestPaint()
    onSideChanged: root.requestPaint()

    onPaint: {
        const context = root.getContext("2d");
        context.reset();
        context.lineWidth = root.stroke;
        context.lineCap = "round";
        root.arc(context, root.track, 0, 2 * Math.PI);
        if (root.value > 0)
            root.arc(context, root.color, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * Math.min(0.9999, root.value));
    }
}
