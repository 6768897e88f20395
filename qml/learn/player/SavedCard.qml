// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Where a result is: saved on this device, and how much of it still waits to be sent. */
Rectangle {
    id: root

    required property bool saved
    required property string problem
    required property int waiting

    readonly property color ink: root.saved ? Theme.colors.onLeafSoft : Theme.colors.onBerrySoft
    readonly property bool narrow: root.width < Theme.scaled(480)

    implicitHeight: flow.implicitHeight + 2 * flow.y
    radius: Theme.radiusCard
    color: root.saved ? Theme.colors.leafSoft : Theme.colors.berrySoft
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: root.ink
    Accessible.role: root.saved ? Accessible.StaticText : Accessible.AlertMessage
    Accessible.name: title.text
    Accessible.description: root.saved ? detail.text + " " + count.text : detail.text

    Flow {
        id: flow

        x: 22
        y: 18
        width: parent.width - 2 * x
        spacing: Theme.s4

        KIcon {
            id: glyph

            icon: root.saved ? "on-device" : "alert"
            size: 28
            color: root.ink
        }

        Column {
            width: root.narrow || !waitingRow.visible ? flow.width - glyph.width - flow.spacing : flow.width - glyph.width - waitingRow.width - 2 * flow.spacing

            KText {
                id: title

                width: parent.width
                //: After finishing a course.
                text: root.saved ? qsTr("Saved on this device") : qsTr("Not saved yet")
                style: KText.Label
                color: root.ink
                Accessible.ignored: true
            }

            KText {
                id: detail

                width: parent.width
                //: Below "Saved on this device" after finishing a course.
                text: root.saved ? qsTr("Your result is sent by itself when there is a connection. You need do nothing more.") : root.problem
                style: KText.Small
                color: root.ink
                Accessible.ignored: true
            }
        }

        Row {
            id: waitingRow

            spacing: Theme.radiusTag
            visible: root.saved && root.waiting > 0

            KIcon {
                anchors.verticalCenter: parent.verticalCenter
                icon: "cloud-wait"
                size: 22
                color: root.ink
            }

            KText {
                id: count

                anchors.verticalCenter: parent.verticalCenter
                //: How many results still wait to be sent.
                text: qsTr("%n waiting to be sent", "", root.waiting)
                style: KText.Small
                bold: true
                wrapMode: Text.NoWrap
                color: root.ink
                Accessible.ignored: true
            }
        }
    }
}
