// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The app itself: another record store, version and device. */
Column {
    id: root

    required property SettingsModel settings
    signal openEndpoint

    spacing: Theme.s2

    SectionTitle {
        width: parent.width
        //: Title of a group of settings: version, other servers.
        text: qsTr("This app")
    }

    FeedbackPanel {
        width: parent.width
        tone: Tone.Berry
        title: root.settings.problem
        visible: title.length > 0
    }

    KCard {
        width: parent.width
        height: rows.height

        Column {
            id: rows

            width: parent.width

            SettingsRow {
                width: parent.width
                iconName: "send"
                //: Setting: results go to another xAPI record store instead of the own server.
                text: qsTr("Another record store (xAPI)")
                detail: root.settings.lrsEndpoint.length > 0 ? root.settings.lrsEndpoint : qsTr("None. Results go to your own server.")

                KButton {
                    //: Button: change a setting.
                    text: qsTr("Change")
                    Accessible.description: qsTr("Another record store (xAPI)")
                    onClicked: root.openEndpoint()
                }
            }

            SettingsRow {
                width: parent.width
                divided: true
                iconName: "info"
                //: In the settings. %1 is the version of the app, e.g. 1.0.
                text: qsTr("Kapok %1").arg(root.settings.version)
                detail: root.settings.deviceName
            }
        }
    }
}
