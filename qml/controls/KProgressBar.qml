// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** A bar from 0 to 1. Always with the number beside it in words. */
Rectangle {
    id: root

    property real value: 0
    property color barColor: Theme.colors.kapok
    /** What a screen reader says. Empty: decoration. */
    property string name: ""

    implicitHeight: 8
    implicitWidth: 200
    radius: height / 2
    color: Theme.colors.track
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.name
    Accessible.ignored: root.name.length === 0

    Rectangle {
        width: root.value > 0 ? Math.max(root.height, root.width * Math.min(1, root.value)) : 0
        height: parent.height
        radius: parent.radius
        color: root.barColor

        Behavior on width {
            NumberAnimation {
                duration: Theme.base
                easing.type: Easing.BezierSpline
                easing.bezierCurve: Theme.enterCurve
            }
        }
    }
}
