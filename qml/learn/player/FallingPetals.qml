// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Ui

/** A few loose petals around the blossom. They stay where they are; with reduced motion they are not there at all. */
Item {
    id: root

    /** 0 to 1: how far they have come in. */
    property real shown: 1
    /** Between these heights stand words; petals in their way are left out. */
    property real wordsTop: 0
    property real wordsBottom: 0

    // Where (share of the place), size in px, turn in degrees.
    readonly property var places: [[0.13, 0.11, 40, 20], [0.85, 0.16, 30, -40], [0.18, 0.85, 26, 70], [0.79, 0.86, 40, 140], [0.9, 0.53, 22, 200], [0.1, 0.5, 30, -70], [0.58, 0.09, 24, 100], [0.41, 0.92, 30, -20], [0.92, 0.91, 26, 60]]

    visible: !Theme.reducedMotion
    Accessible.ignored: true

    Repeater {
        model: root.places

        delegate: FallingPetal {
            id: petal

            required property var modelData

            readonly property real middle: root.height * petal.modelData[1]
            readonly property bool clear: petal.modelData[0] < 0.12 || petal.modelData[0] > 0.88 || petal.middle + petal.height / 2 < root.wordsTop || petal.middle - petal.height / 2 > root.wordsBottom

            x: root.width * petal.modelData[0] - petal.width / 2
            y: root.height * (petal.modelData[1] - 0.12 * (1 - root.shown)) - petal.height / 2
            width: petal.modelData[2]
            turn: petal.modelData[3]
            opacity: !petal.clear ? 0 : root.shown * (petal.modelData[2] > 30 ? 0.85 : 0.55)
        }
    }
}
