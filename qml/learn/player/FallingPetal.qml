// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One loose petal of the blossom, turned. */
Canvas {
    id: root

    property real turn: 0
    property color paint: Theme.colors.kapok

    height: width
    Accessible.ignored: true
    onPaintChanged: root.requestPaint()
    onPaint: {
        const c = root.getContext("2d");
        c.reset();
        c.scale(root.width / 56, root.width / 56);
        c.translate(28, 28);
        c.rotate(root.turn * Math.PI / 180);
        c.translate(-50, -27);
        c.fillStyle = root.paint;
        c.path = "M50 48 C39 43 31 30 33 17 C34.5 8 43 3.5 50 7 C57 3.5 65.5 8 67 17 C69 30 61 43 50 48 Z";
        c.fill();
    }
}
