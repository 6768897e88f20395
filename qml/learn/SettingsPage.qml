// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Models
import Kapok.Ui

/** Settings of the person who is learning and of this device: language, look, sending, storage, the app itself. */
Item {
    id: root

    objectName: "settings"

    required property AppModel app
    required property SettingsModel settings
    required property SyncModel sync
    required property PeopleModel people
    signal openSync
    signal switchUser
    signal pinChanged

    Connections {
        target: root.people

        function onPinChanged() {
            root.pinChanged();
        }
    }

    KScroll {
        anchors.fill: parent
        maximumWidth: 760
        topSpace: Theme.s5
        spacing: Theme.s6

        PageHeader {
            width: parent.width
            sync: root.sync
            //: Title of the settings page.
            title: qsTr("Settings")
            onOpenSync: root.openSync()
        }

        PersonSettings {
            width: parent.width
            app: root.app
            onSwitchUser: root.switchUser()
            onChangePin: pinDialog.open()
        }

        LanguageSettings {
            width: parent.width
            settings: root.settings
        }

        LookSettings {
            width: parent.width
            settings: root.settings
        }

        SendingSettings {
            width: parent.width
            settings: root.settings
        }

        AppSettings {
            width: parent.width
            settings: root.settings
            onOpenEndpoint: endpointDialog.open()
            onOpenSigners: signersSheet.open()
            onOpenSupport: supportDialog.open()
        }
    }

    PinDialog {
        id: pinDialog

        people: root.people
        personId: root.app.personId
    }

    SignersSheet {
        id: signersSheet

        settings: root.settings
    }

    SupportDialog {
        id: supportDialog

        settings: root.settings
    }

    EndpointDialog {
        id: endpointDialog

        settings: root.settings
    }
}
