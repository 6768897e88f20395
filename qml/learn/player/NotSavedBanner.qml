// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** Says that something could not be saved on this device, what is safe and what to do. Stays until it is saved. Emits retryClicked. */
Rectangle {
    id: root

    required property string text

    signal retryClicked

    implicitHeight: flow.implicitHeight + 2 * flow.y
    color: Theme.colors.berrySoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    Accessible.description: root.text

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
        color: Theme.colors.berry
    }

    Flow {
        id: flow

        x: root.width < Theme.tabletWidth ? Theme.s4 : Theme.s6
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s3

        KIcon {
            id: glyph

            icon: "alert"
            color: Theme.colors.berry
        }

        Column {
            width: flow.width - glyph.width - flow.spacing - (root.width < Theme.tabletWidth ? 0 : again.width + flow.spacing)

            KText {
                id: title

                width: parent.width
                //: Title of the message shown when an answer could not be saved.
                text: qsTr("Not saved yet")
                style: KText.Label
                color: Theme.colors.onBerrySoft
            }

            KText {
                width: parent.width
                text: root.text
                style: KText.Small
                color: Theme.colors.onBerrySoft
            }
        }

        KButton {
            id: again

            objectName: "saveAgain"
            //: Button of the message shown when an answer could not be saved.
            text: qsTr("Save again")
            onClicked: root.retryClicked()
        }
    }
}
