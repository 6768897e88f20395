// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Theme, text size with a live sample, reduced motion. */
Column {
    id: root

    required property SettingsModel settings

    spacing: Theme.s3

    SectionTitle {
        width: parent.width
        //: Title of a group of settings: theme and text size.
        text: qsTr("Display")
    }

    Grid {
        id: themes

        readonly property real cardWidth: (width - (columns - 1) * spacing) / columns

        width: parent.width
        columns: width < 560 * Math.min(Theme.textScale, 1.5) ? 2 : 4
        spacing: Theme.s3

        ThemeCard {
            width: themes.cardWidth
            scheme: "light"
            iconName: "sun"
            //: A theme.
            text: qsTr("Light paper")
            selected: root.settings.theme === scheme
            onClicked: root.settings.theme = scheme
        }

        ThemeCard {
            width: themes.cardWidth
            scheme: "dark"
            iconName: "moon"
            //: A theme.
            text: qsTr("Night")
            selected: root.settings.theme === scheme
            onClicked: root.settings.theme = scheme
        }

        ThemeCard {
            width: themes.cardWidth
            scheme: "highContrast"
            iconName: "half"
            //: A theme.
            text: qsTr("High contrast")
            selected: root.settings.theme === scheme
            onClicked: root.settings.theme = scheme
        }

        ThemeCard {
            width: themes.cardWidth
            scheme: "system"
            iconName: "tablet"
            //: A theme: the same as the rest of the device.
            text: qsTr("As the device")
            selected: root.settings.theme === scheme
            onClicked: root.settings.theme = scheme
        }
    }

    KCard {
        width: parent.width
        height: rows.height

        Column {
            id: rows

            width: parent.width

            TextSizeSetting {
                width: parent.width
                settings: root.settings
            }

            Divider {
                width: parent.width
            }

            SettingsRow {
                width: parent.width
                iconName: "pause"
                //: Setting: no moving pictures and transitions.
                text: qsTr("Reduce motion")

                KSwitch {
                    text: qsTr("Reduce motion")
                    checked: root.settings.reducedMotion
                    onToggled: root.settings.reducedMotion = checked
                }
            }
        }
    }
}
