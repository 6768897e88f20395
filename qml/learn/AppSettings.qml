// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** The app itself: whose courses it accepts, another record store, version and device, and a file for support. */
Column {
    id: root

    required property SettingsModel settings
    signal openEndpoint
    signal openSigners
    signal openSupport

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
                iconName: "shield"
                iconColor: Theme.colors.leaf
                //: Setting: the list of those whose courses this device accepts. %n is how many there are.
                text: qsTr("%n trusted course makers", "", root.settings.signers.count)
                //: Below the setting "trusted course makers".
                detail: qsTr("Only courses they signed can be opened")

                KButton {
                    objectName: "showSigners"
                    //: Button in the settings: opens a list.
                    text: qsTr("Show")
                    Accessible.description: qsTr("Trusted course makers")
                    onClicked: root.openSigners()
                }
            }

            SettingsRow {
                width: parent.width
                divided: true
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
                detail: root.settings.supportText.length > 0 ? root.settings.supportText : root.settings.deviceName

                KButton {
                    objectName: "supportFile"
                    //: Button in the settings: makes a file for whoever looks for a fault.
                    text: qsTr("Support file")
                    onClicked: root.openSupport()
                }
            }
        }
    }
}
