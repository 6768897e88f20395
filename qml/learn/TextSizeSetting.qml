// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The text size from 100 to 200 %, with a line to try it on. */
Item {
    id: root

    required property SettingsModel settings

    implicitHeight: column.height + Theme.s8

    Column {
        id: column

        x: Theme.s5
        y: Theme.s4
        width: parent.width - 2 * x
        spacing: Theme.radiusTag

        Item {
            width: parent.width
            height: title.height

            KText {
                id: title

                width: parent.width - percent.width - Theme.s3
                //: Setting: how large text is.
                text: qsTr("Text size")
            }

            KText {
                id: percent

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                //: The text size that is set. %1 is a number from 100 to 200.
                text: qsTr("%1%").arg(Math.round(root.settings.textScale * 100))
                style: KText.Label
            }
        }

        Item {
            width: parent.width
            height: Theme.touch

            Text {
                id: small

                anchors.verticalCenter: parent.verticalCenter
                text: "A"
                color: Theme.colors.ink2
                font.family: Theme.fontFamily("en")
                font.pixelSize: 15
                font.bold: true
                Accessible.ignored: true
            }

            KSlider {
                anchors.left: small.right
                anchors.right: large.left
                anchors.margins: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                name: qsTr("Text size")
                valueText: percent.text
                from: 1
                to: 2
                stepSize: 0.05
                snapMode: KSlider.SnapAlways
                value: root.settings.textScale
                onMoved: root.settings.textScale = value
            }

            Text {
                id: large

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: "A"
                color: Theme.colors.ink2
                font.family: Theme.fontFamily("en")
                font.pixelSize: 28
                font.bold: true
                Accessible.ignored: true
            }
        }

        Rectangle {
            width: parent.width
            height: sample.height + Theme.s5
            radius: Theme.radiusControl
            color: Theme.colors.sunken
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.colors.line

            Flow {
                id: sample

                x: Theme.s4
                y: 10
                width: parent.width - 2 * x
                spacing: Theme.s2

                FitText {
                    room: sample.width
                    text: "Gạo nở đỏ hai bên bờ suối."
                    language: "vi"
                    style: KText.Read
                }

                FitText {
                    room: sample.width
                    text: "木棉红遍两岸。"
                    language: "zh"
                    style: KText.Read
                }
            }
        }
    }
}
