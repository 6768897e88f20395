// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Shapes
import Kapok.Ui

/** Two ranges of karst hills along the lower edge, as wide as the window. Decoration. */
Item {
    id: root

    implicitHeight: 190
    Accessible.ignored: true

    Shape {
        width: 1284
        height: 190
        antialiasing: true
        transform: Scale {
            xScale: Math.max(1, root.width / 1284)
            yScale: root.height / 190
        }

        ShapePath {
            fillColor: Theme.hillFar
            strokeColor: Theme.transparent

            PathSvg {
                path: "M0 150 C30 150 34 70 70 70 C108 70 112 140 140 146 C152 146 154 104 184 104 C214 104 220 146 240 150 C262 150 268 52 310 52 C354 52 360 148 392 152 C410 152 414 96 450 96 C486 96 494 152 520 154 C548 154 556 78 600 78 C642 78 650 156 676 158 C700 158 706 112 742 112 C778 112 790 150 808 154 C840 152 846 62 892 62 C936 62 944 150 968 152 C992 152 998 104 1032 104 C1066 104 1074 152 1096 154 C1120 154 1128 84 1170 84 C1210 84 1220 150 1250 152 C1262 150 1270 128 1284 116 L1284 190 L0 190Z"
            }
        }

        ShapePath {
            fillColor: Theme.hillNear
            strokeColor: Theme.transparent

            PathSvg {
                path: "M0 170 C120 146 240 172 380 160 S640 150 800 172 S1120 150 1284 164 L1284 190 L0 190Z"
            }
        }
    }
}
