// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Kapok.Models
import Kapok.Ui

/** Sending and receiving: the connection, problems first, what waits, what is to be received, and "Send now". */
KSheet {
    id: root

    required property SyncModel sync
    required property SettingsModel settings

    /** With large text on a phone only the button stays below; else hardly a line of what is above could be seen. */
    readonly property bool scarce: root.fromBottom && Theme.textScale > 1.5

    component MobileData: SettingsRow {
        id: row

        required property SettingsModel settings

        x: -Theme.s5
        width: parent ? parent.width + 2 * Theme.s5 : 0
        //: Switch in the sync sheet: large files over mobile data too.
        text: qsTr("Also use mobile data")
        //: Below the switch "Also use mobile data".
        detail: row.settings.largeFilesOnWifiOnly ? qsTr("Off: large files wait for Wi-Fi") : qsTr("On: large files may use mobile data")

        KSwitch {
            text: qsTr("Also use mobile data")
            checked: !row.settings.largeFilesOnWifiOnly
            onToggled: row.settings.largeFilesOnWifiOnly = !checked
        }
    }

    //: Title of the sheet about sending results and receiving courses.
    title: qsTr("Sending and receiving")
    spacingInside: Theme.s4

    Row {
        width: parent.width
        spacing: Theme.s4

        Rectangle {
            id: disc

            width: Theme.iconSize(52)
            height: width
            radius: width / 2
            color: root.sync.connected ? Theme.colors.leafSoft : Theme.colors.sunken
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.colors.line

            KIcon {
                anchors.centerIn: parent
                icon: root.sync.connected ? "wifi" : "cloud-off"
                color: root.sync.connected ? Theme.colors.leaf : Theme.colors.ink2
            }
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - disc.width - parent.spacing

            KText {
                width: parent.width
                text: root.sync.connectionText
                style: KText.Label
            }

            KText {
                width: parent.width
                text: root.sync.lastSentText
                style: KText.Small
                color: Theme.colors.ink2
                visible: text.length > 0
            }
        }
    }

    SignInAgain {
        width: parent.width
        sync: root.sync
        visible: root.sync.needsSignIn
    }

    Repeater {
        model: root.sync.problems
        delegate: SyncProblemPanel {
            id: problem

            width: parent ? parent.width : 0
            onSendAgain: itemId => root.sync.sendAgain(itemId)
            onReceive: root.sync.receive(problem.courseId)
        }
    }

    SyncList {
        width: parent.width
        //: Section of the sync sheet: results that were not sent yet.
        title: qsTr("Waiting to be sent")
        figure: root.sync.waitingText
        note: root.sync.waitingNote
        items: root.sync.waiting
    }

    SyncList {
        width: parent.width
        //: Section of the sync sheet: results the training centre has confirmed.
        title: qsTr("Sent")
        items: root.sync.sent
        visible: items.count > 0
    }

    SyncList {
        width: parent.width
        //: Section of the sync sheet: courses that can be or are being downloaded.
        title: qsTr("To receive")
        figure: root.sync.receivingText
        items: root.sync.receiving
        onReceive: courseId => root.sync.receive(courseId)
        visible: items.count > 0
    }

    MobileData {
        settings: root.settings
        visible: root.scarce
    }

    footer: [
        MobileData {
            settings: root.settings
            visible: !root.scarce
        },
        KButton {
            width: parent ? parent.width : 0
            kind: KButton.Primary
            objectName: "sendNow"
            leadingIcon: "refresh"
            //: Button of the sync sheet.
            text: qsTr("Send now")
            busy: root.sync.state === SyncModel.Sending
            //: The button "Send now" while it sends.
            busyText: qsTr("Sending")
            onClicked: root.sync.sendNow()
        }
    ]
}
