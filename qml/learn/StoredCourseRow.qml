// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Kapok.Ui

/** One course on this device: its title, what room it takes, and a button to remove it. */
SettingsRow {
    id: root

    required property string courseId
    required property string title
    required property string removeText
    required property string keptText
    required detail
    signal remove(string courseId, string title, string removeText, string keptText)

    divided: true
    text: root.title
    iconName: "library"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.detail

    KButton {
        objectName: "removeStoredCourse"
        kind: KButton.Danger
        size: KButton.Dense
        text: root.removeText
        Accessible.description: root.title
        onClicked: root.remove(root.courseId, root.title, root.removeText, root.keptText)
    }
}
