// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import Kapok.Ui

/** A slider with a large round handle. Set name for screen readers; valueText says the value in words. */
T.Slider {
    id: root

    required property string name
    property string valueText: ""

    implicitWidth: 200
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name
    Accessible.description: root.valueText

    background: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
        width: root.availableWidth
        height: 6
        radius: 3
        color: Theme.colors.track
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.colors.line

        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: 3
            color: Theme.colors.ink
        }
    }

    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: (root.height - height) / 2
        width: 28
        height: 28
        radius: 14
        color: root.pressed ? Theme.colors.sunken : Theme.colors.raised
        border.width: 2
        border.color: Theme.colors.ink

        FocusRing {
            shown: root.visualFocus
            around: 14
        }
    }
}
