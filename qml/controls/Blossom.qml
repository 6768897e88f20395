// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/**
 * The kapok blossom: five petals at level 0 to 3, one for each aspect of the AI competency framework (human-centred
 * mindset, ethics, foundations, pedagogy, professional development). Also the logo and the pale flower of empty places.
 * Always next to a text list of the five names and levels; name says the same to a screen reader.
 */
Canvas {
    id: root

    property list<int> levels: [3, 3, 3, 3, 3]
    property int size: 96
    property bool outline: true
    property bool core: true
    property bool stamens: false
    property bool veins: false
    property color petalColor: Theme.colors.kapok
    property color emptyColor: Theme.colors.track
    property color gapColor: Theme.highContrast ? Theme.colors.line : Theme.colors.surface
    property string name: ""

    readonly property string petal: "M50 48 C39 43 31 30 33 17 C34.5 8 43 3.5 50 7 C57 3.5 65.5 8 67 17 C69 30 61 43 50 48 Z"
    readonly property string vein: "M50 40 C49 31 49 23 50 16"
    readonly property list<real> reach: [0, 0.58, 0.79, 1]

    implicitWidth: root.size
    implicitHeight: root.size
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name
    Accessible.ignored: root.name.length === 0
    onLevelsChanged: root.requestPaint()
    onPetalColorChanged: root.requestPaint()
    onEmptyColorChanged: root.requestPaint()
    onGapColorChanged: root.requestPaint()
    onWidthChanged: root.requestPaint()

    function drawPetal(c, i: int, scale: real, fill: color, gap: real) {
        c.save();
        c.translate(50, 50);
        c.rotate(i * 72 * Math.PI / 180);
        c.translate(0, -3);
        c.scale(scale, scale);
        c.translate(-50, -47);
        c.fillStyle = fill;
        c.strokeStyle = root.gapColor;
        c.lineWidth = gap;
        c.path = root.petal;
        c.fill();
        c.stroke();
        if (root.veins && scale > 0.5 && fill === root.petalColor) {
            c.strokeStyle = Qt.rgba(1, 1, 1, 0.28);
            c.lineWidth = 1.6;
            c.lineCap = "round";
            c.path = root.vein;
            c.stroke();
        }
        c.restore();
    }

    function drawStamens(c) {
        for (let i = 0; i < 15; ++i) {
            const a = (i * 24 + 6) * Math.PI / 180;
            const r = [13, 10.5, 15][i % 3];
            c.strokeStyle = Theme.stamen;
            c.fillStyle = Theme.stamen;
            c.lineWidth = 1;
            c.beginPath();
            c.moveTo(50 + 5 * Math.sin(a), 50 - 5 * Math.cos(a));
            c.lineTo(50 + r * Math.sin(a), 50 - r * Math.cos(a));
            c.stroke();
            c.beginPath();
            c.arc(50 + r * Math.sin(a), 50 - r * Math.cos(a), 1.7, 0, 2 * Math.PI);
            c.fill();
        }
    }

    onPaint: {
        const c = root.getContext("2d");
        c.reset();
        c.scale(root.width / 100, root.width / 100);
        for (let i = 0; root.outline && i < 5; ++i)
            root.drawPetal(c, i, 1, root.emptyColor, 1.8);
        for (let i = 0; i < 5; ++i)
            if (root.levels[i] > 0)
                root.drawPetal(c, i, root.reach[root.levels[i]], root.petalColor, 1.6);
        if (root.core) {
            c.fillStyle = Theme.blossomCore;
            c.beginPath();
            c.arc(50, 50, 6.2, 0, 2 * Math.PI);
            c.fill();
        }
        if (root.core && root.stamens)
            root.drawStamens(c);
    }
}
