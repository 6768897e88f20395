// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** When large files travel, and what takes room on this device. */
Column {
    id: root

    required property SettingsModel settings

    spacing: Theme.s2

    SectionTitle {
        width: parent.width
        //: Title of a group of settings: downloads and storage.
        text: qsTr("Receiving and storage")
    }

    KCard {
        width: parent.width
        height: rows.height

        Column {
            id: rows

            width: parent.width

            SettingsRow {
                width: parent.width
                iconName: "wifi"
                //: Setting: courses with sound and video are fetched over Wi-Fi only.
                text: qsTr("Large files over Wi-Fi only")
                //: Below the setting "Large files over Wi-Fi only".
                detail: qsTr("Results are small and always sent")

                KSwitch {
                    text: qsTr("Large files over Wi-Fi only")
                    checked: root.settings.largeFilesOnWifiOnly
                    onToggled: root.settings.largeFilesOnWifiOnly = checked
                }
            }

            StorageSettings {
                width: parent.width
                settings: root.settings
            }
        }
    }
}
