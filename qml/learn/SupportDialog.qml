// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Kapok.Models
import Kapok.Ui

/** Says what a support file contains before it is made. */
KDialog {
    id: root

    required property SettingsModel settings

    //: Title of the dialog before a support file is made.
    title: qsTr("Make a support file?")
    //: Text of the dialog before a support file is made.
    text: qsTr("A small text file for whoever looks for a fault. It is saved on this device and sent nowhere.")
    acceptText: qsTr("Make the file")
    rejectText: qsTr("Cancel")
    onAccepted: root.settings.saveSupportFile(root.parent.Window.width + "x" + root.parent.Window.height + ", " + root.parent.Screen.devicePixelRatio)

    SupportPart {
        width: parent.width
        icon: "check"
        //: In the dialog about the support file: its contents.
        text: qsTr("It contains: versions of Kapok and of the system, settings, courses on this device with their sizes, free storage, how many results wait, and what kind of problem there is.")
    }

    SupportPart {
        width: parent.width
        icon: "x"
        //: In the dialog about the support file: what it does not contain.
        text: qsTr("It does not contain: names, accounts, PINs, passwords, answers or marks.")
    }
}
