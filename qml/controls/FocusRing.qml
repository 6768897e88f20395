// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The keyboard focus ring. Put it in a control's background and bind shown to visualFocus. */
Rectangle {
    id: root

    property bool shown: false
    /** Radius of what it goes around. */
    property real around: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -(Theme.focusWidth + Theme.focusGap)
    radius: root.around + Theme.focusWidth + Theme.focusGap
    color: Theme.transparent
    border.width: Theme.focusWidth
    border.color: Theme.colors.focus
    visible: root.shown
    z: 10
}
