// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Words at the left and words at the right of one line; one under the other where they do not fit. */
Item {
    id: root

    required property string first
    required property string second
    property int firstStyle: KText.Label
    property int secondStyle: KText.Label
    property color secondColor: Theme.colors.ink
    property int role: Accessible.StaticText

    readonly property bool stacked: oneSize.advanceWidth + twoSize.advanceWidth + Theme.s4 > root.width

    implicitHeight: root.stacked ? two.y + two.height : Math.max(one.height, two.height)

    TextMetrics {
        id: oneSize

        font: one.font
        text: root.first
    }

    TextMetrics {
        id: twoSize

        font: two.font
        text: root.second
    }

    KText {
        id: one

        width: root.stacked ? root.width : root.width - two.width - Theme.s3
        text: root.first
        style: root.firstStyle
        Accessible.role: root.role
    }

    KText {
        id: two

        x: root.stacked ? 0 : root.width - width
        y: root.stacked ? one.height : (one.height - height) / 2
        width: root.stacked ? root.width : Math.ceil(twoSize.advanceWidth) + 1
        text: root.second
        style: root.secondStyle
        color: root.secondColor
    }
}
