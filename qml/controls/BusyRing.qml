// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A ring that turns while something is under way; it stands still when motion is reduced. */
ProgressRing {
    id: root

    size: 24
    thickness: 3
    value: 0.3
    color: Theme.colors.indigo
    track: Qt.rgba(root.color.r, root.color.g, root.color.b, 0.3)

    RotationAnimator on rotation {
        from: 0
        to: 360
        duration: Theme.bloom
        loops: Animation.Infinite
        running: root.visible && !Theme.reducedMotion
    }
}
