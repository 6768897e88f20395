// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One theme to choose: a small picture of it and its name. */
KCardButton {
    id: root

    /** "light", "dark", "highContrast" or "system". */
    required property string scheme
    required property string iconName

    readonly property ColorSet sample: Theme.colorsOf(root.scheme)
    readonly property bool split: root.scheme === "system"

    radius: Theme.radiusOption
    padding: Theme.s2
    implicitHeight: 74 + Math.max(Theme.scaled(34), words.height) + 2 * root.padding
    Accessible.role: Accessible.RadioButton
    Accessible.checked: root.selected

    contentItem: Item {
        Rectangle {
            id: picture

            width: parent.width
            height: 74
            radius: 9
            color: root.sample.paper
            border.width: root.scheme === "highContrast" ? 2 : 1
            border.color: root.scheme === "dark" ? root.sample.paper : root.sample.line

            Rectangle {
                x: parent.width / 2
                y: 1
                width: parent.width / 2 - 1
                height: parent.height - 2
                radius: parent.radius
                color: Theme.darkColors.paper
                visible: root.split

                Rectangle {
                    width: parent.radius
                    height: parent.height
                    color: parent.color
                }
            }

            Column {
                x: 10
                y: 10
                width: parent.width - 20
                visible: !root.split

                Rectangle {
                    width: parent.width * 0.6
                    height: 6
                    radius: 3
                    color: root.sample.ink
                }

                Item {
                    width: 1
                    height: Theme.s2
                }

                Rectangle {
                    width: parent.width * 0.8
                    height: 6
                    radius: 3
                    color: root.sample.ink3
                    opacity: 0.5
                }

                Item {
                    width: 1
                    height: 10
                }

                Rectangle {
                    width: parent.width * 0.38
                    height: 16
                    radius: 5
                    color: root.sample.kapok
                }
            }
        }

        Item {
            y: picture.height
            width: parent.width
            height: parent.height - y

            Row {
                anchors.centerIn: parent
                spacing: Theme.radiusTag

                KIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    icon: root.iconName
                    size: 20
                    color: Theme.colors.ink
                }

                FitText {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    room: root.availableWidth - Theme.iconSize(20) - Theme.radiusTag
                    text: root.text
                    style: KText.Small
                    bold: root.selected
                    Accessible.ignored: true
                }
            }
        }
    }
}
