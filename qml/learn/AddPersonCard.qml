// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** The dashed place for one more person of this device. */
KCardButton {
    id: root

    property bool asRow: false
    property bool low: false

    readonly property int gap: root.low ? Theme.s3 : 28

    //: In the choice of people: lets one more person use this tablet.
    text: qsTr("Add a person")
    radius: Theme.radiusProfile
    fill: Theme.transparent
    padding: root.asRow ? Theme.s3 : 10
    implicitHeight: root.asRow ? Math.max(80, words.height + 2 * Theme.s4) : Math.max(root.low ? 136 : 176, words.height + Theme.iconSize(28) + (root.low ? 40 : 72))

    contentItem: Item {
        KIcon {
            id: plus

            x: root.asRow ? Theme.s1 + 10 : (parent.width - width) / 2
            y: root.asRow ? (parent.height - height) / 2 : (parent.height - height - words.height - root.gap) / 2
            icon: "plus"
            size: 28
        }

        Column {
            id: words

            x: root.asRow ? 48 + Theme.s4 + Theme.s1 : 0
            y: root.asRow ? (parent.height - height) / 2 : plus.y + plus.height + root.gap
            width: parent.width - x

            KText {
                width: parent.width
                horizontalAlignment: root.asRow ? Text.AlignLeft : Text.AlignHCenter
                text: root.text
                style: KText.Label
                color: Theme.colors.ink2
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                horizontalAlignment: root.asRow ? Text.AlignLeft : Text.AlignHCenter
                //: Below "Add a person": what one needs for it.
                text: qsTr("You need an account from your school")
                style: KText.Caption
                color: Theme.colors.ink3
                Accessible.ignored: true
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.fill: parent
            radius: root.radius
            color: root.down ? Theme.colors.sunken : root.hovered ? Theme.hover : Theme.transparent
        }

        DashedFrame {
            anchors.fill: parent
            radius: root.radius
        }

        FocusRing {
            shown: root.visualFocus
            around: root.radius
        }
    }
}
